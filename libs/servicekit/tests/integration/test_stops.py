"""A consumer that stops over poison, that misses topics, or whose topics were made anew."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from aiokafka.admin import AIOKafkaAdminClient
from test_bus import posted, running, send
from waiting import until

from loan_contracts.operations import AuditRecorded, NotificationRequested
from loan_devstack.broker.topics import create_topics
from loan_servicekit.broker import BrokerAccess
from loan_servicekit.db.upkeep.dead_letters import Record
from loan_servicekit.kafka.handling import DEAD_IN_A_ROW
from loan_servicekit.telemetry import CONSUMER_STOPPED
from loan_servicekit.testing import Harness

pytestmark = pytest.mark.stack
TOPIC = "notification.requested"
LETTERS = "select count(*) from dead_letters where state = 'DEAD'"


def poison(count: int, first: int = 0) -> list[Record]:
    return [Record(TOPIC, 0, 0, [], b"poison %d" % n) for n in range(first, first + count)]


def an_arrival(harness: Harness, parcel: UUID) -> Record:
    return harness.record(NotificationRequested(notification_id=uuid4(), customer_id=parcel, template="arrived"))


async def rows_are(harness: Harness, sql: str, *expected: Any) -> None:
    async def reached() -> bool:
        return await harness.rows(sql) == [expected]

    await until(reached)


async def ready(harness: Harness) -> dict[str, Any]:
    answer = await harness.client.get("/health/ready")
    return {"code": answer.status_code, **answer.json()}


async def consumers(harness: Harness) -> list[dict[str, Any]]:
    answer = await harness.client.get("/v1/admin/consumers", headers=harness.signer.headers("operations"))
    return list(answer.json()["items"])


async def has_stopped(harness: Harness) -> bool:
    return harness.service.consumer is not None and harness.service.consumer.stopped is not None


async def test_after_a_stop_over_poison_a_restart_goes_on_behind_the_letters(
    database_url: str, kafka: BrokerAccess, topic_prefix: str
) -> None:
    async with running(database_url, kafka, topic_prefix) as harness:
        parcel = await posted(harness)
        await send(kafka, harness, topic_prefix, *poison(150), an_arrival(harness, parcel))
    for _ in range(4):  # a stop a poll at most, each with less before it
        async with running(database_url, kafka, topic_prefix) as harness:

            async def settled(harness: Harness = harness) -> bool:
                return await has_stopped(harness) or await harness.rows("select count(*) from inbox") == [(1,)]

            await until(settled)
            letters = (await harness.rows(LETTERS))[0][0]
            stopped = await has_stopped(harness)
            if stopped:
                assert letters >= DEAD_IN_A_ROW
        if not stopped:
            break
    async with running(database_url, kafka, topic_prefix) as harness:
        await rows_are(harness, "select state, weight from parcels", "RECEIVED", 2)
        await rows_are(harness, "select count(*), count(distinct value) from dead_letters", 150, 150)
        assert not await has_stopped(harness)


async def test_a_stop_is_seen_everywhere_and_an_operator_ends_it_without_a_restart(
    database_url: str, kafka: BrokerAccess, topic_prefix: str
) -> None:
    async with running(database_url, kafka, topic_prefix) as harness:
        parcel = await posted(harness)
        resume, operations = "/v1/admin/consumers/resume", harness.signer.headers("operations")
        assert (await harness.client.post(resume, headers=operations)).json()["code"] == "consumer-not-stopped"
        await send(kafka, harness, topic_prefix, *poison(DEAD_IN_A_ROW))
        await until(lambda: has_stopped(harness))
        await send(kafka, harness, topic_prefix, an_arrival(harness, parcel))
        told = await ready(harness)
        assert (told["code"], told["checks"]["consumer"]) == (503, False)
        assert "50 messages in a row" in told["alarms"]["consumer"]

        async def letters_are_told() -> bool:
            return (await ready(harness))["alarms"].get("dead-letters", "").startswith("50 wait")

        await until(letters_are_told)
        assert CONSUMER_STOPPED.labels("risk-svc")._value.get() == 1

        async def told_by_the_table() -> bool:
            return [each["state"] for each in await consumers(harness)] == ["STOPPED"]

        await until(told_by_the_table)
        actions = [m.action for m in await harness.outbox(AuditRecorded)]
        assert actions == ["send_parcel", "stop_consumer"]
        answer = await harness.client.post(resume, headers=harness.signer.headers("operations"))
        assert (answer.status_code, answer.json()) == (202, {"resumed": 1})
        await rows_are(harness, "select state, weight from parcels", "RECEIVED", 2)
        assert await harness.rows(LETTERS) == [(DEAD_IN_A_ROW,)]

        async def well() -> bool:
            return (await ready(harness))["code"] == 200 and [c["state"] for c in await consumers(harness)] == [
                "RUNNING"
            ]

        await until(well)
        assert CONSUMER_STOPPED.labels("risk-svc")._value.get() == 0
    assert (await consumers_left(database_url, kafka, topic_prefix)) <= 1


async def consumers_left(*where: Any) -> int:
    async with running(*where) as harness:
        return int((await harness.rows("select count(*) from consumers"))[0][0])


async def test_a_consumer_says_which_topics_it_misses_and_reads_them_as_soon_as_they_are_there(
    database_url: str, kafka: BrokerAccess, topic_prefix: str
) -> None:
    admin = AIOKafkaAdminClient(**kafka.client())
    await admin.start()
    await admin.delete_topics([topic_prefix + TOPIC])
    try:
        async with running(database_url, kafka, topic_prefix) as harness:
            parcel = await posted(harness)

            async def misses() -> bool:
                told = await ready(harness)
                return told["code"] == 503 and topic_prefix + TOPIC in told["alarms"].get("consumer", "")

            await until(misses)
            await create_topics(kafka, [topic_prefix + TOPIC])
            await send(kafka, harness, topic_prefix, an_arrival(harness, parcel))
            await rows_are(harness, "select state, weight from parcels", "RECEIVED", 2)
            assert (await ready(harness))["code"] == 200
    finally:
        await admin.close()


@pytest.mark.parametrize("running_meanwhile", [True, False])
async def test_a_topic_that_was_made_anew_is_read_from_its_beginning(
    database_url: str, kafka: BrokerAccess, topic_prefix: str, running_meanwhile: bool
) -> None:
    """Also where it has grown beyond the offset of the one before by the time that the consumer looks; and its poison
    has letters beside those of the old records at the same offsets."""

    async def made_anew(harness: Harness, parcel: UUID) -> None:
        await admin.delete_topics([topic_prefix + TOPIC])
        await create_topics(kafka, [topic_prefix + TOPIC])
        arrivals = [an_arrival(harness, parcel) for _ in range(9)]
        await send(kafka, harness, topic_prefix, *poison(1, first=7), *arrivals)

    admin = AIOKafkaAdminClient(**kafka.client())
    await admin.start()
    try:
        async with running(database_url, kafka, topic_prefix) as harness:
            parcel = await posted(harness)
            before = [an_arrival(harness, parcel) for _ in range(3)]
            await send(kafka, harness, topic_prefix, *poison(1), *before)
            await rows_are(harness, "select weight from parcels", 4)
            if running_meanwhile:
                await made_anew(harness, parcel)
                await rows_are(harness, "select weight from parcels", 13)
        if not running_meanwhile:
            await made_anew(harness, parcel)
        async with running(database_url, kafka, topic_prefix) as harness:
            await rows_are(harness, "select weight from parcels", 13)
            letters = 'select count(*), count(distinct topic_id), count(distinct "offset") from dead_letters'
            await rows_are(harness, letters, 2, 2, 1)
    finally:
        await admin.close()
