"""Throughput with one and with two replicas of a consumer, on the same load.

workflow-svc opens the cases of applications that were submitted: its topic is filled at once, and the clock runs until
every message is in the inbox of its database. Two partitions, so that two replicas can share them.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import asyncpg
from aiokafka import AIOKafkaProducer

from bench.readiness import ready
from bench.results import keep
from loan_contracts.envelope import Envelope
from loan_contracts.messages import SERVICES, TOPICS, ApplicationSubmitted
from loan_devstack.control import System, free_port_base
from loan_devstack.services import BY_NAME
from loan_devstack.system import service_environment
from loan_devstack.topics import create_topics

SERVICE = "workflow-svc"
MESSAGES = 6_000
SAMPLE = Path(__file__).parent.parent / "libs/contracts/samples/application.submitted.json"


async def replicas(system: System) -> None:
    """One replica, then two, each on a load of its own; prints both and their ratio."""
    with system:
        await create_topics(system.kafka_bootstrap, TOPICS, 2)
        await asyncio.to_thread(subprocess.run, [*_command(), "migrate"], env=_environment(system), check=True)
        rates = {count: await _drain(system, count) for count in (1, 2)}
    setup = (f"{MESSAGES} application.submitted for {SERVICE} in two partitions, until all cases are open;"
             f" {len(SERVICES)} services of which only this one runs")  # fmt: skip
    keep("replicas_one", rates[1], "messages/s", None, setup)
    keep("replicas_two", rates[2], "messages/s", rates[1], f"{setup}; floor: one replica")


def _command() -> list[str]:
    return [sys.executable, "-m", BY_NAME[SERVICE].package]


def _environment(system: System) -> dict[str, str]:
    told = service_environment(BY_NAME[SERVICE], system.settings, system.secrets())
    return {**os.environ, **told, "OTEL_EXPORTER_OTLP_ENDPOINT": "", "LOG_LEVEL": "warning"}


async def _drain(system: System, count: int) -> float:
    ports = [free_port_base() for _ in range(count)]
    running = [
        subprocess.Popen([*_command(), "worker"], env=_environment(system) | {"PORT": str(port)}) for port in ports
    ]
    connection = await asyncpg.connect(system.database_url(SERVICE))
    try:
        await ready(f"http://127.0.0.1:{port}" for port in ports)
        before = await connection.fetchval("select count(*) from inbox")
        records = [_record() for _ in range(MESSAGES)]
        began = time.perf_counter()
        await _send(system.kafka_bootstrap, records)
        while await connection.fetchval("select count(*) from inbox") < before + MESSAGES:
            await asyncio.sleep(0.05)
        return round(MESSAGES / (time.perf_counter() - began), 1)
    finally:
        await connection.close()
        for process in running:
            process.terminate()
        for process in running:
            process.wait()


def _record() -> tuple[bytes, bytes, list[tuple[str, bytes]]]:
    told = json.loads(SAMPLE.read_text())
    message = ApplicationSubmitted.model_validate(told | {"application_id": str(uuid4())})
    envelope = Envelope(
        id=uuid4(), type=message.TYPE, source="application-svc", time=datetime.now(UTC), subject=message.key,
        dataschema=message.dataschema(), correlation_id=message.key,
    )  # fmt: skip
    return message.key.encode(), message.to_json(), envelope.headers()


async def _send(bootstrap: str, records: list[tuple[bytes, bytes, list[tuple[str, bytes]]]]) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, linger_ms=5, max_batch_size=262_144)
    await producer.start()
    sent = [
        await producer.send(ApplicationSubmitted.TYPE, value, key, headers=headers) for key, value, headers in records
    ]
    await asyncio.gather(*sent)
    await producer.stop()
