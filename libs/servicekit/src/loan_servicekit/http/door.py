"""The routes of every service. A request is let in before its body is read: who calls and whether he may, then how the
body is written and how long it is, then what it says."""

from collections.abc import Callable, Coroutine
from types import MappingProxyType
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from loan_servicekit.core import Invalid
from loan_servicekit.http.context import CONTEXT, Entrance
from loan_servicekit.http.i_json import JsonRefused, read_json
from loan_servicekit.http.problems import Answers
from loan_servicekit.http.written import Parameters

BODYLESS = frozenset({"GET", "HEAD", "DELETE"})


class _Read(Request):
    """A request whose body was read and, where it is JSON, understood."""

    def __init__(self, request: Request, value: object) -> None:
        super().__init__(request.scope, request.receive)
        self._body = request._body
        self._json = value


class Door(APIRoute):
    """A route that lets in first and reads then."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request."""
        inner = super().get_route_handler()
        entrance = entrance_of(self)
        takes_json = self.body_field is not None
        parameters = Parameters(self)

        async def handler(request: Request) -> Response:
            if entrance is None:
                return await inner(request)
            request.scope[CONTEXT] = await entrance.let_in(request)
            request.scope["most_bytes"] = entrance.most_bytes
            _check_length(request, entrance.most_bytes)
            parameters.check(request)
            if request.method in BODYLESS:
                return await inner(request)
            if entrance.upload:
                _check_packing(request)
                return await inner(request)
            body = await request.body()
            if not body or not takes_json:
                return await inner(request)
            _check_writing(request)
            _check_packing(request)
            try:
                value = read_json(body)
            except JsonRefused as refused:
                raise Invalid(refused.code, refused.detail) from None
            return await inner(_Read(request, value))

        return handler


class Router(APIRouter):
    """A router of doors; `answers` says how refusals of its own codes are answered where their kind does not."""

    def __init__(self, answers: Answers = MappingProxyType({}), **given: Any) -> None:
        super().__init__(route_class=Door, **given)
        self.answers = answers


def entrance_of(route: APIRoute) -> Entrance | None:
    """Who may pass a route; None where nobody is asked (health, the span receiver)."""
    found: Any = (getattr(d.call, "entrance", None) for d in route.dependant.dependencies)
    return next((entrance for entrance in found if entrance is not None), None)


def _check_length(request: Request, most: int) -> None:
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > most:
        raise Invalid("request-too-large", f"a request has at most {most} bytes here")


def _check_writing(request: Request) -> None:
    """The body came as JSON in UTF-8; raises Invalid with a code that becomes 415."""
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise Invalid("content-type-unsupported", "send the body as application/json")
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip().strip('"').lower() not in ("utf-8", "utf8"):
            raise Invalid("charset-unsupported", "send JSON as UTF-8; it has no other charset (RFC 8259)")


def _check_packing(request: Request) -> None:
    packed = ",".join(request.headers.getlist("content-encoding")).lower().split(",")
    if any(coding.strip() not in ("", "identity") for coding in packed):
        raise Invalid("content-encoding-unsupported", "send the body as it is, not packed")
