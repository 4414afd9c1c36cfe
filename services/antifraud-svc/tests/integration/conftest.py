"""antifraud-svc on a database of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from antifraud_svc.settings import Settings
from antifraud_svc.wiring import build
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values

MIGRATIONS = Path(__file__).parents[2] / "migrations"


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    """A fresh database of the service."""
    async with provisioned(databases, MIGRATIONS) as url:
        yield url


@pytest.fixture
async def harness(database_url: str) -> AsyncIterator[Harness]:
    """The running service without the bus."""
    harness = await Harness(build(Settings(**settings_values(database_url)), "api")).start()
    yield harness
    await harness.close()


@pytest.fixture
async def replica(database_url: str) -> AsyncIterator[Harness]:
    """A second process of the service on the same database."""
    harness = await Harness(build(Settings(**settings_values(database_url)), "api")).start()
    yield harness
    await harness.close()
