"""Connections to providers, kept open: HTTP/1.1 as far as a POST with a JSON answer needs it.

A provider needs no redirects, cookies, proxies or content codings; aiohttp's client costs 0.11 ms a call to be ready for
them, these connections 0.03. The answers are taken apart by httptools (llhttp), as they are in every server here.
"""

import asyncio
import ssl
from typing import Final, cast
from urllib.parse import urlsplit

from httptools import HttpParserError, HttpResponseParser

LARGEST_ANSWER: Final = 16 << 20
IDLE_S: Final = 60.0  # servers keep connections longer; one that is closed under a request is a network error


class _Connection(asyncio.Protocol):
    """One connection, one call at a time."""

    def __init__(self) -> None:
        self.usable = False
        self.idle_since = 0.0
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._parser = HttpResponseParser(self)
        self._parts: list[bytes] = []
        self._size = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport, self.usable = cast("asyncio.Transport", transport), True

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of the answer; raises OSError where there is none. Whoever gives up ends the connection."""
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        try:
            return await self._answer
        except BaseException:
            self.abort()
            raise
        finally:
            self._answer = None

    def abort(self) -> None:
        """Ends the connection at once."""
        self.usable = False
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        if self._answer is None:  # nobody has asked: what comes now would be taken for the next answer
            self.abort()
            return
        try:
            self._parser.feed_data(data)
        except HttpParserError as error:
            self._fail(str(error))

    def on_body(self, body: bytes) -> None:
        """Called by the parser."""
        self._parts.append(body)
        self._size += len(body)
        if self._size > LARGEST_ANSWER:
            self._fail("the answer is too large")

    def on_message_complete(self) -> None:
        """Called by the parser."""
        status = self._parser.get_status_code()
        if status < 200:  # an interim answer; the real one follows
            return
        body = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
        self._parts, self._size = [], 0
        if not self._parser.should_keep_alive():
            self.abort()
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((status, body))

    def connection_lost(self, error: Exception | None) -> None:
        self._fail("the connection was closed")

    def _fail(self, reason: str) -> None:
        self.abort()
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionError(reason))


class Connections:
    """The open connections of the process, by provider. Each line bounds its own calls, so there is no other bound."""

    def __init__(self) -> None:
        self._idle: dict[tuple[str, str, int], list[_Connection]] = {}
        self._tls: ssl.SSLContext | None = None

    async def post(self, address: "Address", body: bytes) -> tuple[int, bytes]:
        """Status and body of the answer to a JSON document; raises OSError where there is none."""
        idle = self._idle.setdefault(address.origin, [])
        connection = self._waiting(idle) or await self._opened(address)
        answer = await connection.ask(b"%s%d\r\n\r\n%s" % (address.head, len(body), body))
        if connection.usable:
            connection.idle_since = asyncio.get_running_loop().time()
            idle.append(connection)
        return answer

    @staticmethod
    def _waiting(idle: list[_Connection]) -> _Connection | None:
        """The connection that was used last; if that one is too old, so are all."""
        while idle:
            connection = idle.pop()
            if connection.usable and asyncio.get_running_loop().time() - connection.idle_since < IDLE_S:
                return connection
            connection.abort()
        return None

    async def _opened(self, address: "Address") -> _Connection:
        scheme, host, port = address.origin
        if scheme == "https" and self._tls is None:
            self._tls = ssl.create_default_context()
        tls = self._tls if scheme == "https" else None
        _, connection = await asyncio.get_running_loop().create_connection(_Connection, host, port, ssl=tls)
        return connection

    async def close(self) -> None:
        """Ends all connections that are not in use."""
        for idle in self._idle.values():
            for connection in idle:
                connection.abort()
        self._idle.clear()


class Address:
    """Where a provider is asked, and the part of each request that is always the same."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"{url!r} is no address of a provider")
        self.origin = (parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        self.head = (
            f"POST {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\nContent-Length: "
        ).encode("ascii")
