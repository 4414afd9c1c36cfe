"""The relay when the bus or its leader fails."""

import asyncio
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from waiting import PATIENCE_S, until

from loan_servicekit.broker import BrokerAccess
from loan_servicekit.db.engine import create_engine
from loan_servicekit.db.relay import Relay
from loan_servicekit.kafka.producing import Publisher
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import NO_BROKER

UNPUBLISHED = "select count(*) from outbox where published_at is null"


async def posted(harness: Harness, number: int) -> None:
    body = {"id": f"00000000-0000-4000-8000-{number:012}", "weight": 1}
    answer = await harness.client.post("/v1/parcels", json=body, headers=harness.signer.headers("channel"))
    assert answer.status_code == 201


async def largest_message(kafka: BrokerAccess, topic: str, size: int) -> None:
    admin = AIOKafkaAdminClient(**kafka.client())
    await admin.start()
    await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, {"max.message.bytes": str(size)})])
    await admin.close()


@pytest.mark.stack
async def test_after_a_send_that_failed_for_good_everything_is_published_in_order(
    harness: Harness, kafka: BrokerAccess, topic_prefix: str
) -> None:
    topic = f"{topic_prefix}audit.recorded"
    await largest_message(kafka, topic, 100)
    publisher = Publisher(kafka, "risk-svc")
    relay = Relay(harness.service.engine, publisher, "risk-svc", topic_prefix)
    running = asyncio.create_task(relay.run())
    try:
        for number in range(3):
            await posted(harness, number)
        relay.wake()

        async def has_failed() -> bool:
            return relay._failures > 0

        await until(has_failed)
        assert await harness.rows(UNPUBLISHED) == [(3,)]
        await largest_message(kafka, topic, 1_000_000)
        await posted(harness, 3)

        async def published() -> bool:
            return await harness.rows(UNPUBLISHED) == [(0,)]

        await until(published)
        assert relay.well
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await publisher.stop()
    consumer = AIOKafkaConsumer(topic, **kafka.client(), auto_offset_reset="earliest")
    await consumer.start()
    async with asyncio.timeout(PATIENCE_S):
        keys = [(await consumer.getone()).key.decode()[-1] for _ in range(4)]
    await consumer.stop()
    assert keys == ["0", "1", "2", "3"]


async def test_a_leader_that_cannot_publish_does_not_keep_the_lead(database_url: str, harness: Harness) -> None:
    class Kept(Publisher):
        def __init__(self) -> None:
            super().__init__("", "")
            self.topics: list[str] = []

        async def send(self, topic: str, *_: Any) -> asyncio.Future[Any]:
            self.topics.append(topic)
            done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
            done.set_result(None)
            return done

    nowhere, good = Publisher(NO_BROKER, "risk-svc"), Kept()
    engines = [create_engine(database_url, "risk-svc") for _ in range(2)]
    failing, other = Relay(engines[0], nowhere, "risk-svc"), Relay(engines[1], good, "risk-svc")
    tasks = [asyncio.create_task(failing.run())]
    try:
        await posted(harness, 1)

        async def has_failed() -> bool:
            return failing._failures > 0

        await until(has_failed)
        tasks.append(asyncio.create_task(other.run()))

        async def published() -> bool:
            return bool(good.topics)

        await until(published)
        assert good.topics == ["audit.recorded"]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for engine in engines:
            await engine.dispose()


async def test_what_is_older_than_the_retention_time_is_forgotten_and_nothing_else(harness: Harness) -> None:
    await posted(harness, 1)
    async with harness.service.engine.begin() as connection:
        for statement in (
            "insert into outbox (message_id, type, key, dataschema, correlation_id, value, created_at, published_at)"
            " select gen_random_uuid(), 't', 'k', 's', 'c', '', at, at from unnest(array[now() - interval '8 days',"
            " now() - interval '6 days']) as at",
            "insert into outbox (message_id, type, key, dataschema, correlation_id, value, created_at)"
            " values (gen_random_uuid(), 'waits', 'k', 's', 'c', '', now() - interval '30 days')",
            "insert into inbox (message_id, type, received_at) select gen_random_uuid(), 't', at"
            " from unnest(array[now() - interval '15 days', now() - interval '13 days']) as at",
            "insert into idempotency (key, fingerprint, status, body, created_at) select at::text, '', 200, '', at"
            " from unnest(array[now() - interval '8 days', now() - interval '6 days']) as at",
        ):
            await connection.exec_driver_sql(statement)
    relay = Relay(harness.service.engine, Publisher(NO_BROKER, ""), "risk-svc")
    async with harness.service.engine.connect() as connection:
        await relay._sweep(await connection.execution_options(isolation_level="AUTOCOMMIT"))
    assert await harness.rows("select type from outbox order by type") == [("audit.recorded",), ("t",), ("waits",)]
    assert await harness.rows("select count(*) from inbox") == [(1,)]
    assert await harness.rows("select count(*) from idempotency") == [(2,)]
