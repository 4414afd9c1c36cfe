"""A service that answers real HTTP from a thread: its connections to the database belong to the loop of that thread."""

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import uvicorn
from fastapi import FastAPI

from loan_contracts.access import ROLES
from loan_servicekit.db.relay import Relay
from loan_servicekit.testing import Harness
from loan_servicekit.wire.server import server

HOUR_S = 3600
OWNER = "owner"  # in what is known: the customer as whom own records are asked for
Known = dict[str, list[Any]]  # by the name of a parameter or field, or by "operation_id/name" for one operation alone
Seed = Callable[[Harness], Awaitable[Known]]


@dataclass(frozen=True, slots=True)
class Door:
    """Where it answers, what its document says, a token for everything, and what it has records of, by parameter."""

    url: str
    document: dict[str, Any]
    token: str
    known: Known


class _NoBus:
    """A relay that is never run sends nothing."""

    async def send(self, *_: Any, **__: Any) -> Any:
        raise NotImplementedError


@contextmanager
def open_door(make: Callable[[], FastAPI], seed: Seed) -> Iterator[Door]:
    """Builds the service, lets it know something, and serves it on a free port until the block ends."""
    opened: list[Door] = []
    failed: list[BaseException] = []
    ready = threading.Event()
    servers: list[uvicorn.Server] = []

    async def serve() -> None:
        app = make()
        harness = await Harness(app).start()
        try:
            harness.service.relay = Relay(harness.service.engine, _NoBus(), harness.service.name)
            known = await seed(harness)
            # With its protocol named, asyncio sends small packets at once; else every answer takes 40 ms.
            with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
                listener.bind(("127.0.0.1", 0))
                config = server(app, "", 0, lifespan="off", loop="asyncio", timeout_graceful_shutdown=1)
                servers.append(uvicorn.Server(config))
                whose = UUID(known[OWNER][0]) if OWNER in known else UUID(int=1)
                token = harness.signer.token(*ROLES, branch="310000-01", expires_in=HOUR_S, customer_id=whose)
                opened.append(Door(f"http://127.0.0.1:{listener.getsockname()[1]}", app.openapi(), token, known))
                ready.set()
                await servers[0].serve(sockets=[listener])
        finally:
            await harness.close()

    def run() -> None:
        try:
            asyncio.run(serve())
        except BaseException as error:
            failed.append(error)
        finally:
            ready.set()

    thread = threading.Thread(target=run, name="door", daemon=True)
    thread.start()
    ready.wait()
    try:
        if failed:
            raise failed[0]
        yield opened[0]
    finally:
        for running in servers:
            running.should_exit = True
        thread.join(timeout=20)
