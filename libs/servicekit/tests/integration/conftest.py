"""The parcel service on a database of its own."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from loan_servicekit.settings import ServiceSettings
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values

sys.path.insert(0, str(Path(__file__).parent))
MIGRATIONS = Path(__file__).parents[1] / "parcel_migrations"


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    """A fresh database with the parcels table."""
    async with provisioned(databases, MIGRATIONS) as url:
        yield url


@pytest.fixture
async def harness(database_url: str) -> AsyncIterator[Harness]:
    """The service without the bus."""
    from parcel import build

    harness = await Harness(build(ServiceSettings(**settings_values(database_url)))).start()
    yield harness
    await harness.close()


@pytest.fixture(scope="module")
async def module_harness(databases: Databases) -> AsyncIterator[Harness]:
    """One service for tests that leave nothing behind which another would see."""
    from parcel import build

    async with provisioned(databases, MIGRATIONS) as url:
        harness = await Harness(build(ServiceSettings(**settings_values(url)))).start()
        yield harness
        await harness.close()
