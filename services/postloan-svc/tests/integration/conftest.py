"""postloan-svc on a database of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values
from postloan_svc.settings import Settings
from postloan_svc.wiring import build

MIGRATIONS = Path(__file__).parents[2] / "migrations"


@pytest.fixture
async def harness(databases: Databases) -> AsyncIterator[Harness]:
    """The running service without the bus."""
    async with provisioned(databases, MIGRATIONS) as url:
        harness = await Harness(build(Settings(**settings_values(url)), "api")).start()
        yield harness
        await harness.close()
