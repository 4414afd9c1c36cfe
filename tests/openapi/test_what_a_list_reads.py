"""A page of a list reads about as many rows as it shows, whatever is asked for and however many rows there are.

The list operations are found in the documents of the services. Each is asked with every filter that it documents, as
every role, in a branch that has much and in one that has nothing; what the database is asked for then is explained on
tables of tens of thousands of rows.
"""

from pathlib import Path
from typing import Any

import asyncpg
import pytest
from reading import Asked, ask, explained, listings
from seeds import SEEDS
from services_built import built, has_model, migrations

from loan_contracts.messages import SERVICES
from loan_devstack.database.growing import Earlier, analyze, grow, growable, invent
from loan_servicekit.testing import Databases, Harness, provisioned

ROWS = 30_000
READ_AT_MOST = 1_000  # of a table by one statement; a page shows 50
EARLIER = Earlier(ms=3_600_000, swept=10)
# Tables that hold what people publish or decide, a row each, or a row a provider and day: they stay small. The rest of what lists read grows.
SMALL = {
    "parameters", "parameter_changes", "consent_texts", "product_versions", "product_proposals", "models", "policies",
    "policy_proposals", "retention_runs", "legal_holds", "processes", "process_proposals", "business_calendars", "consumers",
    "audit_head", "authority_grants", "committees", "decisions", "verifications", "task_counts", "accounts", "accounting_periods",
    "partners", "debit_runs", "provider_days", "provider_differences",
}  # fmt: skip
EDGES = ("_before", "_other")  # partitions of what was there before them, and of what no month takes: empty here
# `list_providers` counts, by index, how much outside work waits.
READ_MORE = {"list_providers"}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("service", SERVICES)
async def test_a_page_reads_about_what_it_shows(service: str, databases: Databases, tmp_path: Path) -> None:
    if service == "risk-svc" and not has_model():
        pytest.skip("its policies need a trained model")
    async with provisioned(databases, migrations(service)) as url:
        harness = await Harness(built(service, url, tmp_path)).start()
        try:
            known = await SEEDS[service](harness)
            lists = listings(harness.app.openapi(), known)
            tables = await _named(harness, await ask(harness, lists))
            admin = databases.url(url.rpartition("/")[2].partition("?")[0])
            sizes = await _grown(admin, tables)
            edges = {table for table in sizes if table.endswith(EDGES)}
            assert {table for table, rows in sizes.items() if rows < ROWS} <= SMALL | edges, sizes
            asked = await ask(harness, lists)
            assert asked.answered == {listing.name for listing in lists}, "every list was answered for somebody"
            findings = await _findings(harness, asked, sizes)
        finally:
            await harness.close()
    assert not findings, f"{len(findings)} findings:\n" + "\n".join(findings)


async def _named(harness: Harness, asked: Asked) -> set[str]:
    return {table for statement in asked.by for table in (await explained(harness, statement)).rows}


async def _grown(url: str, tables: set[str]) -> dict[str, int]:
    """Makes large what may be; how many rows each table has."""
    connection = await asyncpg.connect(url)
    try:
        may = set(await growable(connection)) - SMALL
        for table in tables & may:
            if not await connection.fetchval(f'select exists (select from "{table}")'):
                await invent(connection, table)
        counts = {table: int(await connection.fetchval(f'select count(*) from "{table}"')) for table in tables}
        copies = {table: ROWS // rows + 1 for table, rows in counts.items() if rows and table in may}
        await grow(connection, copies, EARLIER)
        await analyze(connection, tables)
        return {table: int(await connection.fetchval(f'select count(*) from "{table}"')) for table in tables}
    finally:
        await connection.close()


async def _findings(harness: Harness, asked: Asked, sizes: dict[str, int]) -> list[str]:
    """A line for each statement that reads more than it may."""
    found: dict[tuple[Any, ...], str] = {}
    for statement, question in asked.by.items():
        reading = await explained(harness, statement)
        if question.split()[0] in READ_MORE:
            continue
        for table, rows in reading.rows.items():
            if rows > READ_AT_MOST or (table in reading.whole and sizes[table] > READ_AT_MOST):
                found.setdefault((statement[0], table), f"{question}: {rows} rows of {table} by {statement[0][-160:]}")
    return list(found.values())
