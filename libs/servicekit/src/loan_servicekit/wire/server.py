"""The server in front of every application: uvicorn, with bounds on what a client may send and on how slowly.

An answer of this file is one that no application sees: the request could not be read, or was not finished in time.
"""

import asyncio
from asyncio import TimerHandle, Transport
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import Any

import httptools
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from loan_servicekit.wire.headers import guarded
from loan_servicekit.wire.problem import problem_answer

KEEP_ALIVE_S = 75  # longer than any proxy before it keeps an idle connection, so that none finds it closed
HEAD_S = 10.0  # from the first byte of a request, or from the opening of its connection, to the end of its headers
BODY_WINDOW_S = 10.0
BODY_WINDOW_BYTES = 1024  # at least so much of a body comes in each window
LINGER_S = 1.0
TICK_S = 1.0
LONGEST_TARGET = 8 * 1024
MOST_HEAD_BYTES = 32 * 1024
MOST_HEADERS = 100
MOST_UNREAD = 32 * 1024 * 1024  # of a body that was answered before it had come


class BoundedProtocol(HttpToolsProtocol):
    """One connection of a client."""

    _timer: TimerHandle | None = None
    _refusal: tuple[int, str, str] = (400, "request-malformed", "this is no HTTP request that can be read")
    _in_head, _refused = True, False
    _target = _head = _fields = _body = _unread = _messages = 0

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """A client has come; it has so long to say what it wants."""
        super().connection_made(transport)
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes of a request. What does not come whole is waited for so long; of a head so many bytes are kept."""
        if self._refused:
            return
        waiting, before = self._in_head, self._messages
        super().data_received(data)
        if self._refused or self.transport.is_closing():
            return
        if not self._in_head:
            if self._timer is None:
                self._timer = self.loop.call_later(BODY_WINDOW_S, self._check_body, self._body)
            return
        if waiting and self._messages == before:
            self._head += len(data)
            if self._head > MOST_HEAD_BYTES:
                self._refuse(*_too_large())
                return
        if self._timer is None and self.timeout_keep_alive_task is None and self._is_idle():
            self._wait_for_head()

    def _is_idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def on_message_begin(self) -> None:
        """The first byte of a request."""
        super().on_message_begin()
        self._in_head, self._target, self._fields = True, 0, 0
        self._body = self._unread = 0

    def on_url(self, url: bytes) -> None:
        """A part of the request's target."""
        self._target += len(url)
        if self._target > LONGEST_TARGET:
            self._give_up(414, "target-too-long", f"an address has at most {LONGEST_TARGET} bytes")
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """One header."""
        self._target += len(name) + len(value)
        self._fields += 1
        if self._target > MOST_HEAD_BYTES or self._fields > MOST_HEADERS:
            self._give_up(*_too_large())
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is here; the body has to come in time."""
        self._stop_waiting()
        self._in_head, self._head = False, 0
        hosts = sum(name == b"host" for name, _ in self.headers)
        if hosts != 1 and (hosts > 1 or self.parser.get_http_version() == "1.1"):
            self._give_up(400, "request-malformed", "a request names one Host (RFC 9112 §3.2)")
        if not self.url.startswith((b"/", b"http://", b"https://")):
            self._give_up(400, "request-malformed", "the target is no path")
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A part of the body; what was answered already is read away, so that the client sees the answer."""
        self._body += len(body)
        if self.cycle.response_complete:
            self._unread += len(body)
            if self._unread > MOST_UNREAD:
                self.transport.close()
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The whole request is here."""
        self._stop_waiting()
        self._in_head, self._head = True, 0
        self._messages += 1
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """Answers what the parser could not read."""
        self._refuse(*self._refusal)

    def _wait_for_head(self) -> None:
        self._timer = self.loop.call_later(HEAD_S, self._head_is_late)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _head_is_late(self) -> None:
        self._timer = None
        if self._head:
            self._refuse(408, "request-too-slow", f"the head of a request comes within {HEAD_S:.0f} s")
        else:
            self.transport.close()

    def _check_body(self, before: int) -> None:
        """Whether enough has come since; a body that nobody takes from us is not the client's fault."""
        self._timer = None
        if self._body - before < BODY_WINDOW_BYTES and not self.flow.read_paused:
            if self.cycle.response_started:
                self.transport.close()
            else:
                self._refuse(
                    408,
                    "request-too-slow",
                    f"of a body at least {BODY_WINDOW_BYTES} bytes come in {BODY_WINDOW_S:.0f} s",
                )
                self.cycle.disconnected = True
                self.cycle.message_event.set()
            return
        self._timer = self.loop.call_later(BODY_WINDOW_S, self._check_body, self._body)

    def _give_up(self, status: int, code: str, detail: str) -> None:
        """Ends the parser's work; the answer follows from send_400_response."""
        self._refusal = (status, code, detail)
        raise httptools.HttpParserError(detail)

    def _refuse(self, status: int, code: str, detail: str) -> None:
        if self.transport.is_closing() or self._refused:
            return
        self._refused = True
        self._stop_waiting()
        answer = problem_answer(status, code, detail)
        headers = [*guarded(answer.raw_headers, "/"), (b"connection", b"close")]
        head = b"".join(b"%s: %s\r\n" % header for header in headers)
        self.transport.write(b"HTTP/1.1 %d \r\n%s\r\n%s" % (status, head, bytes(answer.body)))
        self.transport.write_eof()  # what still comes is read away for a moment: a closed socket would lose the answer
        self._timer = self.loop.call_later(LINGER_S, self.transport.close)


def _too_large() -> tuple[int, str, str]:
    return (
        431,
        "headers-too-large",
        f"the head of a request has at most {MOST_HEAD_BYTES} bytes and {MOST_HEADERS} headers",
    )


def server(app: ASGIApp, host: str, port: int, **other: object) -> uvicorn.Config:
    """How an application is served, wherever it runs."""
    usual: dict[str, Any] = {
        "loop": "uvloop",
        "http": BoundedProtocol,
        "ws": "none",
        "log_config": None,
        "access_log": False,
        "timeout_keep_alive": KEEP_ALIVE_S,
        "timeout_graceful_shutdown": 10,
        "backlog": 4096,
        "server_header": False,
    }
    return uvicorn.Config(app, host=host, port=port, **usual | other)


class CalmServer(uvicorn.Server):
    """Wakes once a second, for the date that it tells, and when it is told to stop: uvicorn's own looks ten times."""

    _stop: Callable[[], object] | None = None

    async def main_loop(self) -> None:
        """Waits for the end."""
        loop, stopped = asyncio.get_running_loop(), asyncio.Event()
        self._stop = partial(loop.call_soon_threadsafe, stopped.set)
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                async with asyncio.timeout(TICK_S):
                    await stopped.wait()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop."""
        super().handle_exit(sig, frame)
        if self._stop is not None:
            self._stop()


def serve(app: ASGIApp, host: str, port: int, **other: object) -> None:
    """Serves until told to stop."""
    CalmServer(server(app, host, port, **other)).run()
