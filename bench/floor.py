"""Measures the floor: seven processes with empty handlers, the same requests, commits and hops, on the same machine."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import asyncpg
import orjson

from bench.counters import Counters, counters
from bench.cpu import Meter
from bench.floor_service import DDL, DOOR, FLOW
from bench.following import following
from bench.readiness import ready
from loan_contracts.messages import SERVICES
from loan_devstack.broker.topics import create_topics
from loan_devstack.origin.sign_in import sign_in_client
from loan_devstack.running import state
from loan_devstack.running.control import System
from loan_devstack.running.system import service_environment
from loan_devstack.services import BY_NAME
from loan_replay.figures import percentile
from loan_servicekit.db.migrations import migrate_async

MIGRATIONS = Path(__file__).parent.parent / "libs/servicekit/tests/parcel_migrations"
DECIDED, PAID_OUT = "decision.made", "loan.disbursed"


@dataclass(slots=True)
class Chains:
    """What a run of the floor has shown. `heard` is the time from the first request to an event, by chain and topic."""

    count: int
    wall_s: float
    cpu_s: Mapping[str, float]
    counted: Counters
    heard_after_s: Mapping[tuple[str, str], float]

    @property
    def per_second(self) -> float:
        """Chains brought to their end a second."""
        return self.count / self.wall_s

    def cpu_ms(self) -> dict[str, float]:
        """CPU milliseconds a chain by process."""
        return {name: round(s * 1000 / self.count, 2) for name, s in self.cpu_s.items()}

    def after_ms(self, topic: str, share: float) -> float:
        """A percentile of the time from the sending of the first request to the event on the bus."""
        return percentile([s * 1000 for (_, heard), s in self.heard_after_s.items() if heard == topic], share)


class Floor:
    """Empty services on a system of PostgreSQL, Kafka and the issuer alone."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    async def start(self) -> None:
        """Makes tables and topics, and starts the seven."""
        await create_topics(self.system.kafka(), [*FLOW, *(f"dead-letter.{s}" for s in SERVICES)], 1)
        for name in SERVICES:
            url = self.system.database_url(name)
            await migrate_async(MIGRATIONS, url)
            connection = await asyncpg.connect(url)
            for statement in DDL:
                await connection.execute(statement)
            await connection.close()
            told = service_environment(BY_NAME[name], self.system.settings, self.system.secrets())
            told |= self.system.kafka().variables()  # its hops are not those of the catalogue
            environment = {**os.environ, **told, "FLOOR_SERVICE": name, "OTEL_EXPORTER_OTLP_ENDPOINT": ""}
            self._processes[name] = subprocess.Popen([sys.executable, "-m", "bench.floor_service"], env=environment)
        await ready(self.system.service_url(name) for name in SERVICES)

    def stop(self) -> None:
        """Ends the seven."""
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            process.wait()

    def pids(self) -> dict[str, int]:
        """Empty services and what they stand on."""
        running = state.read(self.system.settings.run)
        assert running is not None
        stands_on = {name: p.identity.pid for name, p in running.processes.items() if p.identity}
        return {name: process.pid for name, process in self._processes.items()} | stands_on

    async def run(self, count: int, per_second: float | None, under_way: int, look_every_s: float) -> Chains:
        """So many chains, offered at a rate or kept at so many under way: four requests each, to the last message."""
        secret = self.system.secrets().clients["channel"]
        token = (await sign_in_client(self.system.issuer_url, "channel", secret)).access_token
        slots = asyncio.Semaphore(under_way)
        began: dict[str, float] = {}
        heard_after_s: dict[tuple[str, str], float] = {}
        awaited: dict[tuple[str, str], asyncio.Event] = {}

        def hear(topic: str, id: str, at: datetime, told: dict[str, Any]) -> None:
            heard_after_s[(id, topic)] = time.perf_counter() - began[id]
            awaited.setdefault((id, topic), asyncio.Event()).set()

        async def chain(session: aiohttp.ClientSession, not_before: float) -> None:
            await asyncio.sleep(not_before - time.perf_counter())
            async with slots:
                id = str(uuid4())
                began[id] = time.perf_counter()
                for number, step in enumerate(DOOR):
                    await self._post(session, token, step, id)
                    if number == 0:
                        await awaited.setdefault((id, DECIDED), asyncio.Event()).wait()
                await awaited.setdefault((id, PAID_OUT), asyncio.Event()).wait()

        async with (
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=64)) as session,
            following(self.system.kafka(), (DECIDED, PAID_OUT), hear, look_every_s),
        ):
            before, meter, start = await counters(self.system), Meter(self.pids()), time.perf_counter()
            pause = 1 / per_second if per_second else 0.0
            await asyncio.gather(*(chain(session, start + number * pause) for number in range(count)))
            wall, cpu = time.perf_counter() - start, meter.read()
            after = await counters(self.system)
        return Chains(count, wall, cpu, after - before, heard_after_s)

    async def _post(self, session: aiohttp.ClientSession, token: str, step: str, id: str) -> None:
        headers = {
            "Authorization": f"Bearer {token}",
            "Idempotency-Key": f"{id}{step}",
            "Content-Type": "application/json",
        }
        url = f"{self.system.service_url('application-svc')}/v1/{step}"
        async with session.post(url, data=orjson.dumps({"application_id": id}), headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            await answer.read()
