"""postloan-svc on a database of its own."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values
from postloan_svc.settings import Settings
from postloan_svc.wiring import build

sys.path.insert(0, str(Path(__file__).parent))
MIGRATIONS = Path(__file__).parents[2] / "migrations"


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    """The database of the service under test."""
    async with provisioned(databases, MIGRATIONS) as url:
        yield url


@pytest.fixture
async def harness(database_url: str) -> AsyncIterator[Harness]:
    """The running service without the bus."""
    harness = await Harness(build(Settings(**settings_values(database_url), days_run_ahead=True), "api")).start()
    yield harness
    await harness.close()


@pytest.fixture
async def second(database_url: str, harness: Harness) -> AsyncIterator[Harness]:
    """Another process of the same service."""
    second = await Harness(build(Settings(**settings_values(database_url), days_run_ahead=True), "api")).start()
    yield second
    await second.close()
