"""docker-compose.yml against the schema of the compose specification; that it is complete, `test_compose` tells."""

import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from tools import compose_schema

pytestmark = pytest.mark.xdist_group("tools")


@pytest.fixture
def told(root: Path) -> Any:
    return yaml.safe_load((root / "docker-compose.yml").read_text())


def faults(told: Any) -> list[tuple[list[str | int], str]]:
    """Where something is not as the specification has it, and what."""
    found = jsonschema.Draft202012Validator(compose_schema()).iter_errors(told)
    return [(list(error.absolute_path), error.message) for error in found]


def test_the_file_is_as_the_specification_has_it(told: Any) -> None:
    assert faults(told) == []


@pytest.mark.parametrize(
    ("where", "key", "value"),
    [
        (("services", "risk-svc"), "health_check", {}),
        (("services", "kafka"), "restart", ["always"]),
        (("services", "kafka", "healthcheck"), "retries", [3]),
        (("services", "edge"), "profiles", "core"),
        (("services", "postgres", "depends_on"), "kafka", {"condition": "service_is_well"}),
        ((), "service", {}),
    ],
)
def test_what_the_specification_does_not_know_is_found(told: Any, where: tuple[str, ...], key: str, value: Any) -> None:
    place = told
    for step in where:
        place = place.setdefault(step, {})
    place[key] = value
    assert faults(told)
