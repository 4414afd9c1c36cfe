"""The relay when the bus or its leader fails."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from waiting import PATIENCE_S, until

from loan_contracts.operations import AuditRecorded
from loan_devstack.broker.topics import create_topics
from loan_servicekit.broker import BrokerAccess
from loan_servicekit.db.engine import create_engine
from loan_servicekit.db.relay import Relay
from loan_servicekit.db.sweeping import BY_INDEX, KEPT, Kept
from loan_servicekit.kafka.producing import Publisher
from loan_servicekit.kafka.topics import Topic
from loan_servicekit.telemetry import OUTBOX_SET_ASIDE
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


@asynccontextmanager
async def relaying(harness: Harness, kafka: BrokerAccess, prefix: str) -> AsyncIterator[Relay]:
    """The relay of the harness's service at work."""
    publisher = Publisher(kafka, "risk-svc")
    relay = Relay(harness.service.engine, publisher, "risk-svc", prefix)
    running = asyncio.create_task(relay.run())
    try:
        yield relay
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await publisher.stop()


async def keys_on(kafka: BrokerAccess, topic: str) -> list[str]:
    """The last characters of the keys of all records of a topic."""
    consumer = AIOKafkaConsumer(**kafka.client(), auto_offset_reset="earliest", fetch_max_bytes=64_000_000)
    await consumer.start()
    try:
        place = TopicPartition(topic, 0)
        consumer.assign([place])
        end = (await consumer.end_offsets([place]))[place]
        found: list[str] = []
        async with asyncio.timeout(PATIENCE_S):
            while end and await consumer.position(place) < end:
                for records in (await consumer.getmany(timeout_ms=200)).values():
                    found += [record.key.decode()[-1] for record in records]
        return found
    finally:
        await consumer.stop()


async def add_rows(harness: Harness, *rows: tuple[str, str, int]) -> None:
    """Outbox rows of a type, with a key and so many bytes, in one transaction."""
    async with harness.service.engine.begin() as connection:
        for type, key, size in rows:
            await connection.exec_driver_sql(
                "insert into outbox (message_id, type, key, dataschema, correlation_id, value, created_at)"
                " values (gen_random_uuid(), $1, $2, 's', 'c', $3, now())",
                (type, key, b"x" * size),
            )


async def all_published(harness: Harness, but: int = 0) -> None:
    async def published() -> bool:
        return await harness.rows(UNPUBLISHED) == [(but,)]

    await until(published)


@pytest.mark.stack
@pytest.mark.parametrize("size", [1_100_000, 5_000_000])  # the broker refuses it; the client does
async def test_a_row_above_the_limit_is_set_aside_and_its_neighbours_are_sent_once(
    harness: Harness, kafka: BrokerAccess, topic_prefix: str, caplog: pytest.LogCaptureFixture, size: int
) -> None:
    kinds = ("decision.made", "audit.recorded")
    rows = [(kinds[n % 2], str(n), size if n in (3, 6) else 1_000) for n in range(9)]
    await add_rows(harness, *rows)
    async with relaying(harness, kafka, topic_prefix) as relay:
        await all_published(harness, but=2)

        async def both_are_set_aside() -> bool:
            return sorted(relay.set_aside.values()) == [1, 1]

        await until(both_are_set_aside)
        await all_published(harness, but=2)
        assert await keys_on(kafka, f"{topic_prefix}decision.made") == ["0", "2", "4", "8"]
        assert await keys_on(kafka, f"{topic_prefix}audit.recorded") == ["1", "5", "7"]
        assert relay.set_aside == {
            ("audit.recorded", "message-too-large"): 1,
            ("decision.made", "message-too-large"): 1,
        }
        assert relay.well
        await add_rows(harness, ("decision.made", "9", 10))
        relay.wake()
        await all_published(harness, but=2)
    assert await keys_on(kafka, f"{topic_prefix}decision.made") == ["0", "2", "4", "8", "9"]
    assert len([r for r in caplog.records if r.message == "outbox.set_aside"]) == 2
    assert OUTBOX_SET_ASIDE.labels("risk-svc")._value.get() == 2


@pytest.mark.stack
async def test_what_the_broker_takes_again_is_released_and_sent(
    harness: Harness, kafka: BrokerAccess, topic_prefix: str
) -> None:
    topic = f"{topic_prefix}audit.recorded"
    await largest_message(kafka, topic, 100)
    async with relaying(harness, kafka, topic_prefix) as relay:
        for number in range(3):
            await posted(harness, number)
        relay.wake()

        async def set_aside() -> bool:
            return await harness.rows("select count(*) from outbox where set_aside_at is not null") == [(3,)]

        await until(set_aside)
        await largest_message(kafka, topic, 1_000_000)
        answer = await harness.client.post("/v1/admin/outbox/release", headers=harness.signer.headers("operations"))
        assert answer.json() == {"rows": 3}
        relay.wake()
        await all_published(harness)
    assert (await keys_on(kafka, topic))[:3] == ["0", "1", "2"]


@pytest.mark.stack
async def test_a_batch_above_the_limit_of_rows_below_it_is_sent_row_by_row(
    harness: Harness, kafka: BrokerAccess, topic_prefix: str
) -> None:
    topic = f"{topic_prefix}audit.recorded"
    await largest_message(kafka, topic, 3_000)
    await add_rows(harness, *[("audit.recorded", str(n), 1_500) for n in range(8)])
    async with relaying(harness, kafka, topic_prefix) as relay:
        await all_published(harness)
        assert relay.set_aside == {}
    assert await keys_on(kafka, topic) == [str(n) for n in range(8)]


@pytest.mark.stack
async def test_rows_of_a_topic_that_is_not_there_wait_for_it_and_hold_up_nobody(
    harness: Harness, kafka: BrokerAccess, topic_prefix: str
) -> None:
    await add_rows(harness, ("not.there", "1", 10), ("audit.recorded", "2", 10), ("ill named!", "3", 10))
    async with relaying(harness, kafka, topic_prefix) as relay:
        await all_published(harness, but=2)
        assert relay.held == {"not.there": "topic-missing", "ill named!": "topic-ill-named"}
        assert relay.well
        await create_topics(kafka, [f"{topic_prefix}not.there"])
        await all_published(harness, but=1)
        assert relay.held == {"ill named!": "topic-ill-named"}
    assert await keys_on(kafka, f"{topic_prefix}not.there") == ["1"]
    assert await keys_on(kafka, f"{topic_prefix}audit.recorded") == ["2"]


@pytest.mark.stack
@pytest.mark.parametrize("how", ["made anew", "cut off"])
async def test_a_topic_that_lost_what_it_acknowledged_gets_it_again_once(
    harness: Harness, kafka: BrokerAccess, topic_prefix: str, how: str
) -> None:
    lossy, kept = f"{topic_prefix}decision.made", f"{topic_prefix}audit.recorded"
    rows = [("decision.made", str(n), 10) for n in range(5)] + [("audit.recorded", "k", 10)]
    async with relaying(harness, kafka, topic_prefix):
        await add_rows(harness, *rows)
        await all_published(harness)
    if how == "made anew":
        admin = AIOKafkaAdminClient(**kafka.client())
        await admin.start()
        await admin.delete_topics([lossy])
        await admin.close()
        await create_topics(kafka, [lossy])
    else:  # as if the broker had acknowledged more than it has now
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql("update published set \"offset\" = 9 where type = 'decision.made'")
    async with relaying(harness, kafka, topic_prefix) as relay:

        async def noticed() -> bool:
            return await harness.rows("select count(*) from outbox where type = 'audit.recorded'") == [(2,)]

        await until(noticed)
        await all_published(harness)
        relay._looked = 0.0
        await asyncio.sleep(1.0)
        await all_published(harness)
    again = [str(n) for n in range(5)]
    assert await keys_on(kafka, lossy) == (again if how == "made anew" else again + again)
    assert await keys_on(kafka, kept) == ["k", "c"]  # the second is the audit of the replay, by risk-svc
    value = (await harness.rows("select value from outbox order by id desc limit 1"))[0][0]
    told = AuditRecorded.from_json(bytes(value))
    assert (told.action, told.detail) == ("replay_lost_messages", {"topics": "decision.made", "rows": "5"})


async def test_a_leader_that_cannot_publish_does_not_keep_the_lead(database_url: str, harness: Harness) -> None:
    class Kept(Publisher):
        def __init__(self) -> None:
            super().__init__(NO_BROKER, "")
            self.topics: list[str] = []

        async def send(self, topic: str, *_: Any) -> asyncio.Future[Any]:
            self.topics.append(topic)
            done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
            done.set_result(None)
            return done

        async def look(self, topics: Sequence[str]) -> Mapping[str, Topic]:
            return {name: Topic(UUID(int=1), "") for name in topics}

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
    await relay.sweep()
    assert await harness.rows("select count(*) from idempotency") == [(3,)], "who does not lead leaves them"
    relay.leading = True
    await relay.sweep()
    assert await harness.rows("select type from outbox order by type") == [("audit.recorded",), ("t",), ("waits",)]
    assert await harness.rows("select count(*) from inbox") == [(1,)]
    assert await harness.rows("select count(*) from idempotency") == [(2,)]


FEW = ("dead_letters", "consumers")


@pytest.mark.parametrize("kept", [kept for kept in KEPT if kept.table not in FEW], ids=lambda kept: kept.table)
async def test_old_rows_are_found_by_an_index(harness: Harness, kept: Kept) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(BY_INDEX)
        plan = (await connection.exec_driver_sql(f"explain {kept.statement}", (kept.age,))).scalars().all()
    assert not [line for line in plan if f"Seq Scan on {kept.table}" in line], "\n".join(plan)
