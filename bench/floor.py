"""Measures the floor: seven processes with empty handlers, the same requests, commits and hops, on the same machine."""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID, uuid4

import aiohttp
import asyncpg
import orjson

from bench.cpu import Meter
from bench.floor_service import DDL, DOOR, FLOW
from bench.readiness import ready
from loan_contracts.messages import SERVICES
from loan_devstack.control import System
from loan_devstack.services import BY_NAME
from loan_devstack.sign_in import sign_in_client
from loan_devstack.system import service_environment
from loan_devstack.topics import create_topics
from loan_servicekit.db.migrations import migrate_async

MIGRATIONS = Path(__file__).parent.parent / "libs/servicekit/tests/parcel_migrations"
POLL_S = 0.1


class Floor:
    """Empty services on a system of PostgreSQL, Kafka and the issuer alone."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    async def start(self) -> None:
        """Makes tables and topics, and starts the seven."""
        await create_topics(self.system.kafka_bootstrap, [*FLOW, *(f"dead-letter.{s}" for s in SERVICES)], 1)
        for name in SERVICES:
            url = self.system.database_url(name)
            await migrate_async(MIGRATIONS, url)
            connection = await asyncpg.connect(url)
            for statement in DDL:
                await connection.execute(statement)
            await connection.close()
            told = service_environment(BY_NAME[name], self.system.settings, self.system.secrets())
            environment = {**os.environ, **told, "FLOOR_SERVICE": name, "OTEL_EXPORTER_OTLP_ENDPOINT": ""}
            self._processes[name] = subprocess.Popen([sys.executable, "-m", "bench.floor_service"], env=environment)
        await ready(self.system.service_url(name) for name in SERVICES)

    def stop(self) -> None:
        """Ends the seven."""
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            process.wait()

    def pids(self, infrastructure: dict[str, int]) -> dict[str, int]:
        """Empty services and what they stand on."""
        return {name: process.pid for name, process in self._processes.items()} | infrastructure

    async def run(self, count: int, under_way: int, infrastructure: dict[str, int]) -> tuple[float, dict[str, float]]:
        """Chains a second, and CPU milliseconds a chain by process: three requests each, to the last message."""
        secret = self.system.secrets().clients["channel"]
        token = (await sign_in_client(self.system.issuer_url, "channel", secret)).access_token
        meter, began = Meter(self.pids(infrastructure)), time.perf_counter()
        slots = asyncio.Semaphore(under_way)
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=64)) as session:
            watcher = Watcher(self.system.database_url("application-svc"))
            watching = asyncio.create_task(watcher.run())

            async def chain() -> None:
                async with slots:
                    id = uuid4()
                    for number, step in enumerate(DOOR):
                        await self._post(session, token, step, id)
                        if number == 0:
                            await watcher.wait(id, "decision.made")
                    await watcher.wait(id, "loan.disbursed")

            await asyncio.gather(*(chain() for _ in range(count)))
            watching.cancel()
        wall = time.perf_counter() - began
        return count / wall, {name: s * 1000 / count for name, s in meter.read().items()}

    async def _post(self, session: aiohttp.ClientSession, token: str, step: str, id: UUID) -> None:
        headers = {
            "Authorization": f"Bearer {token}",
            "Idempotency-Key": f"{id}{step}",
            "Content-Type": "application/json",
        }
        url = f"{self.system.service_url('application-svc')}/v1/{step}"
        async with session.post(url, data=orjson.dumps({"application_id": id}), headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            await answer.read()


class Watcher:
    """Sees which chains have come how far, many in one look."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._waiting: dict[tuple[UUID, str], asyncio.Future[None]] = {}

    async def wait(self, id: UUID, state: str) -> None:
        """Until application-svc has received a message of a chain."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[(id, state)] = future
        await future

    async def run(self) -> None:
        """Looks again and again."""
        connection = await asyncpg.connect(self._url)
        while True:
            await asyncio.sleep(POLL_S)
            ids = list({id for id, _ in self._waiting})
            rows = await connection.fetch(
                "select id, state from states where id = any($1) union all select id, type from notes where id = any($1)",
                ids,
            )
            for id, state in rows:
                future = self._waiting.pop((id, state), None)
                if future:
                    future.set_result(None)
