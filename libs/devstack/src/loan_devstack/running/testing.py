"""A PostgreSQL server and a broker for tests: an external one, a container, or the embedded one, in this order.

External: TEST_DATABASE_URL (an administrator's address), TEST_KAFKA_BOOTSTRAP
(with TEST_KAFKA_USERNAME and so on where it asks for a name). Containers: where a Docker engine
answers. `python -m loan_devstack testing -- COMMAND` starts both once and runs the command with these variables,
so that the workers of a parallel test run share them.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from loan_devstack.running.control import System
from loan_servicekit.broker import BrokerAccess

DATABASE_VARIABLE, KAFKA_PREFIX = "TEST_DATABASE_URL", "TEST_KAFKA_"
POSTGRES_IMAGE = "postgres:18"


@contextmanager
def postgres_for_tests() -> Iterator[str]:
    """The address of a server as its superuser; one that is started here ends with the block."""
    if external := os.environ.get(DATABASE_VARIABLE):
        yield external
    elif _docker_answers():
        from testcontainers.community.postgres import PostgresContainer

        with PostgresContainer(POSTGRES_IMAGE, driver=None) as container:
            yield container.get_connection_url()
    else:
        with embedded("postgres") as system:
            yield system.admin_url()


@contextmanager
def kafka_for_tests() -> Iterator[BrokerAccess]:
    """A broker, as somebody who may do everything there; one that is started here ends with the block."""
    if external := _external_kafka():
        yield external
    elif _docker_answers():
        from testcontainers.community.kafka import KafkaContainer

        with KafkaContainer().with_kraft() as container:
            yield BrokerAccess(container.get_bootstrap_server(), "PLAINTEXT")
    else:
        with embedded("kafka") as system:
            yield system.kafka()


@contextmanager
def embedded(*names: str) -> Iterator[System]:
    """These processes of the embedded system on free ports, in a folder that is gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="xinliu-", ignore_cleanup_errors=True) as folder,
        System(Path(folder), only=names) as system,
    ):
        yield system


def run_with_stack(command: Sequence[str]) -> int:
    """Runs a command with their variables set; its exit code."""
    given = os.environ
    if given.get(DATABASE_VARIABLE) or _external_kafka() or _docker_answers():
        with postgres_for_tests() as database, kafka_for_tests() as broker:
            return _run(command, database, broker)
    with embedded("postgres", "kafka") as system:
        return _run(command, system.admin_url(), system.kafka())


def _external_kafka() -> BrokerAccess | None:
    if not os.environ.get(f"{KAFKA_PREFIX}BOOTSTRAP"):
        return None
    return BrokerAccess.of({f"{KAFKA_PREFIX}SECURITY_PROTOCOL": "PLAINTEXT", **os.environ}, KAFKA_PREFIX)


def _run(command: Sequence[str], database: str, broker: BrokerAccess) -> int:
    environment = {**os.environ, DATABASE_VARIABLE: database, **broker.variables(KAFKA_PREFIX)}
    return subprocess.call(list(command), env=environment)


def _docker_answers() -> bool:
    if not os.environ.get("DOCKER_HOST") and not Path("/var/run/docker.sock").exists():
        return False
    import docker  # type: ignore[import-untyped]

    try:
        client = docker.from_env(timeout=3)
        return bool(client.ping())
    except docker.errors.DockerException:
        return False
