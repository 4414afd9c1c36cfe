"""One pure ASGI layer around every service: trace, correlation id, metrics, size limit, headers that guard a browser,
and the answer to a failure of ours. No BaseHTTPMiddleware."""

import logging
import time

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from loan_servicekit.core import Invalid
from loan_servicekit.http.context import MOST_BYTES
from loan_servicekit.http.entity_tags import matches
from loan_servicekit.http.problems import problem_response
from loan_servicekit.telemetry import HTTP_SECONDS, Tracing
from loan_servicekit.wire.headers import guarded

log = logging.getLogger(__name__)

QUIET = ("/health", "/metrics")
CLIENT_GONE = 499


class RequestMiddleware:
    """Gives each request its trace and each answer its correlation id; counts what was answered."""

    def __init__(self, app: ASGIApp, service: str, tracing: Tracing, root_path: str) -> None:
        self._app, self._service, self._tracing = app, service, tracing
        self._root_path = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method, path = scope["method"], scope["path"]
        # HEAD is GET without its content (RFC 9110 §9.3.2); the server below leaves the content out.
        scope = {**scope, "method": "GET" if method == "HEAD" else method, "root_path": self._root_path}
        quiet = path.startswith(QUIET)
        headers = dict(scope["headers"])
        if not quiet:
            if not path.startswith(f"{self._root_path}/"):  # mounted files are found by the whole path alone
                scope["path"] = self._root_path + path
            given = headers.get(b"traceparent")
            traceparent = self._tracing.begin(given.decode("latin-1") if given else None)
            scope["traceparent"], scope["trace_id"] = traceparent, traceparent[3:35]
            scope["trace_given"] = given is not None
        answer = _Answer(send, scope, method, headers.get(b"if-none-match"))
        began = time.perf_counter()
        try:
            await self._app(scope, _limited(scope, receive), answer.send)
        except ClientDisconnect:
            answer.status = answer.status or CLIENT_GONE
        except Exception as error:
            log.error(
                "request.failed",
                exc_info=error,
                extra={"route": _route(scope), "correlation_id": scope.get("trace_id")},
            )
            if answer.status:  # too late for another answer: the connection is broken off
                raise
            await _broken(scope, receive, answer.send)
        finally:
            if not quiet:
                HTTP_SECONDS.labels(self._service, method, _route(scope), str(answer.status)).observe(
                    time.perf_counter() - began
                )


class _Answer:
    """The way of an answer to the client: what every answer bears is added, what he has already is left out."""

    def __init__(self, send: Send, scope: Scope, method: str, seen: bytes | None) -> None:
        self._send, self._scope, self._method, self._seen = send, scope, method, seen
        self._empty = method == "HEAD"
        self.status = 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = guarded(message["headers"], self._scope["path"].removeprefix(self._scope["root_path"]))
            if (trace := self._scope.get("trace_id")) is not None:
                headers.append((b"x-correlation-id", trace.encode()))
            if (
                self._seen is not None
                and self.status == 200
                and self._method in ("GET", "HEAD")
                and self._knows(headers)
            ):
                self.status, self._empty = 304, True
                headers = [(n, v) for n, v in headers if n not in (b"content-type", b"content-length")]
            message = {**message, "status": self.status, "headers": headers}
        elif self._empty:
            message = {**message, "body": b""}
        await self._send(message)

    def _knows(self, headers: list[tuple[bytes, bytes]]) -> bool:
        """Whether the client has this version already (RFC 9110 §13.1.2);
        a header that is no list of tags says nothing."""
        assert self._seen is not None
        current = next((value for name, value in headers if name == b"etag"), None)
        try:
            return current is not None and matches(self._seen.decode("latin-1"), current.decode("latin-1"), weakly=True)
        except Invalid:
            return False


def _limited(scope: Scope, receive: Receive) -> Receive:
    received = 0

    async def receiving() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > (most := scope.get("most_bytes", MOST_BYTES)):  # a body that did not say how long it is
            raise HTTPException(413, f"a request has at most {most} bytes here")
        return message

    return receiving


def _route(scope: Scope) -> str:
    return getattr(scope.get("route"), "path", "unmatched")


async def _broken(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers a bug: nothing of it but the correlation id is shown. The connection stays, as after every answer."""
    answer = problem_response(500, "internal-error", "the request failed; it was recorded", (), scope.get("trace_id"))
    await answer(scope, receive, send)
