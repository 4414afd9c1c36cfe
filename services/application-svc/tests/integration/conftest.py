"""application-svc on a database and a document folder of its own, and front ends to act with."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from application_svc.wiring import build
from loan_servicekit.testing import Databases, Harness, provisioned

sys.path.insert(0, str(Path(__file__).parent))

from applicants import SHANGHAI, SHENZHEN, Front, settings

MIGRATIONS = Path(__file__).parents[2] / "migrations"


@pytest.fixture
async def database(databases: Databases) -> AsyncIterator[str]:
    """A fresh database."""
    async with provisioned(databases, MIGRATIONS) as url:
        yield url


@pytest.fixture
async def harness(database: str, tmp_path: Path) -> AsyncIterator[Harness]:
    """The running service without the bus."""
    harness = await Harness(build(settings(database, tmp_path), "api")).start()
    yield harness
    await harness.close()


@pytest.fixture
async def replica(database: str, harness: Harness, tmp_path: Path) -> AsyncIterator[Harness]:
    """A second process of the service on the same database, trusting the same people."""
    replica = Harness(build(settings(database, tmp_path), "api"))
    replica.signer = harness.signer
    replica.signer.trusted_by(replica.service)
    yield await replica.start()
    await replica.close()


@pytest.fixture
def channel(harness: Harness) -> Front:
    """The borrower's front end."""
    return Front(harness, "channel")


@pytest.fixture
def manager(harness: Harness) -> Front:
    """A customer manager at the Shanghai branch."""
    return Front(harness, "customer-manager", branch=SHANGHAI, subject="manager")


@pytest.fixture
def stranger(harness: Harness) -> Front:
    """A customer manager at another branch."""
    return Front(harness, "customer-manager", branch=SHENZHEN, subject="manager-2")
