"""Throughput with one and with two replicas of the slowest service, on the same loads.

Of all services integration-gateway takes longest for an application: it asks five sources over HTTP. Its topic has
two partitions here, so that two replicas can share them. The load lies on the topic before the clock starts: until
then a lock on the inbox holds the replicas, which have joined before and have their partitions. The clock runs until
the answer about every application is committed. Simulator, application-svc (whom the gateway asks for identities),
database and broker run on the same machine.

Twice: with sources that answer at once, where the processes around take what the two cores leave; and with a bureau
that takes half a second, where a replica waits for as many answers as its line to the bureau admits.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import aiohttp
import asyncpg
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions

from bench.load import Bench
from bench.readiness import ready
from bench.results import keep
from loan_contracts.assessment import ExternalDataCollected, ExternalDataRequested
from loan_contracts.envelope import Envelope
from loan_devstack.running.control import System, free_port_base
from loan_devstack.running.system import service_environment
from loan_devstack.services import BY_NAME
from loan_devstack.settings import SIMULATOR_OFFSET
from loan_servicekit.broker import BrokerAccess

SERVICE = "integration-gateway"
AROUND = ("postgres", "kafka", "edge", "simulator", "migrate", "application-svc")
REPLICAS = (1, 2)
WARM_UP, APPLICATIONS, APPLICATIONS_OF_A_SLOW_BUREAU = 200, 3_000, 1_000
BUREAU_DELAY_MS = 500
JOINED_WITHIN_S = 60
SAMPLE = Path(__file__).parent.parent / "libs/contracts/samples/external-data.requested.json"
HOLD = "lock table inbox in access exclusive mode"
ANSWERED = f"select count(*) from outbox where type = '{ExternalDataCollected.TYPE}'"


async def replicas(system: System) -> None:
    """One replica, then two, each on a load of its own; prints both and their ratio."""
    with system:
        await _two_partitions(system.kafka())
        bench = Bench(system)
        await _compare(bench, "replicas", APPLICATIONS, "")
        await _delay_the_bureau(system)
        await _compare(bench, "replicas_of_a_slow_bureau", APPLICATIONS_OF_A_SLOW_BUREAU,
                       f"; the bureau takes {BUREAU_DELAY_MS} ms")  # fmt: skip


async def _compare(bench: Bench, name: str, applications: int, beside: str) -> None:
    rates = {count: await _drained(bench, count, applications) for count in REPLICAS}
    setup = (f"{applications} {ExternalDataRequested.TYPE} on a topic of two partitions, each of another customer with"
             f" five sources, until {SERVICE} has answered all; simulator, application-svc, database and broker on the"
             f" same machine{beside}")  # fmt: skip
    keep(f"{name}_one", rates[1], "applications/s", None, setup)
    keep(f"{name}_two", rates[2], "applications/s", rates[1], f"{setup}; floor: one replica")


async def _delay_the_bureau(system: System) -> None:
    simulator = f"http://127.0.0.1:{system.settings.port_base + SIMULATOR_OFFSET}"
    async with aiohttp.ClientSession() as session:
        async with session.put(f"{simulator}/admin/faults/CREDIT_BUREAU", json={"delay_ms": BUREAU_DELAY_MS}) as answer:
            assert answer.status == 204, await answer.text()


async def _two_partitions(broker: BrokerAccess) -> None:
    async with _admin(broker) as admin:
        await admin.create_partitions({ExternalDataRequested.TYPE: NewPartitions(total_count=max(REPLICAS))})


async def _drained(bench: Bench, count: int, applications: int) -> float:
    """Applications a second through so many replicas."""
    system = bench.system
    customers = await bench.customers(WARM_UP + applications)
    ports = [free_port_base() for _ in range(count)]
    running = [subprocess.Popen(_command(), env=_environment(system, port)) for port in ports]
    connection = await asyncpg.connect(system.database_url(SERVICE))
    try:
        await ready(f"http://127.0.0.1:{port}" for port in ports)
        await _each_has_joined(system.kafka(), count)
        await _seconds(system, connection, customers[:WARM_UP])
        return round(applications / await _seconds(system, connection, customers[WARM_UP:]), 1)
    finally:
        await connection.close()
        for process in running:
            process.terminate()
        for process in running:
            process.wait()


async def _seconds(system: System, connection: asyncpg.Connection, customers: Sequence[str]) -> float:
    """From the moment at which the replicas may begin until they have answered about all."""
    before = await connection.fetchval(ANSWERED)
    async with connection.transaction():
        await connection.execute(HOLD)
        await _send(system.kafka(), customers)
    began = time.perf_counter()
    while await connection.fetchval(ANSWERED) < before + len(customers):
        await asyncio.sleep(0.02)
    return time.perf_counter() - began


async def _each_has_joined(broker: BrokerAccess, count: int) -> None:
    """Returns when the group is stable with so many members."""
    async with _admin(broker) as admin, asyncio.timeout(JOINED_WITHIN_S):
        while True:
            for answer in await admin.describe_consumer_groups([SERVICE]):
                for _, _, state, _, _, members, *_ in answer.groups:
                    if state == "Stable" and len(members) == count:
                        return
            await asyncio.sleep(0.2)


@asynccontextmanager
async def _admin(broker: BrokerAccess) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(**broker.client())
    await admin.start()
    try:
        yield admin
    finally:
        await admin.close()


def _command() -> list[str]:
    return [sys.executable, "-m", BY_NAME[SERVICE].package, "worker"]


def _environment(system: System, port: int) -> dict[str, str]:
    told = service_environment(BY_NAME[SERVICE], system.settings, system.secrets())
    own = {"PORT": str(port), "OTEL_EXPORTER_OTLP_ENDPOINT": "", "LOG_LEVEL": "warning"}
    return {**os.environ, **told, **own}


def _record(customer_id: str) -> tuple[bytes, bytes, list[tuple[str, bytes]]]:
    new = {name: str(uuid4()) for name in ("application_id", "request_id", "case_id")}
    told = json.loads(SAMPLE.read_text()) | new | {"customer_id": customer_id}
    message = ExternalDataRequested.model_validate(told)
    envelope = Envelope(
        id=uuid4(), type=message.TYPE, source="workflow-svc", time=datetime.now(UTC), subject=message.key,
        dataschema=message.dataschema(), correlation_id=message.key,
    )  # fmt: skip
    return message.key.encode(), message.to_json(), envelope.headers()


async def _send(broker: BrokerAccess, customers: Sequence[str]) -> None:
    producer = AIOKafkaProducer(**broker.client(), linger_ms=5, max_batch_size=262_144)
    await producer.start()
    sent = [
        await producer.send(ExternalDataRequested.TYPE, value, key, headers=headers)
        for key, value, headers in map(_record, customers)
    ]
    await asyncio.gather(*sent)
    await producer.stop()
