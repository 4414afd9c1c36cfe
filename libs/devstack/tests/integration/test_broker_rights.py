"""The broker lets nobody in without a name, and nobody do what the catalogue does not give him."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import (
    AuthenticationFailedError,
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    KafkaError,
    TopicAuthorizationFailedError,
)

from loan_contracts.catalogue.flows import FLOWS
from loan_contracts.catalogue.grants import OPERATIONS, Grant, grants
from loan_contracts.messages import SERVICES, TOPICS
from loan_devstack.broker.kafka import make_usable
from loan_devstack.broker.topics import create_topics
from loan_devstack.running.control import System
from loan_devstack.settings import KAFKA_CONTROLLER_OFFSET
from loan_servicekit.broker import BrokerAccess
from loan_servicekit.broker.provisioning import provide

# One worker: who may read is told apart by records that the first test has written.
pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("broker-rights")]
EVERYBODY = (*SERVICES, OPERATIONS)
NAMELESS = {"protocol": "PLAINTEXT", "username": "", "password": ""}
REFUSED = 29  # TOPIC_AUTHORIZATION_FAILED


@pytest.fixture(scope="module")
async def system(shared_folder: Path) -> AsyncIterator[System]:
    found = System(shared_folder, only=["kafka"])
    await asyncio.to_thread(found.up)
    await create_topics(found.kafka(), TOPICS)
    yield found
    await asyncio.to_thread(found.down)


@asynccontextmanager
async def administering(broker: BrokerAccess) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(**broker.client(), request_timeout_ms=5000)
    try:
        await admin.start()
        yield admin
    finally:
        await admin.close()


@asynccontextmanager
async def writing(broker: BrokerAccess) -> AsyncIterator[AIOKafkaProducer]:
    producer = AIOKafkaProducer(**broker.client(), acks="all", enable_idempotence=True, request_timeout_ms=5000)
    try:
        await producer.start()
        yield producer
    finally:
        await producer.stop()


async def may_write(broker: BrokerAccess, topic: str) -> bool:
    try:
        async with writing(broker) as producer:
            await producer.send_and_wait(topic, b"{}", b"k")
    except (TopicAuthorizationFailedError, ClusterAuthorizationFailedError):  # the latter: who may write nowhere
        return False
    return True


async def may_read(broker: BrokerAccess, topic: str, group: str | None = None) -> bool:
    consumer = AIOKafkaConsumer(
        **broker.client(), group_id=group, enable_auto_commit=False, auto_offset_reset="earliest"
    )
    await consumer.start()
    try:
        if topic not in await consumer.topics():
            return False  # what one may not even see; the client would ask for it again and again
        if group:
            consumer.subscribe([topic])
        else:
            consumer.assign([TopicPartition(topic, 0)])
        async with asyncio.timeout(20):
            await consumer.getone()
    except (TopicAuthorizationFailedError, GroupAuthorizationFailedError):
        return False
    finally:
        await consumer.stop()
    return True


async def test_the_broker_allows_what_the_catalogue_says_and_nothing_else(system: System) -> None:
    """Every topic, every service, both ways; the table is made from the flows and not from the rights."""
    for topic in TOPICS:
        async with writing(system.kafka()) as producer:
            await producer.send_and_wait(topic, b"{}", b"k")
    asked = [(user, topic) for user in EVERYBODY for topic in TOPICS]
    slots = asyncio.Semaphore(16)

    async def look(user: str, topic: str) -> tuple[bool, bool]:
        async with slots:
            return await may_write(system.kafka(user), topic), await may_read(system.kafka(user), topic)

    found = dict(zip(asked, await asyncio.gather(*(look(*pair) for pair in asked)), strict=True))
    expected = {}
    for user, topic in asked:
        flow = FLOWS.get(topic)
        writes = user in flow.senders if flow else topic == f"dead-letter.{user}"
        reads = user == OPERATIONS or (user in flow.receivers if flow else False)
        expected[user, topic] = (writes, reads)
    assert {pair: found[pair] for pair in asked if found[pair] != expected[pair]} == {}
    assert len(found) == 8 * len(TOPICS)


def test_a_topic_has_one_writer_but_for_the_audit_to_which_all_add() -> None:
    writers: dict[str, set[str]] = {}
    for grant in grants():
        if grant.operation == "WRITE":
            writers.setdefault(grant.name, set()).add(grant.principal)
    assert {name for name, who in writers.items() if len(who) > 1} == {"audit.recorded"}
    assert OPERATIONS not in set().union(*writers.values())


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_reads_in_its_own_group_alone(system: System, service: str) -> None:
    readable = next(topic for topic, flow in FLOWS.items() if service in flow.receivers)
    broker = system.kafka(service)
    assert await may_read(broker, readable, service)
    for other in (*SERVICES, f"{service}-2", "anything"):
        if other != service:
            assert not await may_read(broker, readable, other), other


@pytest.mark.parametrize("user", EVERYBODY)
async def test_topics_are_made_and_removed_by_the_administrator_alone(system: System, user: str) -> None:
    async with administering(system.kafka(user)) as admin:
        made = await admin.create_topics([NewTopic(f"{user}.own", 1, 1)])
        assert [code for _, code, *_ in made.topic_errors] == [REFUSED]
        gone = await admin.delete_topics(["payment.requested"])
        assert [code for _, code in gone.topic_error_codes] == [REFUSED]
    async with administering(system.kafka()) as admin:
        names = await admin.list_topics()
    assert "payment.requested" in names and f"{user}.own" not in names


@pytest.mark.parametrize("user", EVERYBODY)
async def test_nobody_gives_himself_a_right_or_makes_a_user(system: System, user: str) -> None:
    broker = system.kafka(user)
    with pytest.raises(KafkaError, match=r"ClusterAuthorizationFailed"):
        await provide(broker, {}, [Grant(user, "TOPIC", "payment.requested", "WRITE")])
    with pytest.raises(KafkaError, match=r"ClusterAuthorizationFailed"):
        await provide(broker, {"admin": "known"}, [])


@pytest.mark.parametrize("offset", [0, 1], ids=["broker", "controller"])
async def test_without_a_name_or_with_a_wrong_password_nobody_gets_in(system: System, offset: int) -> None:
    host, _, port = system.kafka_bootstrap.partition(":")
    door = replace(system.kafka("risk-svc"), bootstrap=f"{host}:{int(port) + offset}")
    mechanism = {"mechanism": ("SCRAM-SHA-512", "PLAIN")[offset]}
    for wrong in (
        NAMELESS, {"password": "wrong"}, {"username": "nobody"}, {"mechanism": "PLAIN"}, {"mechanism": "SCRAM-SHA-256"},
        {"username": "admin", **mechanism}, {"username": "broker", **mechanism}, {"username": "controller", **mechanism},
    ):  # fmt: skip
        with pytest.raises((KafkaError, AssertionError, OSError)) as refusal:
            async with asyncio.timeout(10):
                await provide(replace(door, **wrong), {"intruder": "x"}, [])
        assert not isinstance(refusal.value, TimeoutError), wrong


async def test_the_door_of_the_controller_is_closed_to_services(system: System) -> None:
    port = system.settings.port_base + KAFKA_CONTROLLER_OFFSET
    for mechanism in ("SCRAM-SHA-512", "PLAIN"):
        with pytest.raises((AuthenticationFailedError, KafkaError)):
            await provide(replace(system.kafka("risk-svc"), bootstrap=f"127.0.0.1:{port}", mechanism=mechanism), {}, [])


async def test_rights_that_the_catalogue_has_not_are_taken_away_and_others_users_left_alone(system: System) -> None:
    beyond = Grant("risk-svc", "TOPIC", "payment.requested", "WRITE")
    foreign = Grant("warehouse", "TOPIC", "decision.made", "READ")
    await provide(system.kafka(), {}, [*grants(), beyond, foreign])
    assert await may_write(system.kafka("risk-svc"), "payment.requested")
    await provide(system.kafka(), {}, grants())
    async with asyncio.timeout(20):
        while await may_write(system.kafka("risk-svc"), "payment.requested"):
            await asyncio.sleep(0.1)
    await provide(system.kafka(), {"warehouse": "of its own"}, grants())
    assert await may_read(replace(system.kafka(), username="warehouse", password="of its own"), "decision.made")


async def test_before_a_renewal_topics_and_rights_are_added_and_none_is_taken_away(system: System) -> None:
    """What runs keeps what it may; a version to come finds the topic that it listens to."""
    of_before = Grant("risk-svc", "TOPIC", "payment.requested", "WRITE")
    without = [grant for grant in grants() if grant != Grant("workflow-svc", "TOPIC", "decision.made", "WRITE")]
    await provide(system.kafka(), {}, [*without, of_before])
    async with administering(system.kafka()) as admin:
        await admin.delete_topics(["task.created"])
    await make_usable(system.settings, system.secrets(), revoke=False)
    assert await may_write(system.kafka("risk-svc"), "payment.requested")
    assert await may_write(system.kafka("workflow-svc"), "decision.made")
    assert await may_write(system.kafka("workflow-svc"), "task.created")
    await provide(system.kafka(), {}, grants())


async def test_after_a_restart_the_same_people_are_known(system: System) -> None:
    pid = system.pid("kafka")
    await asyncio.to_thread(system.kill, "kafka")
    await asyncio.to_thread(system.wait_healthy, "kafka", 60.0, pid)
    assert not await may_write(system.kafka("risk-svc"), "decision.made")
    assert await may_write(system.kafka("workflow-svc"), "decision.made")


def test_secrets_of_the_broker_are_readable_by_their_owner_alone(system: System) -> None:
    path = system.settings.var / "kafka" / "server.properties"
    assert path.stat().st_mode & 0o777 == 0o600
    running = Path(f"/proc/{system.pid('kafka')}/cmdline").read_bytes()
    assert not [user for user, password in system.secrets().kafka.items() if password.encode() in running]
