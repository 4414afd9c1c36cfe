"""A request's body is followed from its route to the domain by definitions: route, command, operation, use case, domain
(docs/decisions/0023). Names are resolved as the interpreter does it, so that a jump in an editor goes the same way."""

import ast
import importlib
import inspect
import itertools
import pkgutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute
from pydantic import BaseModel

from loan_contracts.messages import SERVICES
from loan_servicekit.http import RequestContext

OPERATIONS = ("context", "ports", "operations")


@dataclass(frozen=True, slots=True)
class Step:
    """A route with a body hands a command to an operation."""

    route: str
    operation: str
    command: object  # the class, as far as definitions lead to one


def modules_of_the_api(package: str) -> Iterator[ModuleType]:
    folder = importlib.import_module(f"{package}.api")
    for found in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
        yield importlib.import_module(found.name)


def routes_with_bodies(module: ModuleType) -> Iterator[Callable[..., Any]]:
    """The handlers of a module that take a body."""
    routers = [value for value in vars(module).values() if isinstance(value, APIRouter)]
    for handler in {route.endpoint for router in routers for route in router.routes if isinstance(route, APIRoute)}:
        hints = {name: hint for name, hint in get_type_hints(handler).items() if name != "return"}
        if any(inspect.isclass(hint) and issubclass(hint, BaseModel) for hint in hints.values()):
            yield handler


def steps_of(handler: Callable[..., Any]) -> list[Step]:
    """The operations that a handler has performed, itself or by a function beside it, each with its command."""
    return [step for function in _with_helpers(handler) for step in _steps_in(function, handler.__name__)]


def _steps_in(function: Callable[..., Any], route: str) -> Iterator[Step]:
    tree = _tree(function)
    assigned: dict[str, ast.expr] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            [target], value = node.targets, node.value
            both = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
            pairs = zip(target.elts, value.elts, strict=True) if both else ()
            assigned |= {name.id: each for name, each in (*pairs, (target, value)) if isinstance(name, ast.Name)}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        for argument, given in itertools.pairwise(call.args):
            path = _path(argument)
            if path[:-1] == OPERATIONS:
                value = assigned.get(given.id, given) if isinstance(given, ast.Name) else given
                yield Step(route, path[-1], _made_by(value, function))


def _with_helpers(handler: Callable[..., Any]) -> list[Callable[..., Any]]:
    beside = vars(inspect.getmodule(handler))
    called = {
        node.func.id
        for node in ast.walk(_tree(handler))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    return [handler, *(beside[name] for name in sorted(called) if inspect.iscoroutinefunction(beside.get(name)))]


def ports_asked(handler: Callable[..., Any]) -> list[object]:
    """The methods of ports that a handler calls, itself or by a function beside it, as far as definitions lead there."""
    return [port for function in _with_helpers(handler) for port in _ports_in(function)]


def _ports_in(handler: Callable[..., Any]) -> list[object]:
    hints = get_type_hints(handler)
    [of] = [hint for hint in hints.values() if getattr(hint, "__origin__", None) is RequestContext]
    [ports] = of.__args__
    paths = [_path(node.func) for node in ast.walk(_tree(handler)) if isinstance(node, ast.Call)]
    return [_resolved(ports, path[2:]) for path in paths if path[:2] == OPERATIONS[:2] and len(path) > 3]


def _resolved(owner: object, path: tuple[str, ...]) -> object:
    """What a chain of attributes leads to, by annotations."""
    for name in path:
        hints = get_type_hints(owner) if inspect.isclass(owner) else {}
        owner = hints.get(name, getattr(owner, name, None))
    return owner


def _tree(function: Callable[..., Any]) -> ast.Module:
    return ast.parse(textwrap.dedent(inspect.getsource(function)))


def _path(node: ast.expr) -> tuple[str, ...]:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return (node.id, *reversed(names)) if isinstance(node, ast.Name) else ()


def _made_by(node: ast.expr, handler: Callable[..., Any]) -> object:
    """The class of what an expression gives: a class is called, or a function that says what it returns."""
    if isinstance(node, ast.Await):
        node = node.value
    if not isinstance(node, ast.Call) or not (path := _path(node.func)):
        return None
    hints = get_type_hints(handler)
    value = hints.get(path[0], vars(inspect.getmodule(handler)).get(path[0]))
    for name in path[1:]:
        value = getattr(value, name, None)
    return value if inspect.isclass(value) else get_type_hints(value).get("return") if callable(value) else None


def use_cases_of(service: str) -> dict[str, Callable[..., Any]]:
    """The use case of each operation, as the table of the service binds it."""
    module = importlib.import_module(f"{service.replace('-', '_')}.operations")
    found = {}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            [target] = node.targets
            use_case = node.value.args[0]
            if isinstance(target, ast.Attribute) and isinstance(use_case, ast.Name):
                found[target.attr] = vars(module)[use_case.id]
    return found


def fault(step: Step, use_cases: dict[str, Callable[..., Any]], package: str) -> str:
    """Where the way from the route to the domain ends; empty where it does not."""
    use_case = use_cases.get(step.operation)
    if use_case is None:
        return f"{step.route}: the table has no {step.operation}"
    first, *_ = inspect.signature(use_case).parameters
    taken = get_type_hints(use_case)[first]
    if step.command is None:
        return f"{step.route}: nothing says what {step.operation} is given"
    one = getattr(taken, "__args__", (taken,))  # a batch takes a sequence of them
    if not any(
        inspect.isclass(each) and inspect.isclass(step.command) and issubclass(step.command, each) for each in one
    ):
        return f"{step.route}: {step.operation} takes {taken}, is given {step.command}"
    if not _reaches(importlib.import_module(use_case.__module__), package):
        return f"{step.route}: {use_case.__module__} knows nothing of the domain"
    return ""


def _reaches(module: ModuleType, package: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a module imports the domain, itself or by what it imports of its own service inside the edge."""
    imported = {
        node.module
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{package}.")
    }
    rooms = {name: name.split(".")[1] for name in imported}
    if "domain" in rooms.values():
        return True
    further = {name for name in imported - seen if rooms[name] not in ("api", "persistence")}
    return any(_reaches(importlib.import_module(name), package, seen | further) for name in further)


@pytest.mark.parametrize("service", SERVICES)
def test_a_body_is_followed_to_the_domain(service: str) -> None:
    package, use_cases = service.replace("-", "_"), use_cases_of(service)
    handlers = [handler for module in modules_of_the_api(package) for handler in routes_with_bodies(module)]
    steps = [step for handler in handlers for step in steps_of(handler)]
    assert [found for step in steps if (found := fault(step, use_cases, package))] == []
    for handler in (each for each in handlers if not steps_of(each)):  # a read, or what is examined before it is done
        asked = ports_asked(handler)
        assert asked and None not in asked, handler.__name__


def test_most_bodies_lead_to_an_operation() -> None:
    found = [
        steps_of(h) for s in SERVICES for m in modules_of_the_api(s.replace("-", "_")) for h in routes_with_bodies(m)
    ]
    assert len(found) > 30 and sum(map(bool, found)) > 0.85 * len(found)


@dataclass(frozen=True, slots=True)
class Asked:
    """A command."""


@dataclass(frozen=True, slots=True)
class Another:
    """Another command."""


async def taking(command: Asked, uow: object, now: object) -> None:
    """A use case that knows nothing of a domain."""


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step("route", "unknown", Asked), "has no unknown"),
        (Step("route", "taking", Another), "is given"),
        (Step("route", "taking", None), "nothing says"),
        (Step("route", "taking", Asked), "knows nothing of the domain"),
    ],
)
def test_a_way_that_ends_is_found(step: Step, said: str) -> None:
    assert said in fault(step, {"taking": taking}, "postloan_svc")
