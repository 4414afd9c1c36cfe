"""Rules of the code that neither imports nor ruff can say."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from loan_contracts.messages import SERVICES

LONGEST_FUNCTION = 60
NOT_OURS = frozenset({
    ".git", ".venv", "var", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis",
    ".import_linter_cache", "build", "dist",
})  # fmt: skip
NAMELESS = frozenset({"utils", "util", "common", "helpers", "helper", "misc"})
# In pieces, so that this file is not its own first finding.
FORBIDDEN = re.compile(
    "|".join((
        "/" + "work/(main|shared|[.])", "/" + r"root\b", "pypi" + r"\.org", "python" + r"hosted\.org",
        "repo1?" + r"\.maven", "maven" + r"\.org", "maven" + r"\.apache", "npmjs" + r"\.(org|com)", "proxy" + r"\.golang",
    ))
)  # fmt: skip


def tree(root: Path) -> Iterator[Path]:
    """Every file of the repository that is ours."""
    for folder, names, files in os.walk(root):
        names[:] = [
            name
            for name in names
            if name not in NOT_OURS and not name.startswith("var-") and not name.endswith(".egg-info")
        ]
        for file in set(files) - NOT_OURS:  # `.git` is a file where the checkout is a further work tree
            yield Path(folder) / file


def python_files(root: Path, *folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in tree(root):
        relative = path.relative_to(root)
        if path.suffix == ".py" and (not folders or relative.parts[0] in folders):
            yield relative, ast.parse(path.read_text(encoding="utf-8"))


def is_source(path: Path) -> bool:
    return "src" in path.parts and "tests" not in path.parts


def uses_float(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float | complex)
    return isinstance(node, ast.Name) and node.id in ("float", "complex")


def test_domain_and_messages_know_no_float(root: Path) -> None:
    found = []
    for path, module in python_files(root, "libs", "services"):
        if not is_source(path) or not ("domain" in path.parts or "loan_contracts" in path.parts):
            continue
        found += [f"{path}:{node.lineno}" for node in ast.walk(module) if uses_float(node)]
    assert found == [], "money is whole minor units, rates are Decimal"


def test_only_servicekit_commits(root: Path) -> None:
    found = []
    for path, module in python_files(root, "libs", "services"):
        if not is_source(path) or "loan_servicekit/db" in path.as_posix():
            continue
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit":
                whose = node.func.value
                if not (isinstance(whose, ast.Name) and whose.id == "consumer"):  # offsets of Kafka, not a transaction
                    found.append(f"{path}:{node.lineno}")
    assert found == []


def test_no_function_is_longer_than_a_screen(root: Path) -> None:
    found = []
    for path, module in python_files(root):
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    found.append(f"{path}:{node.lineno} {node.name} has {lines} lines")
    assert found == []


def over_an_enumeration(match: ast.Match) -> bool:
    """Whether a `match` tells members of an enumeration apart: a pattern of it is `Class.MEMBER`."""
    return any(
        isinstance(part, ast.MatchValue) and isinstance(part.value, ast.Attribute) and part.value.attr.isupper()
        for case in match.cases
        for part in ast.walk(case.pattern)
    )


def ends_in_assert_never(match: ast.Match) -> bool:
    """Whether its last case takes what is left and calls `assert_never`, so that a new member is a type error here."""
    last = match.cases[-1]
    rest = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None and last.guard is None
    [only, *others] = last.body
    return rest and not others and ast.unparse(only).startswith("assert_never(")


def test_a_match_over_an_enumeration_knows_every_member(root: Path) -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, module in python_files(root, "libs", "services")
        for node in ast.walk(module)
        if is_source(path) and isinstance(node, ast.Match) and over_an_enumeration(node)
        if not ends_in_assert_never(node)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("case Kind.B:\n        pass", False),
        ("case _:\n        pass", False),
        ("case other:\n        assert_never(other)", True),
        ("case _:\n        assert_never(kind)", True),
        ("case _ if odd:\n        assert_never(kind)", False),
    ],
)
def test_the_rule_about_enumerations_would_notice(last: str, kept: bool) -> None:
    match = ast.parse(f"match kind:\n    case Kind.A:\n        pass\n    {last}\n").body[0]
    assert isinstance(match, ast.Match) and over_an_enumeration(match)
    assert ends_in_assert_never(match) is kept


def test_every_module_has_a_name_that_says_something(root: Path) -> None:
    found = [
        path.relative_to(root).as_posix()
        for path in tree(root)
        if path.suffix == ".py" and NAMELESS & {part.removesuffix(".py") for part in path.relative_to(root).parts}
    ]
    assert found == []


def test_every_public_module_says_what_it_is(root: Path) -> None:
    found = [
        path.as_posix()
        for path, module in python_files(root, "libs", "services")
        if is_source(path) and module.body and ast.get_docstring(module) is None
    ]
    assert found == []


def test_no_file_names_a_machine_or_a_registry(root: Path) -> None:
    found = []
    for path in tree(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(root)}: {hit.group()}" for hit in FORBIDDEN.finditer(text)][:3]
    assert found == []


@pytest.mark.parametrize("service", SERVICES)
def test_the_import_contracts_cover_every_service(root: Path, service: str) -> None:
    lines = [line.strip() for line in (root / ".importlinter").read_text().splitlines()]
    package = service.replace("-", "_")
    assert lines.count(package) >= 3, "root packages, containers, and no test code"
    assert f"{package}.settings" in lines


def test_the_import_contracts_keep_every_provider_apart(root: Path) -> None:
    clients = root / "services" / "integration-gateway" / "src" / "integration_gateway" / "clients"
    providers = {
        f"integration_gateway.clients.{path.parent.parent.name}.{path.parent.name}"
        for path in clients.glob("*/*/adapter.py")
    }
    lines = {line.strip() for line in (root / ".importlinter").read_text().splitlines()}
    assert providers == {line for line in lines if line.startswith("integration_gateway.clients.")}
