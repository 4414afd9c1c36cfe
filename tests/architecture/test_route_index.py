"""The index of routes answers as the list of routes would, for every path of every service."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from starlette.routing import Match

from loan_contracts.messages import SERVICES
from loan_servicekit.http.index import RouteIndex

SOMEBODY = str(UUID(int=7))
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def first_in_list(routes: list[Any], method: str, path: str) -> Any:
    """The route that the order of the list chooses, written apart from what is tested."""
    scope = {"type": "http", "method": method, "path": path, "root_path": ""}
    return next((route for route in routes if route.matches(scope)[0] is Match.FULL), None)


@pytest.mark.parametrize("service", SERVICES)
def test_every_path_finds_the_route_that_the_list_has_for_it(build_service: Callable[[str], Any], service: str) -> None:
    built = build_service(service)
    index = built.app.router.middleware_stack
    assert isinstance(index, RouteIndex)
    routes = built.routes
    paths = {route.path for route in routes}
    tried = {re.sub(r"{[^}]+}", filled, path) for path in paths for filled in (SOMEBODY, "a", "%20", "statuses")}
    tried |= {f"{path}/" for path in tried} | {path.rpartition("/")[0] for path in tried} | {"", "/", "//", "/v1//"}
    for path in tried:
        for method in METHODS:
            assert index.find(method, path) is first_in_list(routes, method, path), f"{method} {path}"
