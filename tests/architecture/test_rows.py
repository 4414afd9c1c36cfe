"""What is stored finds its place by name: a column put between two others moves nothing (db.columns)."""

import ast
from pathlib import Path

import pytest

from loan_contracts.messages import SERVICES

MOST_BY_PLACE = 5
ROOT = Path(__file__).parents[2]


def persistence_of(service: str) -> list[Path]:
    return sorted((ROOT / "services" / service / "src").glob("*/persistence/**/*.py"))


BY_NAME = [
    service
    for service in SERVICES
    if any("loan_servicekit.db.columns" in path.read_text() for path in persistence_of(service))
]


def long_calls(path: Path, text: str) -> list[str]:
    """Calls that give more values by their place than a reader can count."""
    return [
        f"{path}:{node.lineno}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and len([a for a in node.args if not isinstance(a, ast.Starred)]) > MOST_BY_PLACE
    ]


@pytest.mark.parametrize("service", BY_NAME)
def test_persistence_gives_few_values_by_their_place(service: str) -> None:
    found = [call for path in persistence_of(service) for call in long_calls(path.relative_to(ROOT), path.read_text())]
    assert found == []


def test_services_that_are_declared_column_by_column_are_found() -> None:
    assert "application-svc" in BY_NAME


def test_a_call_that_gives_many_is_found() -> None:
    assert long_calls(Path("x.py"), "Loan(1, 2, 3, 4, 5, 6)") == ["x.py:1"]
    assert long_calls(Path("x.py"), "Loan(1, 2, 3, 4, 5, paid=6)") == []
