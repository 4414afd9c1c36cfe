"""What a service can do stands in one table, whose loaders only read (docs/decisions/0023)."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from loan_contracts.messages import SERVICES
from loan_servicekit.db.operation import BatchOperation, Operation
from loan_servicekit.db.unit_of_work import UnitOfWork

WRITES = re.compile(
    r"\b(insert\s+into|update\s+\w+\s+(\w+\s+)?set|delete\s+from|merge\s+into|truncate)\b", re.IGNORECASE
)
NOT_FOR_LOADERS = frozenset({"connection", "emit", "add", "append"})  # of a unit of work
OF_EVERY_SERVICE = frozenset(dir(UnitOfWork)) | {"now", "cause", "connection"}


def modules(service: str, folder: str = "") -> Iterator[ModuleType]:
    """The modules below a folder of a service's package."""
    name = service.replace("-", "_") + (f".{folder}" if folder else "")
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, f"{name}."):
        yield importlib.import_module(found.name)


def loaders_of(service: str) -> list[ModuleType]:
    """The modules in which a service's loaders stand."""
    return [module for module in modules(service, "persistence") if "loaders" in module.__name__.split(".")]


def trees(root: Path, service: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((root / "services" / service / "src").rglob("*.py")):
        yield path.relative_to(root), ast.parse(path.read_text())


def written_in(module: ModuleType) -> list[str]:
    """What a module of loaders says or uses that writes: statements, its own or imported, and acts on a unit of work."""
    tree = ast.parse(inspect.getsource(module))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    texts += [value for value in vars(module).values() if isinstance(value, str)]
    return [text for text in texts if WRITES.search(text)] + [
        f"uow.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in NOT_FOR_LOADERS
        and ast.unparse(node.value).split(".")[0] in ("uow", "self._uow")
    ]


@pytest.mark.parametrize("service", SERVICES)
def test_loaders_only_read(service: str) -> None:
    assert {module.__name__: found for module in loaders_of(service) if (found := written_in(module))} == {}


@pytest.mark.parametrize(
    "source",
    [
        'SAVE = "insert into t (a) select 1"',
        'SAVE = "update loans l set a = 1"',
        "async def load(uow, commands):\n    uow.things.add(1)",
        "async def load(uow, commands):\n    await uow.connection.exec_driver_sql(X)",
        "from antifraud_svc.persistence.velocity import REMEMBER",
    ],
)
def test_a_loader_that_writes_is_found(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "writing_loaders.py").write_text(source)
    monkeypatch.syspath_prepend(str(tmp_path))
    module = importlib.import_module("writing_loaders")
    try:
        assert written_in(module)
    finally:
        monkeypatch.delitem(importlib.import_module("sys").modules, "writing_loaders")


@pytest.mark.parametrize("service", SERVICES)
def test_an_operation_binds_a_use_case_of_the_service_to_a_loader(service: str) -> None:
    """The table imports nothing else of persistence, and no use case from elsewhere."""
    package = service.replace("-", "_")
    tree = ast.parse(inspect.getsource(importlib.import_module(f"{package}.operations")))
    imported = {node.module: node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    beside = [name for name in imported if name.startswith(f"{package}.persistence") and "loaders" not in name]
    assert beside == []
    functions = {alias.name for name, node in imported.items() if ".use_cases." in f"{name}." for alias in node.names}
    bound = [
        ast.unparse(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in (Operation.__name__, BatchOperation.__name__)
    ]
    assert bound and set(bound) <= functions
    assert sorted(bound) == sorted(set(bound)), "a use case stands in the table twice"


@pytest.mark.parametrize("service", SERVICES)
def test_only_the_table_says_what_loads_for_a_use_case(root: Path, service: str) -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees(root, service)
        if path.name != "operations.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            any(keyword.arg == "preload" for keyword in node.keywords)
            or ast.unparse(node.func) in (Operation.__name__, BatchOperation.__name__)
        )
    ]
    assert found == []


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_is_handed_over_beside_the_types(root: Path, service: str) -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees(root, service)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "batch" and ast.unparse(node.value).endswith("uow")
    ]
    assert found == []


@pytest.mark.parametrize("service", SERVICES)
def test_what_a_route_performs_stands_in_the_table(root: Path, service: str) -> None:
    found = []
    for path, tree in trees(root, service):
        if "api" not in path.parts:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("context.perform", "context.run"):
                found += [] if ".operations." in ast.unparse(node.args[0]) else [f"{path}:{node.lineno}"]
    assert found == []


@pytest.mark.parametrize("service", SERVICES)
def test_a_route_reaches_a_transaction_through_its_context_alone(root: Path, service: str) -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees(root, service)
        if "api" in path.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("group_commit", "transactor", "connection")
    ]
    assert found == []


@pytest.mark.parametrize("service", SERVICES)
def test_a_unit_of_work_has_what_its_protocol_promises(build_service: Callable[[str], Any], service: str) -> None:
    """What persistence gives is looked up by name, where no type can tell that it is there."""
    schema = build_service(service).app.state.service.transactor._schema
    known = OF_EVERY_SERVICE | set(schema.aggregates) | set(schema.rows)
    promised = {
        f"{module.__name__}.{name}": set(get_type_hints(protocol)) - known
        for module in modules(service, "use_cases")
        for name, protocol in vars(module).items()
        if name.endswith("UnitOfWork") and getattr(protocol, "_is_protocol", False)
    }
    assert {name: missing for name, missing in promised.items() if missing} == {}


@pytest.mark.parametrize("service", SERVICES)
def test_what_a_service_does_by_itself_is_a_job(root: Path, service: str) -> None:
    """A loop of its own would have a policy of its own for what fails, and say nowhere which processes run it."""
    found = [
        f"{path}:{node.lineno}"
        for path, tree in trees(root, service)
        for node in ast.walk(tree)
        if isinstance(node, ast.While) and isinstance(node.test, ast.Constant) and node.test.value
    ]
    assert found == []


FRESH = {
    "integration-gateway": {"parameters", "hold providers"},
    "application-svc": {"parameters", "products"},
    "workflow-svc": {"parameters", "definitions", "authority", "committees"},
    "risk-svc": {"parameters", "policies"},
    "antifraud-svc": {"parameters"},
    "postloan-svc": {"parameters"},
    "reporting-svc": {"live"},
}
WITHIN_S = 60.0


@pytest.mark.parametrize("service", SERVICES)
def test_a_process_that_only_answers_requests_keeps_fresh_what_others_change(
    build_service: Callable[[str, str], Any], service: str
) -> None:
    """That it then sees the change is each service's own test."""
    jobs = build_service(service, "api").app.state.service.own_jobs
    assert {job.name for job in jobs} == FRESH.get(service, set())
    assert all(job.period_s <= WITHIN_S for job in jobs)
