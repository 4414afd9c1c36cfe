"""A staff member's API before a small server that answers what a test lays down for a path."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from loan_replay.api import Api

Serving = Callable[[dict[str, Any]], Any]


@asynccontextmanager
async def _serving(answers: dict[str, Any]) -> AsyncIterator[Api]:
    async def answer(request: web.Request) -> web.Response:
        found = answers.get(request.path)
        if found is None:
            return web.json_response({"code": "not-found", "detail": request.path}, status=404)
        return web.json_response(found)

    async def token() -> str:
        return "t"

    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
    async with Api(lambda service: f"http://127.0.0.1:{port}/{service}", token) as api:
        yield api
    await runner.cleanup()


@pytest.fixture
def serving() -> Serving:
    """Serves JSON by path (`/<service>/v1/...`), 404 for every other path; gives the API to it."""
    return _serving
