"""The whole way over Apache Kafka: outbox, relay, topic, consumer, inbox."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from waiting import PATIENCE_S, until

from loan_contracts.operations import NotificationRequested
from loan_servicekit.broker import BrokerAccess
from loan_servicekit.service import LOCK_WAIT_MS
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.telemetry import CONSUMER_LAG
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values

pytestmark = pytest.mark.stack


@asynccontextmanager
async def reading(kafka: BrokerAccess, topic: str) -> AsyncIterator[AIOKafkaConsumer]:
    """A foreign reader of a topic, from its beginning."""
    consumer = AIOKafkaConsumer(topic, **kafka.client(), auto_offset_reset="earliest", group_id=None)
    await consumer.start()
    try:
        yield consumer
    finally:
        await consumer.stop()


async def next_records(consumer: AIOKafkaConsumer, count: int) -> list[Any]:
    """The next so many records."""
    async with asyncio.timeout(PATIENCE_S):
        return [await consumer.getone() for _ in range(count)]


@asynccontextmanager
async def running(database_url: str, kafka: BrokerAccess, prefix: str) -> AsyncIterator[Harness]:
    from parcel import build

    values = (
        settings_values(database_url)
        | {"topic_prefix": prefix}
        | {name.lower(): value for name, value in kafka.variables().items()}
    )
    harness = Harness(build(ServiceSettings(**values), "run"))
    await harness.service.start()
    try:
        yield harness
    finally:
        await harness.client.aclose()
        await harness.service.stop()


async def send(kafka: BrokerAccess, harness: Harness, prefix: str, *records: Any) -> None:
    producer = AIOKafkaProducer(**kafka.client())
    await producer.start()
    for r in records:
        await producer.send_and_wait(prefix + r.topic, r.value, key=b"k", headers=list(r.headers))
    await producer.stop()


async def posted(harness: Harness) -> UUID:
    id = uuid4()
    headers = harness.signer.headers("channel")
    assert (
        await harness.client.post("/v1/parcels", json={"id": str(id), "weight": 1}, headers=headers)
    ).status_code == 201
    return id


async def test_a_message_sent_twice_has_one_effect_and_poison_beside_it_is_a_dead_letter(
    database_url: str, kafka: BrokerAccess, topic_prefix: str
) -> None:
    async with running(database_url, kafka, topic_prefix) as harness:
        parcel = await posted(harness)
        good = harness.record(NotificationRequested(notification_id=uuid4(), customer_id=parcel, template="arrived"))
        poison = harness.record(NotificationRequested(notification_id=uuid4(), customer_id=parcel, template="x"))
        object.__setattr__(poison, "value", b"\xff")
        await send(kafka, harness, topic_prefix, poison, good, good)

        async def handled() -> bool:
            return await harness.rows("select count(*) from inbox") == [(1,)] and await harness.rows(
                "select count(*) from dead_letters"
            ) == [(1,)]

        await until(handled)
        assert await harness.rows("select state, weight from parcels") == [("RECEIVED", 2)]
        async with reading(kafka, f"{topic_prefix}dead-letter.risk-svc") as dead:
            letter = (await next_records(dead, 1))[0]
        assert dict(letter.headers)["dead-reason"] == b"message-invalid"


async def test_the_client_keeps_its_fetch_settings_where_the_worker_changes_them(kafka: BrokerAccess) -> None:
    consumer = AIOKafkaConsumer(**kafka.client(), fetch_min_bytes=17, fetch_max_wait_ms=34)
    await consumer.start()
    await consumer.topics()
    fetcher: Any = consumer._fetcher
    await consumer.stop()
    assert (fetcher._fetch_min_bytes, fetcher._fetch_max_wait_ms) == (17, 34)


async def test_what_is_committed_reaches_the_topic_in_order_and_again_on_replay(
    database_url: str, kafka: BrokerAccess, topic_prefix: str
) -> None:
    async with running(database_url, kafka, topic_prefix) as harness:
        parcels = [await posted(harness) for _ in range(5)]
        async with reading(kafka, f"{topic_prefix}audit.recorded") as topic:
            first = await next_records(topic, 5)
            assert [r.key.decode() for r in first] == [str(p) for p in parcels]
            assert {dict(r.headers)["ce_actor"] for r in first} == {b"u-test"}
            answer = await harness.client.post("/v1/admin/outbox/replay", headers=harness.signer.headers("operations"))
            assert answer.json() == {"rows": 5}
            again = [dict(r.headers)["ce_id"] for r in await next_records(topic, 6)]  # and the audit of the replay
            sent = [dict(r.headers)["ce_id"] for r in first]
            assert [id for id in again if id in sent] == sent


async def test_two_processes_of_a_service_have_one_publishing_leader(
    database_url: str, kafka: BrokerAccess, topic_prefix: str
) -> None:
    async with (
        running(database_url, kafka, topic_prefix) as one,
        running(database_url, kafka, topic_prefix) as two,
    ):
        relays = [one.service.relay, two.service.relay]

        async def led() -> bool:
            return sum(bool(r and r.leading) for r in relays) == 1

        await until(led)
        await posted(one)
        await posted(two)

        async def published() -> bool:
            return await one.rows("select count(*) from outbox where published_at is null") == [(0,)]

        await until(published)
        assert await led()


async def test_the_lag_counts_what_is_not_handled_yet_also_while_a_batch_takes_long(
    database_url: str, kafka: BrokerAccess, topic_prefix: str
) -> None:
    async with running(database_url, kafka, topic_prefix) as harness:
        parcel = await posted(harness)
        lag = CONSUMER_LAG.labels("risk-svc")
        arrivals = [
            harness.record(NotificationRequested(notification_id=uuid4(), customer_id=parcel, template="arrived"))
            for _ in range(9)
        ]

        async def lags(by: int) -> bool:
            return bool(lag._value.get() == by)

        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql("lock table parcels in access exclusive mode")
            await send(kafka, harness, topic_prefix, *arrivals)
            await until(lambda: lags(9))
            await asyncio.sleep(2 * LOCK_WAIT_MS / 1000)  # a request would have been told to come again by now
            assert await lags(9)
        await until(lambda: lags(0))
        assert await harness.rows("select weight from parcels") == [(10,)]
        assert await harness.rows("select id from dead_letters") == []  # they waited, in their order
