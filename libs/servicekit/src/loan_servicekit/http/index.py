"""Finds the route of a request by the segments of its path: its cost does not grow with the number of routes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send


@dataclass(slots=True)
class _Node:
    """What may follow in a path, and what ends here, by method."""

    named: dict[str, "_Node"] = field(default_factory=dict)
    any: "_Node | None" = None
    ends: dict[str, APIRoute] = field(default_factory=dict)

    def then(self, segment: str) -> "_Node":
        """The node behind a segment of a route's path."""
        if segment.startswith("{"):
            self.any = self.any or _Node()
            return self.any
        return self.named.setdefault(segment, _Node())


class RouteIndex:
    """Stands before a router, whose routes it knows. What it does not find, and what a route takes in another form than
    plain segments, is left to the router: also the answer to a wrong method."""

    def __init__(self, routes: Iterable[BaseRoute], otherwise: ASGIApp) -> None:
        self._otherwise = otherwise
        self._root = _Node()
        for route in routes:
            if isinstance(route, APIRoute) and _is_plain(route):
                node = self._root
                for segment in route.path.split("/"):
                    node = node.then(segment)
                for method in route.methods or ():
                    node.ends.setdefault(method, route)

    def find(self, method: str, path: str) -> APIRoute | None:
        """The route that answers a request."""
        return _find(self._root, path.split("/"), 0, method)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands a request to its route, or to the router."""
        if scope["type"] == "http":
            route = self.find(scope["method"], scope["path"].removeprefix(scope["root_path"]))
            if route is not None:
                match, found = route.matches(scope)
                if match is Match.FULL:
                    scope.update(found)
                    await route.handle(scope, receive, send)
                    return
        await self._otherwise(scope, receive, send)


def _find(node: _Node, segments: list[str], at: int, method: str) -> APIRoute | None:
    """The route of these segments; where a name and a parameter would both fit,
    the name goes first, as in a path's list."""
    if at == len(segments):
        return node.ends.get(method)
    if (following := node.named.get(segments[at])) and (found := _find(following, segments, at + 1, method)):
        return found
    if node.any and segments[at]:
        return _find(node.any, segments, at + 1, method)
    return None


def _is_plain(route: APIRoute) -> bool:
    """Whether each segment is a name or one parameter that takes a whole segment."""
    return all(
        "{" not in segment
        or (segment[0] == "{" and segment[-1] == "}" and ":" not in segment and segment.count("{") == 1)
        for segment in route.path.split("/")
    )
