"""The edge between a real client and a real server, both over sockets."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
import uvicorn
from aiohttp import web
from multidict import CIMultiDict
from starlette.types import ASGIApp, Receive, Scope, Send

from loan_devstack.edge import Edge

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


@pytest.fixture
async def service() -> AsyncIterator[web.Application]:
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app[GO_ON], app[SEEN] = asyncio.Event(), asyncio.Event()
    app.router.add_get("/v1/drip", drip)
    app.router.add_post("/v1/count", count)
    app.router.add_get("/v1/elsewhere", elsewhere)
    app.router.add_get("/v1/broken", broken)
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
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        running = asyncio.create_task(server.serve([listening]))
        while not server.started:
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await running


@pytest.fixture
async def edge(service: web.Application) -> AsyncIterator[str]:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        services = {
            "risk-svc": f"http://127.0.0.1:{service[PORT]}",
            "workflow-svc": f"http://127.0.0.1:{closed.getsockname()[1]}",
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


async def test_the_issuer_stands_below_auth_and_the_front_page_lists_services_and_people(
    edge: str, client: aiohttp.ClientSession
) -> None:
    async with client.get(f"{edge}/auth/token") as answer:
        assert await answer.text() == "issuer saw /auth /auth/token"
    async with client.get(f"{edge}/") as answer:
        page = await answer.text()
    assert "/api/risk-svc/docs" in page
    assert "customer-manager" in page
