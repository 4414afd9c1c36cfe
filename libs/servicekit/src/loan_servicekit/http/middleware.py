"""One pure ASGI layer around every service: trace, correlation id, metrics, size limit. No BaseHTTPMiddleware."""

import time
from typing import Any

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from loan_servicekit.http.edge import MOST_BYTES
from loan_servicekit.telemetry import HTTP_SECONDS, Tracing

QUIET = ("/health", "/metrics")


class Around:
    """Gives each request its trace and each answer its correlation id; counts what was answered."""

    def __init__(self, app: ASGIApp, service: str, tracing: Tracing, root_path: str) -> None:
        self._app, self._service, self._tracing = app, service, tracing
        self._root_path = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http" or scope["path"].startswith(QUIET):
            await self._app(scope, receive, send)
            return
        scope["root_path"] = self._root_path
        if not scope["path"].startswith(f"{self._root_path}/"):  # mounted files are found by the whole path alone
            scope["path"] = self._root_path + scope["path"]
        headers = dict(scope["headers"])
        given = headers.get(b"traceparent")
        traceparent = self._tracing.begin(given.decode("latin-1") if given else None)
        scope["traceparent"], scope["trace_id"] = traceparent, traceparent[3:35]
        scope["trace_given"] = given is not None
        began = time.perf_counter()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-correlation-id", scope["trace_id"].encode())]
            await send(message)

        received = 0

        async def receiving() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > scope.get("most_bytes", MOST_BYTES):  # a body that did not say how long it is
                raise HTTPException(413, f"a request has at most {scope.get('most_bytes', MOST_BYTES)} bytes here")
            return message

        try:
            await self._app(scope, receiving, sending)
        finally:
            route: Any = scope.get("route")
            path = getattr(route, "path", "unmatched")
            HTTP_SECONDS.labels(self._service, scope["method"], path, str(status)).observe(time.perf_counter() - began)
