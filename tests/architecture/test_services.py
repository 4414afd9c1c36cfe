"""Every service keeps the promises that its README, the message catalogue and the table of permissions make for it."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from loan_contracts.access import ROLES, WIDE
from loan_contracts.catalogue.flows import received_by, sent_by
from loan_contracts.messages import MESSAGES, SERVICES
from loan_contracts.operations import AuditRecorded
from loan_servicekit.service import paths_without_permission

HEADINGS = ["Owns", "Accepts", "Emits", "Tables", "Talks to", "Run"]
TYPE_OF = {message.__name__: type for type, message in MESSAGES.items()}
EVERY_PERMISSION = frozenset().union(*ROLES.values())


@pytest.mark.parametrize("service", SERVICES)
def test_migrations_follow_one_another_to_one_end(root: Path, service: str) -> None:
    """Two that were written side by side on the same one end every start."""
    config = Config()
    config.set_main_option("script_location", str(root / "services" / service / "migrations"))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def sources(root: Path, service: str) -> list[Path]:
    return sorted((root / "services" / service / "src").rglob("*.py"))


def calls(paths: list[Path]) -> Iterator[ast.Call]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                yield node


def function_name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def required_permissions(paths: list[Path]) -> set[str]:
    """Permissions asked for by a route (`requires("x.y")`, for partners `signed("x.y")`) or in a body (`caller.require("x.y")`)."""
    return {
        call.args[0].value
        for call in calls(paths)
        if function_name(call) in ("requires", "require", "signed")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def readme(root: Path, service: str) -> dict[str, str]:
    """Sections of a service's README by heading."""
    text = (root / "services" / service / "README.md").read_text()
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("service", SERVICES)
def test_a_readme_has_the_fixed_headings_in_their_order(root: Path, service: str) -> None:
    assert [heading for heading in readme(root, service) if heading in HEADINGS] == HEADINGS


@pytest.mark.parametrize("service", SERVICES)
def test_a_readme_names_the_messages_that_the_catalogue_names(root: Path, service: str) -> None:
    for heading, expected in (("Accepts", received_by(service)), ("Emits", sent_by(service))):
        text = readme(root, service)[heading]
        named = {word for word in re.findall(r"`([^`]+)`", text) if word in MESSAGES}
        if expected == set(MESSAGES) and "every message" in text.lower():
            continue
        assert named == expected, f"{service} README, {heading}"


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_listens_to_what_the_catalogue_says(build_service: Callable[[str], Any], service: str) -> None:
    assert set(build_service(service).app.state.service.subscriptions.topics) == received_by(service)


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_sends_what_the_catalogue_says(root: Path, service: str) -> None:
    """Sent are the message classes that an aggregate records, a use case emits, or anybody makes by name."""
    paths = sources(root, service)
    made = {TYPE_OF[function_name(call)] for call in calls(paths) if function_name(call) in TYPE_OF}
    recorded = {
        TYPE_OF[call.args[0].id]
        for call in calls(paths)
        if function_name(call) == "record"
        and call.args
        and isinstance(call.args[0], ast.Name)
        and call.args[0].id in TYPE_OF
    }
    operated = {AuditRecorded.TYPE}  # the kit's routes for operations, which every service has
    assert made | recorded | operated == sent_by(service)


@pytest.mark.parametrize("service", SERVICES)
def test_every_route_needs_a_permission(build_service: Callable[[str], Any], service: str) -> None:
    built = build_service(service)
    assert built.routes, f"{service} has no routes"
    operations = {
        (path, method)
        for path, item in built.app.openapi()["paths"].items()
        for method in item
        if method != "parameters"
    }
    assert {(route.path, method.lower()) for route in built.routes for method in route.methods} == operations
    assert paths_without_permission(built.routes) == []


@pytest.mark.parametrize("service", SERVICES)
def test_every_operation_is_named_by_its_use_case_and_says_how_it_refuses(
    build_service: Callable[[str], Any], service: str
) -> None:
    for path, item in build_service(service).app.openapi()["paths"].items():
        for method, operation in item.items():
            place = f"{service} {method} {path}"
            assert re.fullmatch(r"[a-z]+(_[a-z]+)*", operation["operationId"]), place
            refusals = {status: answer for status, answer in operation["responses"].items() if status >= "400"}
            assert {"401", "403", "422"} <= set(refusals), place
            assert all("application/problem+json" in answer["content"] for answer in refusals.values()), place


@pytest.mark.parametrize("service", SERVICES)
def test_every_permission_that_a_service_asks_for_exists(root: Path, service: str) -> None:
    assert required_permissions(sources(root, service)) <= EVERY_PERMISSION


def test_every_permission_of_every_role_opens_something(root: Path, all_services: list[Any]) -> None:
    kit = sorted((root / "libs" / "servicekit" / "src").rglob("*.py"))
    asked = required_permissions(kit).union(
        *(required_permissions(sources(root, built.name)) for built in all_services)
    )
    asked |= {kind.permission for built in all_services for kind in built.app.state.service.catalogue.kinds.values()}
    unused = {role: sorted(permissions - asked) for role, permissions in ROLES.items() if permissions - asked}
    assert unused == {}


def test_every_wide_role_exists_and_permissions_read_noun_and_verb() -> None:
    assert set(ROLES) >= WIDE
    for permission in EVERY_PERMISSION:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z]+", permission), permission
