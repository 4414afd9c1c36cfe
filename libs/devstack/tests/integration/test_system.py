"""PostgreSQL, Kafka and the edge together, as tests and benchmarks of the platform use them."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import jwt
import psutil
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient

from loan_contracts.messages import TOPICS
from loan_devstack.broker.kafka import create_topics
from loan_devstack.database import postgres
from loan_devstack.errors import CannotStart
from loan_devstack.origin import sign_in
from loan_devstack.running.control import System, free_port_base
from loan_devstack.running.status import costs
from loan_devstack.settings import from_environment
from loan_servicekit.broker import BrokerAccess

# One worker: one system, whose topics hold what the tests before have put there.
pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("embedded-system")]
PARTS = ("postgres", "kafka", "edge")


@pytest.fixture(scope="module")
def system(shared_folder: Path) -> Iterator[System]:
    awkward = shared_folder / "é 信 流"
    with System(awkward, only=PARTS, environment={"ACCESS_TOKEN_S": "77"}) as found:
        yield found
    assert (awkward / "kafka" / "data" / "meta.properties").exists()


def run(system: System, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command line on this system, with some variables of the environment changed."""
    settings = system.settings
    environment = os.environ | {
        "XINLIU_VAR": str(settings.var),
        "PORT_BASE": str(settings.port_base),
        "XDG_CACHE_HOME": str(settings.cache.parent),
        **variables,
    }
    return subprocess.run(
        [sys.executable, "-m", "loan_devstack", *words], env=environment, capture_output=True, text=True, timeout=60
    )


async def send(broker: BrokerAccess, topic: str, *values: bytes) -> None:
    producer = AIOKafkaProducer(**broker.client(), acks="all", enable_idempotence=True)
    await producer.start()
    try:
        for value in values:
            await producer.send_and_wait(topic, value, b"k", headers=[("ce_type", topic.encode())])
    finally:
        await producer.stop()


async def received(broker: BrokerAccess, topic: str, count: int, group: str) -> list[bytes]:
    consumer = AIOKafkaConsumer(topic, **broker.client(), group_id=group, auto_offset_reset="earliest")
    await consumer.start()
    try:
        async with asyncio.timeout(30):
            return [(await consumer.getone()).value for _ in range(count)]
    finally:
        await consumer.stop()


async def test_topics_are_made_once_with_their_partitions_and_never_by_accident(system: System) -> None:
    names = [f"once.{topic}" for topic in TOPICS]
    assert await create_topics(system.kafka(), names, 2) == names
    assert await create_topics(system.kafka(), names, 2) == []
    admin = AIOKafkaAdminClient(**system.kafka().client())
    await admin.start()
    try:
        described = await admin.describe_topics(names[:3])
        assert {len(topic["partitions"]) for topic in described} == {2}
        assert "never-made" not in await admin.list_topics()
    finally:
        await admin.close()


async def test_a_killed_broker_is_back_soon_with_all_that_was_acknowledged(system: System) -> None:
    await create_topics(system.kafka(), ["kept"], 1)
    values = [f"value-{number}".encode() for number in range(200)]
    await send(system.kafka(), "kept", *values)
    pid, began = system.pid("kafka"), time.monotonic()
    system.kill("kafka")
    await asyncio.to_thread(system.wait_healthy, "kafka", 30.0, pid)
    assert time.monotonic() - began < 20
    assert await received(system.kafka(), "kept", 200, "group") == values


async def test_a_broker_that_lost_its_topics_has_them_again_before_it_is_ready(system: System) -> None:
    admin = AIOKafkaAdminClient(**system.kafka().client())
    await admin.start()
    assert set(TOPICS) <= set(await admin.list_topics())
    await admin.delete_topics(["decision.made", "audit.recorded"])
    await admin.close()
    pid = system.pid("kafka")
    system.kill("kafka")
    await asyncio.to_thread(system.wait_healthy, "kafka", 60.0, pid)
    await send(system.kafka(), "decision.made", b"{}")
    shutil.rmtree(system.settings.var / "kafka" / "data")  # the whole disk of it, and its mark
    (system.settings.var / "kafka" / "formatted").unlink()
    pid = system.pid("kafka")
    system.kill("kafka")
    await asyncio.to_thread(system.wait_healthy, "kafka", 60.0, pid)
    for topic in TOPICS:
        await send(system.kafka(), topic, b"{}")


async def test_a_database_that_is_killed_as_soon_as_it_answers_comes_back_and_the_rest_goes_on(folder: Path) -> None:
    system = System(folder, only=("postgres",), foreground=False)
    killer = asyncio.create_task(
        asyncio.to_thread(_kill_at_once, system, "postgres", 2)
    )  # at the third the system gives up
    try:
        await asyncio.to_thread(system.up)
        assert await killer >= 1
        assert system.process("postgres").restarts >= 1
    finally:
        await asyncio.to_thread(system.down)


def _kill_at_once(system: System, name: str, times: int) -> int:
    """Kills a process right after its start, again and again; how often."""
    killed: set[int] = set()
    deadline = time.monotonic() + 60
    while len(killed) < times and time.monotonic() < deadline:
        with contextlib.suppress(CannotStart, ProcessLookupError):
            starting = system.process(name).phase == "starting" and (pid := system.pid(name)) not in killed
            if starting and asyncio.run(postgres.is_ready(system.settings, system.secrets())):
                os.kill(pid, signal.SIGKILL)
                killed.add(pid)
        time.sleep(0.005)
    return len(killed)


async def test_tokens_outlive_the_issuer_and_live_as_long_as_is_set(system: System) -> None:
    token = (await sign_in.sign_in_user(system.issuer_url, "manager-2")).access_token
    channel = await sign_in.sign_in_client(system.issuer_url, "channel", system.secrets().clients["channel"])
    await asyncio.to_thread(system.restart, "edge")
    keys = jwt.PyJWKClient(f"{system.issuer_url}/jwks.json")
    for shown in (token, channel.access_token):
        key = await asyncio.to_thread(keys.get_signing_key_from_jwt, shown)
        claims = jwt.decode(shown, key, algorithms=["RS256"], audience="xinliu", issuer=system.issuer_url)
        assert claims["exp"] - claims["iat"] == 77
    with pytest.raises(sign_in.SignInFailed, match="nobody"):
        await sign_in.sign_in_user(system.issuer_url, "nobody")


async def test_a_service_that_does_not_run_is_a_problem_at_the_edge(system: System) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{system.edge_url}/api/risk-svc/v1/models") as answer:
        assert answer.status == 503
        assert (await answer.json(content_type=None))["code"] == "service-unavailable"


def test_the_parts_keep_their_memory_bars(system: System) -> None:
    used = {name: cost.pss_bytes / 2**20 for name, cost in costs(system.settings).items()}
    assert used["kafka"] < 370
    assert used["postgres"] < 150


def test_the_command_line_shows_status_and_gives_tokens(system: System) -> None:
    shown = run(system, "status")
    assert shown.returncode == 0, shown.stdout + shown.stderr
    for name in (*PARTS, "supervisor", "sum"):
        assert name in shown.stdout
    token = run(system, "token", "auditor").stdout.strip()
    assert jwt.decode(token, options={"verify_signature": False})["roles"] == ["auditor"]
    channel = run(system, "token", "channel").stdout.strip()
    assert jwt.decode(channel, options={"verify_signature": False})["roles"] == ["channel"]
    assert run(system, "token", "nobody").returncode == 1


async def test_events_are_followed_until_they_are_interrupted(system: System) -> None:
    await send(system.kafka(), "offer.made", json.dumps({"amount_minor": 100}).encode())
    settings = system.settings
    following = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "loan_devstack", "events", "--from-start", "offer.made",
        env=os.environ | {"XINLIU_VAR": str(settings.var), "PORT_BASE": str(settings.port_base)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert following.stdout
    assert following.stderr
    async with asyncio.timeout(30):
        assert await following.stdout.readuntil(b'"amount_minor": 100')
        following.send_signal(signal.SIGINT)
        assert await following.wait() == 0
        assert await following.stderr.read() == b"Following offer.made from its oldest event on; Ctrl-C ends.\n"
    assert run(system, "events", "no-such-topic").returncode == 1


def test_events_end_without_a_word_when_their_reader_does(system: System) -> None:
    settings = system.settings
    environment = os.environ | {"XINLIU_VAR": str(settings.var), "PORT_BASE": str(settings.port_base)}
    for many, reader in (("--from-start all", "head -n 1"), ("decision.made", "true")):  # something comes; nothing does
        line = f"{sys.executable} -m loan_devstack events {many} | {reader} > /dev/null; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0
        said = done.stderr.splitlines()  # nothing at all where the reader was gone before the broker had answered
        assert len(said) <= 1 and all(line.startswith("Following") for line in said)


def test_a_system_that_runs_says_so_and_is_found_without_its_ports(system: System) -> None:
    again = run(system, "up", f"--only={','.join(PARTS)}")
    assert again.returncode == 0, again.stderr
    assert f"already runs on PORT_BASE {system.settings.port_base}" in again.stdout
    assert run(system, "status", PORT_BASE="").returncode == 0
    for command in ("status", "down", "up", "clean"):
        refused = run(system, command, PORT_BASE="19000")
        assert refused.returncode == 1
        assert f"PORT_BASE={system.settings.port_base} for that one" in refused.stderr
    assert system.state()


def test_down_and_clean_say_what_they_did_and_leave_the_rest(folder: Path) -> None:
    system = System(folder / "var", only=PARTS, foreground=False)
    system.up()
    (folder / "var" / "models").mkdir()
    ended = run(system, "down")
    assert ended.stdout == f"Ended postgres, kafka, edge. Data stay in {folder / 'var'}\n"
    assert "removed" in run(system, "clean").stdout
    assert [path.name for path in (folder / "var").iterdir()] == ["models"]


def test_without_the_data_set_the_simulator_is_tried_once_and_the_reason_told_once(folder: Path) -> None:
    alone = {
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": "",
        "PIP_CONFIG_FILE": os.devnull,
    }
    with pytest.raises(CannotStart, match=r"^simulator: The data set") as lack:
        System(folder / "var", only=["simulator"], environment=alone).up()
    assert "\n" not in str(lack.value)
    assert (folder / "var" / "log" / "simulator.log").read_text().count("The data set Give Me Some Credit is no") == 1


def test_two_systems_stand_side_by_side(system: System, folder: Path) -> None:
    with System(folder, only=["postgres", "edge"]) as other:
        assert other.settings.port_base != system.settings.port_base
        assert {p.phase for p in (other.process("edge"), system.process("edge"))} == {"ready"}
        with pytest.raises(CannotStart, match="already runs on PORT_BASE"):
            System(folder, free_port_base(), only=["edge"]).up()


def test_a_system_whose_port_is_taken_says_so(system: System, folder: Path) -> None:
    with pytest.raises(CannotStart, match=rf"{system.settings.port_base} \(edge.*set another PORT_BASE"):
        System(folder, system.settings.port_base, only=["edge"]).up()


def test_outside_the_development_profile_nobody_signs_in(folder: Path) -> None:
    settings = from_environment({**os.environ, "PROFILE": "production"})
    with pytest.raises(CannotStart, match=r"^edge: .*does not run with PROFILE=production.*$") as reason:
        System(folder, only=["edge"], settings=settings).up()
    assert "\n" not in str(reason.value)


def test_after_kill_9_of_everything_the_next_start_recovers(folder: Path) -> None:
    first = System(folder, only=PARTS, foreground=False)
    first.up()
    running = first.state()
    assert running
    killed = {name: process.identity for name, process in running.processes.items() if process.identity}
    os.kill(running.supervisor.pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(running.supervisor.pid, 0)
    os.kill(killed["edge"].pid, signal.SIGKILL)  # database and broker go on without a supervisor
    assert killed["postgres"].find()
    assert killed["kafka"].find()
    again = System(folder, first.settings.port_base, only=PARTS, foreground=False)
    try:
        again.up()
        assert again.token("finance")
        assert not [name for name, identity in killed.items() if identity.find()]
    finally:
        again.down()
    assert again.state() is None


def test_a_system_ends_with_the_process_that_started_it(folder: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from loan_devstack.running.control import System\n"
        f"system = System(Path({str(folder)!r}), only=['edge']); system.up()\n"
        "print(system.state().supervisor.pid, system.pid('edge'), flush=True); time.sleep(600)"
    )
    starter = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert starter.stdout
    pids = [int(word) for word in starter.stdout.readline().split()]
    starter.kill()
    starter.wait()
    _, alive = psutil.wait_procs([psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)], timeout=20)
    assert not alive
