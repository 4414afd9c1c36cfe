"""One origin for the whole system, as an ingress gives it in production.

`/api/<service>/v1/...` (and `docs` with its assets, `openapi.json`) goes to the service, `/auth` is the issuer,
`/services` a page of links, everything else the console; where none is built, `/` is the page of links too. The proxy
streams, keeps connections, follows no redirect and adds nothing but the `X-Forwarded-*` headers.
"""

import logging
import re
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from itertools import cycle

import aiohttp
from multidict import CIMultiDict
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from yarl import URL

from loan_devstack.origin.links import links
from loan_devstack.origin.site import Site
from loan_servicekit.wire.headers import guarded
from loan_servicekit.wire.problem import problem_answer
from loan_servicekit.wire.server import KEEP_ALIVE_S

log = logging.getLogger(__name__)

API, AUTH, LINKS, FAULTS = "/api/", "/auth", "/services", "/simulator/faults"
PUBLIC = ("v1", "docs", "static-offline-docs", "openapi.json")  # the second: what the page of the first loads
INTERNAL = ("v1/otlp",)
CONNECT_TIMEOUT_S = 3.0
IDLE_TIMEOUT_S = 120.0
POOL_IDLE_S = KEEP_ALIVE_S / 2  # a service keeps an idle connection for longer, so that none is used that it has closed
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
TRACE = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
# RFC 9110 §7.6.1: these speak of one connection and end here, and so does what was answered here already (Expect).
HOP_BY_HOP = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-connection",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
        b"expect",
    }
)


class Edge:
    """The ASGI application. `services` gives the addresses of every service by name; `issuer` answers below /auth;
    `site` is the console, `simulator` where the outside world is played, whose faults the console switches."""

    def __init__(
        self, services: Mapping[str, Sequence[str]], issuer: ASGIApp, site: Site | None = None, simulator: str = ""
    ) -> None:
        self.ask(services)
        self._issuer, self._site, self._simulator = issuer, site, simulator
        self._client: aiohttp.ClientSession | None = None

    def ask(self, services: Mapping[str, Sequence[str]]) -> None:
        """From the next request on, each service is asked at these addresses in turn."""
        self._services = {name: cycle([URL(address) for address in addresses]) for name, addresses in services.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request, or the life of the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        else:
            await self._serve(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = _normal(scope)
        if {".", ".."} & set(path.split("/")):  # a service would read another path than the one that is looked at here
            await _problem(scope, send, 404, "not-found", "There is nothing at this path.")
        elif path.startswith(API):
            await self._api(path.removeprefix(API), scope, receive, send)
        elif path == AUTH or path.startswith(f"{AUTH}/"):
            await self._issuer({**scope, "root_path": scope.get("root_path", "") + AUTH}, receive, send)
        elif self._simulator and (path == FAULTS or path.startswith(f"{FAULTS}/")):
            switch = URL(f"{self._simulator}/admin/faults{path.removeprefix(FAULTS)}", encoded=True)
            await self._forward("simulator", switch, scope, receive, send)
        elif path == "/health/ready":
            await _answer(send, 200, "application/json", '{"status":"ready"}')
        elif scope["method"] not in ("GET", "HEAD"):
            await _problem(scope, send, 404, "not-found", "There is nothing at this path.")
        else:
            await self._page(path, scope, send)

    async def _page(self, path: str, scope: Scope, send: Send) -> None:
        site = self._site if self._site is not None and self._site.built else None
        if path == LINKS or (path == "/" and site is None):
            await _answer(send, 200, "text/html; charset=utf-8", links(self._services))
        elif site is not None and (found := site.answer(path, _takes_gzip(scope))) is not None:
            headers, body = found
            await _send(send, 200, [*headers, (b"content-length", str(len(body)).encode())], body)
        else:
            await _problem(scope, send, 404, "not-found", "There is nothing at this path.")

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._client = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=POOL_IDLE_S, use_dns_cache=False),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_S, sock_read=IDLE_TIMEOUT_S),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
        )
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._client.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _api(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        name, _, rest = path.partition("/")
        addresses = self._services.get(name)
        if addresses is None:
            await _problem(scope, send, 404, "unknown-service", f"There are {', '.join(self._services)}.")
        elif rest.split("/", 1)[0] not in PUBLIC or rest.startswith(INTERNAL):
            await _problem(scope, send, 404, "not-found", f"Below /api/{name} there are {', '.join(PUBLIC)}.")
        else:
            query = "?" + scope["query_string"].decode("latin-1") if scope["query_string"] else ""
            await self._forward(name, URL(f"{next(addresses)}/{rest}{query}", encoded=True), scope, receive, send)

    async def _forward(self, name: str, address: URL, scope: Scope, receive: Receive, send: Send) -> None:
        started = False
        try:
            async with await self._ask(address, scope, await _body(scope, receive)) as answer:
                started = True
                await _relay(answer, send)
        except TimeoutError:
            if started:
                raise
            await _refuse(scope, send, 504, "service-timeout", f"{name} did not answer in {IDLE_TIMEOUT_S:.0f} s.")
        except aiohttp.ClientConnectorError:
            await _refuse(scope, send, 503, "service-unavailable", f"{name} is not running; try again in a moment.")
        except aiohttp.ClientError as error:
            if started:  # too late for another answer: the connection is broken off, which is what the client must see
                raise
            await _refuse(scope, send, 502, "service-unavailable", f"{name} broke off ({type(error).__name__}).")
        except ValueError:  # a header or an address that cannot be sent on
            if started:
                raise
            await _problem(scope, send, 400, "request-malformed", "the request holds what cannot be sent on")

    async def _ask(
        self, address: URL, scope: Scope, body: bytes | AsyncIterator[bytes] | None
    ) -> aiohttp.ClientResponse:
        """The service's answer. Where a connection breaks off before one came, a request that bears an Idempotency-Key
        is sent once more, on another one: the service performs it once. What is safe by its method, the client
        repeats."""
        assert self._client is not None
        headers = _forwarded(scope)
        repeatable = "Idempotency-Key" in headers and not isinstance(body, AsyncIterator)
        try:
            return await self._client.request(
                scope["method"], address, headers=headers, data=body, allow_redirects=False
            )
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError) as error:
            if not repeatable or isinstance(error, aiohttp.ClientConnectorError):
                raise
        return await self._client.request(scope["method"], address, headers=headers, data=body, allow_redirects=False)


def _normal(scope: Scope) -> str:
    """The path with each unreserved character as itself; every other escape stays what it is (RFC 3986 §6.2.2)."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode()

    def plain(escape: re.Match[str]) -> str:
        character = chr(int(escape[1], 16))
        return character if character in UNRESERVED else escape[0].upper()

    return ESCAPE.sub(plain, raw.decode("latin-1"))


def _takes_gzip(scope: Scope) -> bool:
    return any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])


def _forwarded(scope: Scope) -> CIMultiDict[str]:
    """The request's headers without those of the connection, and where the request came from."""
    headers: CIMultiDict[str] = CIMultiDict()
    named = {
        n.strip().lower() for header, value in scope["headers"] if header == b"connection" for n in value.split(b",")
    }
    for name, value in scope["headers"]:
        if name not in HOP_BY_HOP and name not in named:
            headers.add(name.decode("latin-1"), value.decode("latin-1"))
    client = scope.get("client")
    headers["X-Forwarded-For"] = client[0] if client else "unknown"
    headers["X-Forwarded-Proto"] = scope["scheme"]
    headers["X-Forwarded-Host"] = headers.get("Host", "")
    return headers


async def _body(scope: Scope, receive: Receive) -> bytes | AsyncIterator[bytes] | None:
    """The request's body: nothing, the bytes where they came in one piece, a stream otherwise."""
    first = await receive()
    if not first.get("more_body"):
        return first.get("body") or None
    return _pieces(first, receive)


async def _pieces(first: Message, receive: Receive) -> AsyncIterator[bytes]:
    message = first
    while True:
        if message["type"] == "http.disconnect":
            raise ConnectionResetError("the client went away")
        if message.get("body"):
            yield message["body"]
        if not message.get("more_body"):
            return
        message = await receive()


async def _relay(answer: aiohttp.ClientResponse, send: Send) -> None:
    headers = [(name.lower(), value) for name, value in answer.raw_headers if name.lower() not in HOP_BY_HOP]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    async for chunk in answer.content.iter_any():
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _refuse(scope: Scope, send: Send, status: int, code: str, detail: str) -> None:
    """A problem that the edge itself has with a service, which the log shows too."""
    log.warning("refused %d: %s", status, detail)
    await _problem(scope, send, status, code, detail)


async def _problem(scope: Scope, send: Send, status: int, code: str, detail: str) -> None:
    """A problem in the services' shape. Its correlation id is the trace that the client brought, or a new one."""
    headers = dict(scope["headers"])
    given = TRACE.fullmatch(headers.get(b"traceparent", b"").decode("latin-1"))
    trace_id = given[1] if given else secrets.token_hex(16)
    answer = problem_answer(status, code, detail, (), trace_id)
    answer.headers["X-Correlation-ID"] = trace_id
    await _send(send, status, answer.raw_headers, bytes(answer.body))


async def _answer(send: Send, status: int, content_type: str, text: str) -> None:
    body = text.encode()
    style = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
    headers = [
        (b"content-type", content_type.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"content-security-policy", style.encode()),
    ]
    await _send(send, status, headers, body)


async def _send(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    with suppress(OSError):
        await send({"type": "http.response.start", "status": status, "headers": guarded(headers, "/")})
        await send({"type": "http.response.body", "body": body})
