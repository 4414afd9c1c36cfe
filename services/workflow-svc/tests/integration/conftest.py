"""workflow-svc on a database of its own, with the seed process published and a clock that tests move."""

import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values
from workflow_svc.settings import Settings
from workflow_svc.wiring import build

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from casework import Casework, Clock

MIGRATIONS = Path(__file__).parents[2] / "migrations"
COLUMNS = "code, version, name, executor, sha256, published_by, published_at, proof::text, bpmn"
RESTORE = "insert into processes values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9)"


@pytest.fixture(scope="session")
async def published(databases: Databases) -> Sequence[Any]:
    """The rows that a first start leaves behind. Proving a process takes seconds, so the tests share one proof."""
    async with provisioned(databases, MIGRATIONS) as url:
        harness = await Harness(build(Settings(**settings_values(url)), "api", Clock())).start()
        try:
            return await harness.rows(f"select {COLUMNS} from processes")
        finally:
            await harness.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def database_url(databases: Databases, published: Sequence[Any]) -> AsyncIterator[str]:
    """A fresh database in which the seed process is published."""
    async with provisioned(databases, MIGRATIONS) as url:
        service = build(Settings(**settings_values(url)), "api").state.service
        async with service.engine.begin() as connection:
            for row in published:
                await connection.exec_driver_sql(RESTORE, row)
        await service.engine.dispose()
        yield url


@pytest.fixture
async def harness(database_url: str, clock: Clock) -> AsyncIterator[Harness]:
    """The running service without the bus."""
    harness = await Harness(build(Settings(**settings_values(database_url)), "api", clock)).start()
    yield harness
    await harness.close()


@pytest.fixture
def casework(harness: Harness, clock: Clock) -> Casework:
    return Casework(harness, clock)
