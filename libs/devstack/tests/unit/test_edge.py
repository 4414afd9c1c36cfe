"""The edge between a real client and a real server, both over sockets."""

import asyncio
import gzip
import json
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest
import uvicorn
from aiohttp import web
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from multidict import CIMultiDict
from starlette.types import ASGIApp, Receive, Scope, Send
from yarl import URL

from loan_devstack.origin.edge import POOL_IDLE_S, Edge
from loan_devstack.origin.site import Site
from loan_servicekit.wire.server import KEEP_ALIVE_S, server

BREAKS = web.AppKey("breaks", list)
GO_ON, SEEN = web.AppKey("go-on", asyncio.Event), web.AppKey("seen", asyncio.Event)
PORT = web.AppKey("port", int)


async def issuer(scope: Scope, receive: Receive, send: Send) -> None:
    body = f"issuer saw {scope['root_path']} {scope['path']}".encode()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": body})


async def echo(request: web.Request) -> web.Response:
    told = {"method": request.method, "path": request.raw_path, "headers": dict(request.headers),
            "body": (await request.read()).decode()}  # fmt: skip
    answer = web.json_response(told, status=201, headers={"ETag": 'W/"7"', "Keep-Alive": "timeout=9"})
    answer.headers.add("Set-Cookie", "a=1")
    answer.headers.add("Set-Cookie", "b=2")
    return answer


async def drip(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse()
    await answer.prepare(request)
    await answer.write(b"first")
    await request.app[GO_ON].wait()
    await answer.write(b"second")
    return answer


async def count(request: web.Request) -> web.Response:
    size = 0
    async for chunk in request.content.iter_any():
        size += len(chunk)
        request.app[SEEN].set()
    return web.json_response(size)


async def elsewhere(request: web.Request) -> web.Response:
    raise web.HTTPFound("/v1/echo")


async def broken(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def once(request: web.Request) -> web.Response:
    """Breaks off, where it is told to, before anything of the answer is sent."""
    if request.app[BREAKS].pop(0):
        assert request.transport is not None
        request.transport.close()
        request.app[BREAKS].insert(0, False)
        return web.Response()
    return web.Response(status=201)


@pytest.fixture
async def service() -> AsyncIterator[web.Application]:
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app[GO_ON], app[SEEN], app[BREAKS] = asyncio.Event(), asyncio.Event(), []
    app.router.add_get("/v1/drip", drip)
    app.router.add_post("/v1/count", count)
    app.router.add_get("/v1/elsewhere", elsewhere)
    app.router.add_get("/v1/broken", broken)
    app.router.add_post("/v1/once", once)
    app.router.add_route("*", "/{anything:.*}", echo)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    app[PORT] = site._server.sockets[0].getsockname()[1]
    yield app
    await runner.cleanup()


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        running_server = uvicorn.Server(server(app, "", 0, loop="asyncio", log_level="error", lifespan="on"))
        running = asyncio.create_task(running_server.serve([listening]))
        while not running_server.started:
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        running_server.should_exit = True
        await running


@pytest.fixture
async def edge(service: web.Application) -> AsyncIterator[str]:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        services = {
            "risk-svc": [f"http://127.0.0.1:{service[PORT]}"],
            "workflow-svc": [f"http://127.0.0.1:{closed.getsockname()[1]}"],
        }
        async with served(Edge(services, issuer)) as address:
            yield address


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_a_request_reaches_the_service_below_its_own_root_with_method_query_headers_and_body(
    edge: str, client: aiohttp.ClientSession
) -> None:
    headers = {"Authorization": "Bearer t", "Idempotency-Key": "k", "traceparent": "00-1-2-01"}
    path = "/api/risk-svc/v1/things/a%2Fb?x=1&x=%E4%BF%A1"
    async with client.patch(edge + path, data="body", headers=headers) as answer:
        told = await answer.json()
        assert answer.status == 201
    assert (told["method"], told["path"], told["body"]) == ("PATCH", "/v1/things/a%2Fb?x=1&x=%E4%BF%A1", "body")
    seen = CIMultiDict(told["headers"])
    assert {name: seen.get(name) for name in headers} == headers
    assert seen["X-Forwarded-For"] == "127.0.0.1"
    assert edge.endswith(seen["X-Forwarded-Host"])


async def test_an_answer_keeps_its_headers_except_those_of_the_connection(
    edge: str, client: aiohttp.ClientSession
) -> None:
    async with client.get(f"{edge}/api/risk-svc/v1/echo") as answer:
        assert answer.headers["ETag"] == 'W/"7"'
        assert answer.headers.getall("Set-Cookie") == ["a=1", "b=2"]
        assert "Keep-Alive" not in answer.headers


@pytest.mark.parametrize(
    "path", ["docs", "openapi.json", "docs/oauth2-redirect", "static-offline-docs/swagger-ui-bundle.js"]
)
async def test_documents_of_a_service_are_reachable(edge: str, client: aiohttp.ClientSession, path: str) -> None:
    async with client.get(f"{edge}/api/risk-svc/{path}") as answer:
        assert (await answer.json())["path"] == f"/{path}"


@pytest.mark.parametrize(
    "path",
    ["/api/risk-svc/metrics", "/api/risk-svc/v1/otlp/v1/traces", "/api/risk-svc/redoc", "/api/risk-svc",
     "/api/nobody/v1/x", "/x"],
)  # fmt: skip
async def test_what_is_not_public_is_not_found(edge: str, client: aiohttp.ClientSession, path: str) -> None:
    async with client.get(edge + path) as answer:
        assert answer.status == 404
        assert answer.content_type == "application/problem+json"


async def test_an_answer_is_streamed_as_it_comes(
    edge: str, client: aiohttp.ClientSession, service: web.Application
) -> None:
    async with client.get(f"{edge}/api/risk-svc/v1/drip") as answer:
        assert await answer.content.readexactly(5) == b"first"
        service[GO_ON].set()
        assert await answer.content.read() == b"second"


async def test_a_request_is_streamed_as_it_comes(
    edge: str, client: aiohttp.ClientSession, service: web.Application
) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b"x" * 100_000
        await service[SEEN].wait()
        yield b"x" * 50_000

    async with client.post(f"{edge}/api/risk-svc/v1/count", data=body()) as answer:
        assert await answer.json() == 150_000


async def test_redirects_are_the_clients_business(edge: str, client: aiohttp.ClientSession) -> None:
    async with client.get(f"{edge}/api/risk-svc/v1/elsewhere", allow_redirects=False) as answer:
        assert answer.status == 302
        assert answer.headers["Location"] == "/v1/echo"


@pytest.mark.parametrize(("path", "status"), [("workflow-svc/v1/x", 503), ("risk-svc/v1/broken", 502)])
async def test_a_service_that_is_away_is_a_problem_with_a_code(
    edge: str, client: aiohttp.ClientSession, path: str, status: int
) -> None:
    async with client.get(f"{edge}/api/{path}") as answer:
        assert answer.status == status
        assert answer.content_type == "application/problem+json"
        assert (await answer.json(content_type=None))["code"] == "service-unavailable"


async def test_the_console_is_served_as_it_was_built_and_its_pages_begin_at_any_of_their_addresses(
    client: aiohttp.ClientSession, tmp_path: Path
) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("desk")
    (tmp_path / "b.html").write_text("borrower")
    (tmp_path / "assets" / "desk-1.js").write_text("plain")
    (tmp_path / "assets" / "desk-1.js.gz").write_bytes(gzip.compress(b"packed"))
    (tmp_path.parent / "secret.txt").write_text("outside")
    site = Site(tmp_path, "http://127.0.0.1:1/auth", "console", "borrower-app")
    async with served(Edge({"risk-svc": ["http://127.0.0.1:1"]}, issuer, site)) as edge:
        for path, body, kept in (
            ("/", "desk", "no-cache"), ("/cases/1?h=2", "desk", "no-cache"), ("/b.html", "borrower", "no-cache"),
            ("/assets/desk-1.js", "packed", "public, max-age=31536000, immutable"),
        ):  # fmt: skip
            async with client.get(edge + path) as answer:
                assert (answer.status, await answer.text(), answer.headers["Cache-Control"]) == (200, body, kept)
                policy = answer.headers["Content-Security-Policy"]
            assert "script-src 'self' 'wasm-unsafe-eval';" in policy
            assert "connect-src 'self' http://127.0.0.1:1;" in policy
        async with client.get(f"{edge}/assets/desk-1.js", headers={"Accept-Encoding": "identity"}) as answer:
            assert await answer.text() == "plain"
        async with client.get(f"{edge}/console.json") as answer:
            told = await answer.json()
        assert (told["issuer"], told["client"]) == ("http://127.0.0.1:1/auth", "console")
        assert {"approver", "finance"} <= {person["id"] for person in told["people"]}
        for path in (
            "/assets/absent.js",
            "/assets/desk-1.js.gz",
            "/..%2fsecret.txt",
            "/%2e%2e/secret.txt",
            "/secret.txt",
        ):
            async with client.get(URL(edge + path, encoded=True)) as answer:
                assert answer.status == 404, path
        async with client.post(f"{edge}/cases/1") as answer:
            assert answer.status == 404
        async with client.get(f"{edge}/services") as answer:
            assert "/api/risk-svc/docs" in await answer.text()


async def test_the_issuer_stands_below_auth_and_the_front_page_lists_services_and_people(
    edge: str, client: aiohttp.ClientSession
) -> None:
    async with client.get(f"{edge}/auth/token") as answer:
        assert await answer.text() == "issuer saw /auth /auth/token"
    async with client.get(f"{edge}/") as answer:
        page = await answer.text()
    assert "/api/risk-svc/docs" in page
    assert "customer-manager" in page


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("/api/%72isk-svc/v1/things", "/v1/things"),
        ("/%61pi/risk-svc/%761/a%2fb", "/v1/a%2Fb"),
        ("/api/risk-svc/v1/%7Ea%2Eb/%25", "/v1/~a.b/%25"),
        ("/api/risk-svc/v1//a;b=1", "/v1//a;b=1"),
        ("/api/risk-svc/v1/%E4%BF%A1?q=%zz&%72", "/v1/%E4%BF%A1?q=%zz&%72"),
    ],
)
async def test_an_address_written_otherwise_is_the_same_address(edge: str, path: str, seen: str) -> None:
    _, answer = await raw(edge, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
    assert json.loads(answer)["path"] == seen


@pytest.mark.parametrize(
    "path",
    ["/api/%2572isk-svc/v1/x", "/api/%2Frisk-svc/v1/x", "/api//risk-svc/v1/x", "/api/risk-svc//v1/x", "/api/./risk-svc/v1/x",
     "/api/risk-svc/v1/../metrics", "/api/risk-svc/v1/%2e%2e/metrics", "/api/risk-svc/v1/%2E./%2E%2e/metrics", "/api/risk-svc/%2e%2e/x",
     "/api/risk-svc/v1%2Fotlp/v1/traces", "/api/risk-svc/v1/%6ftlp/v1/traces", "/api/risk-svc/%6detrics", "/api/risk-svc%00/v1/x",
     "/api/RISK-SVC/v1/x", "/api", "/api/", "/api/%", "/api/%zz/v1", "/..", "/%2e%2e/%2e%2e/etc/passwd", "/auth/../api/risk-svc/metrics"],
)  # fmt: skip
async def test_no_way_of_writing_it_leads_to_what_is_not_public(edge: str, path: str) -> None:
    head, answer = await raw(edge, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
    assert head.startswith(b"HTTP/1.1 404 ")
    assert_problem(head, answer, 404)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /api/risk-svc/v1/x HTTP/1.1\r\n\r\n", 400),
        (b"GET http://other/api/risk-svc/v1/x HTTP/1.1\r\nHost: a\r\n\r\n", 201),
        (b"CONNECT risk-svc:80 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (b"GET /api/risk-svc/v1/" + b"a" * 9000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        (b"GET /api/risk-svc/v1/x HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 200_000 + b"\r\n\r\n", 431),
        (b"GET /api/risk-svc/v1/\xe4\xbf\xa1 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (b"PROPFIND /api/risk-svc/v1/x HTTP/1.1\r\nHost: a\r\n\r\n", 201),
        (b"GET /api/risk-svc/v1/x HTTP/1.1\r\nHost: a\r\nX: \xff\xfe\r\nConnection: x-secret\r\nX-Secret: 1\r\n\r\n", 201),
        (b"POST /api/risk-svc/v1/x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nab", 201),
    ],
    ids=lambda value: repr(value)[:50],
)  # fmt: skip
async def test_requests_that_few_clients_send_are_served_or_refused(edge: str, sent: bytes, status: int) -> None:
    head, answer = await raw(edge, sent)
    assert f"HTTP/1.1 {status} ".encode() in head, head
    if status >= 400:
        assert_problem(head, answer, status)
    else:
        assert b"X-Secret" not in answer


async def test_what_the_edge_says_itself_has_the_services_shape(edge: str, client: aiohttp.ClientSession) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    for path, status in (("workflow-svc/v1/x", 503), ("risk-svc/v1/broken", 502), ("nobody/v1/x", 404)):
        headers = {"traceparent": f"00-{trace}-00f067aa0ba902b7-01"}
        async with client.get(f"{edge}/api/{path}", headers=headers) as answer:
            told = await answer.json(content_type=None)
            assert (answer.status, told["status"], told["type"]) == (
                status,
                status,
                f"urn:xinliu:problem:{told['code']}",
            )
            assert told["correlation_id"] == answer.headers["X-Correlation-ID"] == trace
            assert set(told) == {"type", "title", "status", "code", "detail", "correlation_id", "errors"}
            assert answer.headers.get("Retry-After") == ("1" if status > 500 else None)
            assert answer.headers["Cache-Control"] == "no-store"


async def test_a_command_with_a_key_is_sent_again_where_the_connection_broke_off_and_another_is_not(
    edge: str, client: aiohttp.ClientSession, service: web.Application
) -> None:
    for headers, statuses in (({"Idempotency-Key": "k"}, [201, 201, 201]), ({}, [201, 502, 201])):
        service[BREAKS] = [False, True, False]
        found = []
        for _ in range(3):
            async with client.post(f"{edge}/api/risk-svc/v1/once", data=b"{}", headers=headers) as answer:
                found.append(answer.status)
        assert found == statuses


async def test_a_connection_that_was_idle_is_not_one_that_the_service_has_closed() -> None:
    assert POOL_IDLE_S < KEEP_ALIVE_S


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="/%.2eEfF57riskapv1-svc:;?#&=\\", max_size=60) | st.text(max_size=12).map(quote))
async def test_no_address_is_a_failure(edge: str, path: str) -> None:
    for prefix in ("/", "/api/", "/api/risk-svc/", "/api/risk-svc/v1/"):
        head, _ = await raw(edge, f"GET {prefix}{path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        assert 200 <= int(head.split(b" ")[1]) < 500, (prefix, path, head)


async def raw(edge: str, sent: bytes) -> tuple[bytes, bytes]:
    """Head and body of the answer to what is sent as it is."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(edge.rpartition(":")[2]))
    writer.write(sent)
    head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 20)
    if head.startswith(b"HTTP/1.1 100"):
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 20)
    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    answer = await reader.readexactly(int(length[1])) if length else b""
    writer.close()
    return head, answer


def assert_problem(head: bytes, answer: bytes, status: int) -> None:
    told = json.loads(answer)
    assert b"application/problem+json" in head and told["status"] == status and told["code"]


async def test_requests_go_in_turn_to_the_processes_that_a_service_has_at_the_moment(
    service: web.Application, client: aiohttp.ClientSession
) -> None:
    processes = [f"http://127.0.0.1:{service[PORT]}/{name}" for name in ("old", "new")]
    edge = Edge({"risk-svc": processes[:1]}, issuer)

    async def asked(address: str) -> list[str]:
        paths = []
        for _ in range(4):
            async with client.get(f"{address}/api/risk-svc/v1/echo") as answer:
                paths.append((await answer.json())["path"].split("/")[1])
        return paths

    async with served(edge) as address:
        assert await asked(address) == ["old"] * 4
        edge.ask({"risk-svc": processes})
        assert await asked(address) == ["old", "new"] * 2
        edge.ask({"risk-svc": processes[1:]})
        assert await asked(address) == ["new"] * 4
