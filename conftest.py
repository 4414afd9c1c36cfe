"""Fixtures for every test: a PostgreSQL server (external, a container, or embedded, in this order) and databases on it."""

from collections.abc import AsyncIterator, Iterator

import pytest
from loan_devstack.testing import postgres_for_tests
from loan_servicekit.testing import Databases


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
