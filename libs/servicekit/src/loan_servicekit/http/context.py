"""The one dependency of every route: who calls, with which permission,
under which key and trace; and how to perform."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, get_args, get_origin, get_type_hints
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

import orjson
from fastapi import Request, Response, params
from opentelemetry.trace import SpanKind
from pydantic import BaseModel

from loan_contracts.message import BELONGS_TO
from loan_servicekit.core import Caller, Cause, Conflict, FieldError, Forbidden, Invalid
from loan_servicekit.db.operation import AnyOperation, Operation
from loan_servicekit.db.transactor import Answer, Work, fingerprint
from loan_servicekit.http.entity_tags import matches
from loan_servicekit.telemetry import open_span

if TYPE_CHECKING:
    from loan_servicekit.service import Service

C = TypeVar("C")
R = TypeVar("R")
P = TypeVar("P")  # the ports of the service that a route belongs to
Shown: TypeAlias = BaseModel | Mapping[str, Any] | None

CONTEXT = "xinliu.context"  # where a route finds the context that its door has made
MOST_BYTES = 1024 * 1024
KEY_LONGEST = 200
KEY_PATTERN = re.compile(rf"[!-~]{{1,{KEY_LONGEST}}}")


class RequestContext(Generic[P]):
    """What a route works with: the request, who asks, and the service's own ports, as wiring gave them."""

    def __init__(self, request: Request, caller: Caller, permission: str) -> None:
        self.request, self.caller, self.permission = request, caller, permission
        self.service: Service = request.app.state.service
        self.now: datetime = self.service.clock()

    @property
    def ports(self) -> P:
        """The service's operations, reads and whatever else its routes need."""
        found: P = self.request.app.state.ports
        return found

    async def run(self, operation: AnyOperation[C, R], command: C) -> R:
        """What comes of an operation, after its commit, and nothing kept of it for a repeated request."""
        cause = self._cause(self.request.scope["traceparent"])
        outcome: R = await self.service.group_commit.perform(operation, command, cause)
        return outcome

    def _cause(self, traceparent: str | None) -> Cause:
        return Cause(self.caller.subject, None, f"http:{self.request.scope['trace_id']}", traceparent)

    async def perform(
        self,
        operation: Operation[C, R],
        command: C,
        view: Callable[[R], Shown],
        status: int = 200,
        *,
        about: UUID | None = None,
        intent: bytes | None = None,
    ) -> Response:
        """Runs an operation in a shared transaction and answers after its commit.

        With an Idempotency-Key the answer is stored with the effect and repeated. `view` makes the body from what the
        use case returns; an aggregate's sequence becomes the ETag. `about` (else what the path says it belongs to) has
        one trace for all its life, whoever asks: its id becomes the trace id, unless the caller brought a trace.
        `intent` is what makes a repeated request the same one, where its bytes differ each time (a multipart form).
        """
        self._trace(about)
        key = _key(self.request, needed=self.request.method == "POST")
        opened = open_span(
            f"{self.request.method} {operation.name}",
            self.request.scope.get("traceparent"),
            SpanKind.SERVER,
            {"http.route": self.request.scope["route"].path},
        )
        traceparent = opened.traceparent if opened else self.request.scope.get("traceparent")
        work = Work(
            operation,
            command,
            self._cause(traceparent),
            idempotency_key=f"{self.caller.subject} {key}" if key else None,
            fingerprint=await self._fingerprint(operation.name, intent) if key else "",
            render=lambda value: _render(value, view, status),
        )
        try:
            answer: Answer = await self.service.group_commit.run(work)
        except BaseException as error:
            if opened:
                opened.end(error)
            raise
        if opened:
            opened.end()
        headers = {"ETag": f'"{answer.sequence}"'} if answer.sequence is not None else {}
        if answer.repeated:
            headers["Idempotent-Replayed"] = "true"
        return Response(answer.body, answer.status, headers, "application/json")

    async def _fingerprint(self, operation: str, intent: bytes | None) -> str:
        """What makes the request: the act, where on (with its query, in whatever order that stands), whose and what."""
        scope = self.request.scope
        query = urlencode(sorted(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)))
        place = f"{scope['method']} {operation}{scope['path']}?{query}"
        body = await self.request.body() if intent is None else intent
        return fingerprint(place, f"{self.caller.subject} {self.caller.branch_scope}", body)

    def _trace(self, about: UUID | None) -> None:
        scope = self.request.scope
        if about is None and (named := self.request.path_params.get(BELONGS_TO)):
            about = UUID(str(named))
        if about is not None and not scope["trace_given"]:
            scope["traceparent"] = self.service.tracing.begin_about(about)
            scope["trace_id"] = about.hex

    def expect(self, sequence: int) -> None:
        """Checks If-Match, where the caller sent one, against an aggregate's sequence (RFC 9110 §13.1.1)."""
        wanted = self.request.headers.getlist("if-match")
        if wanted and not matches(", ".join(wanted), f'"{sequence}"', weakly=False):
            raise Conflict("precondition-failed", f"the record has changed; it is now at sequence {sequence}")


def _key(request: Request, needed: bool) -> str:
    """The Idempotency-Key, or nothing; raises Invalid. Of two headers none is meant, and no key has a blank in it."""
    key = ", ".join(request.headers.getlist("idempotency-key"))
    if needed and not key:
        raise Invalid(
            "idempotency-key-missing",
            "send an Idempotency-Key header with every POST",
            [FieldError("/Idempotency-Key", "missing", "1 to 200 characters, new for each intent")],
        )
    if key and not KEY_PATTERN.fullmatch(key):
        raise Invalid(
            "idempotency-key-invalid",
            f"the Idempotency-Key has 1 to {KEY_LONGEST} printable characters",
            [FieldError("/Idempotency-Key", "pattern", f"1 to {KEY_LONGEST} of ! to ~")],
        )
    return key


def _render(value: Any, view: Callable[[Any], Shown], status: int) -> Answer:
    body = view(value)
    if isinstance(body, BaseModel):
        data = body.__pydantic_serializer__.to_json(body)
    else:
        data = b"" if body is None else orjson.dumps(body, default=str)
    return Answer(status, data, getattr(value, "sequence", None))


def expected_ports(endpoint: Callable[..., object]) -> type:
    """The class of ports that a route's function finds in its context."""
    for annotation in get_type_hints(endpoint).values():
        if get_origin(annotation) is RequestContext:
            found: type = get_args(annotation)[0]
            return found
    return object


Context: TypeAlias = RequestContext[object]  # of the routes that every service has
AnyContext: TypeAlias = RequestContext[Any]  # of whatever service: the route knows


class Entrance:
    """Who may pass a route, and how much he may bring."""

    def __init__(self, permission: str, keyed: bool, most_bytes: int, upload: bool) -> None:
        self.permission, self.keyed, self.most_bytes, self.upload = permission, keyed, most_bytes, upload

    async def let_in(self, request: Request) -> AnyContext:
        """The context of a request; raises Forbidden where it is not allowed,
        before anything else of it was looked at."""
        allowed = (await self.caller(request)).acting(self.permission)
        if self.keyed and request.method == "POST":
            _key(request, needed=True)
        return RequestContext(request, allowed, self.permission)

    async def caller(self, request: Request) -> Caller:
        """Who asks, by his token."""
        given = request.headers.getlist("authorization")
        if len(given) > 1:
            raise Forbidden("token-invalid", "send one Authorization header")
        caller: Caller = await request.app.state.service.tokens.caller(given[0] if given else None)
        return caller


def requires(permission: str, keyed: bool = True, upload_bytes: int | None = None) -> params.Depends:
    """The dependency of a route: the caller holds this permission. `keyed`: a POST asks for an Idempotency-Key.
    `upload_bytes`: it takes a file of that size with its form, where JSON has at most a megabyte."""
    return through(Entrance(permission, keyed, upload_bytes or MOST_BYTES, upload_bytes is not None))


def through(entrance: Entrance) -> params.Depends:
    """The dependency of a route that is entered here."""

    async def context(request: Request) -> AnyContext:
        found: AnyContext = request.scope[CONTEXT]
        found.request = request
        return found

    context.permission = entrance.permission  # type: ignore[attr-defined]
    context.keyed = entrance.keyed  # type: ignore[attr-defined]
    context.entrance = entrance  # type: ignore[attr-defined]
    return params.Depends(context)
