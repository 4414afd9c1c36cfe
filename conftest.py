"""Fixtures for every test: a PostgreSQL server (external, a container, or embedded,
in this order) and databases on it."""

import ipaddress
import secrets
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import settings

from loan_contracts.messages import TOPICS
from loan_devstack.broker.topics import create_topics
from loan_devstack.running.testing import kafka_for_tests, postgres_for_tests
from loan_servicekit.broker import BrokerAccess
from loan_servicekit.testing import Databases

# A run is the same each time and does not depend on how busy the machine is;
# `--hypothesis-profile=search` looks further.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """An administrator's address: TEST_DATABASE_URL, else a container where a Docker engine answers, else embedded."""
    with postgres_for_tests() as url:
        yield url


@pytest.fixture(scope="session")
async def databases(postgres_url: str) -> AsyncIterator[Databases]:
    """Makes databases for the tests of this process."""
    made = Databases(postgres_url)
    yield made
    await made.close()


@pytest.fixture(scope="session")
def kafka() -> Iterator[BrokerAccess]:
    """A broker: TEST_KAFKA_BOOTSTRAP, else a container where a Docker engine answers, else the embedded one."""
    with kafka_for_tests() as broker:
        yield broker


@pytest.fixture
async def topic_prefix(kafka: BrokerAccess) -> AsyncIterator[str]:
    """Topics of one test alone, with every name of the catalogue behind the prefix."""
    prefix = f"t{secrets.token_hex(4)}."
    await create_topics(kafka, [prefix + topic for topic in TOPICS], 1)
    yield prefix


@pytest.fixture
def authority(tmp_path: Path) -> tuple[Path, Path]:
    """The certificate of a network's own authority, for 127.0.0.1 as well, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "the network's own")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    certificate, secret = tmp_path / "ca.pem", tmp_path / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                         serialization.NoEncryption()))  # fmt: skip
    return certificate, secret
