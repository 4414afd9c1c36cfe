"""What the gateway keeps no longer than it may (domain.md §7.9): work that is done, and what was collected."""

import base64
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from outside_world import rows

import loan_contracts
from integration_gateway.settings import Settings
from integration_gateway.wiring import build
from loan_contracts.lending import LoanDisbursed, LoanSettled
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values

MIGRATIONS = Path(__file__).parents[2] / "migrations"
SAMPLE = LoanDisbursed.from_json(
    Path(loan_contracts.__file__).parents[2].joinpath("samples/loan.disbursed.json").read_bytes()
)
NOW = datetime.now(UTC)


@pytest.fixture
async def harness(databases: Databases) -> AsyncIterator[Harness]:
    """A gateway whose desk nobody works at."""
    async with provisioned(databases, MIGRATIONS) as url:
        settings = Settings(
            **settings_values(url),
            providers_url="http://127.0.0.1:1",
            provider_rows=rows("http://127.0.0.1:1"),
            application_svc_url="http://127.0.0.1:1",
            postloan_svc_url="http://127.0.0.1:1",
            field_keys="test:" + base64.b64encode(b"k" * 32).decode(),
            oidc_client_id="test",
            oidc_client_secret="test",
        )
        harness = await Harness(build(settings, "worker")).start()
        yield harness
        await harness.close()


async def collected(harness: Harness, days_ago: float) -> UUID:
    """A collection for a new application."""
    application_id = uuid4()
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into collections (request_id, application_id, customer_id, purpose_code, collected_at, facts,"
            " answers, raw) values ($1, $2, $3, '02', $4, '{}', '[]', 'test.sealed')",
            (uuid4(), application_id, uuid4(), NOW - timedelta(days=days_ago)),
        )
    return application_id


async def done(harness: Harness, kind: str, days_ago: float, state: str = "DONE") -> None:
    async with harness.service.engine.begin() as connection:
        at = NOW - timedelta(days=days_ago)
        await connection.exec_driver_sql(
            "insert into desk (id, kind, application_id, body, state, requested_at, due_at, finished_at)"
            " values ($1, $2, $3, $4, $5, $6, $6, $7)",
            (
                uuid4(),
                kind,
                uuid4(),
                orjson.dumps({"customer_id": str(uuid4())}).decode(),
                state,
                at,
                at if state == "DONE" else None,
            ),
        )


async def lent(harness: Harness, application_id: UUID) -> dict[str, Any]:
    about = {"loan_id": uuid4(), "application_id": application_id}
    await harness.deliver(SAMPLE.model_copy(update=about))
    return about


async def ended(harness: Harness, application_id: UUID, years_ago: int) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update loan_relations set ended_at = now() - make_interval(years => $2, days => 2) where application_id = $1",
            (application_id, years_ago),
        )


async def taken(harness: Harness) -> dict[str, int]:
    """What went in one run, by record."""
    [job] = [job for job in harness.service.jobs if job.name == "retention"]
    await job._step()
    runs = await harness.rows("select record, taken::text from retention_runs")
    return {record: sum(orjson.loads(told).values()) for record, told in runs}


async def test_done_work_goes_and_what_is_open_or_paid_stays(harness: Harness) -> None:
    for kind in ("COLLECT", "NOTIFY", "VERIFY", "PAY"):
        await done(harness, kind, 32)
        await done(harness, kind, 29)
    await done(harness, "NOTIFY", 60, state="OPEN")
    assert (await taken(harness))["finished-work"] == 3
    left = await harness.rows("select kind, state, count(*) from desk group by 1, 2 order by 1, 2")
    assert left == [("COLLECT", "DONE", 1), ("NOTIFY", "DONE", 1), ("NOTIFY", "OPEN", 1), ("PAY", "DONE", 2),
                    ("VERIFY", "DONE", 1)]  # fmt: skip


async def test_orders_to_pay_stay_ten_years(harness: Harness) -> None:
    await done(harness, "PAY", 365 * 9)
    await done(harness, "PAY", 365 * 10 + 4)
    assert (await taken(harness))["payment-order"] == 1


async def test_what_was_collected_for_no_loan_goes_after_half_a_year(harness: Harness) -> None:
    refused, recent, borrower = [await collected(harness, days) for days in (182, 170, 182)]
    await lent(harness, borrower)
    assert (await taken(harness))["collection-without-loan"] == 1
    left = await harness.rows("select application_id from collections")
    assert {row[0] for row in left} == {recent, borrower}
    assert refused not in {row[0] for row in left}


async def test_a_borrower_s_report_goes_five_years_and_the_rest_ten_years_after_the_loan(harness: Harness) -> None:
    running, five, ten = [await collected(harness, 4_000) for _ in range(3)]
    for application_id in (running, five, ten):
        about = await lent(harness, application_id)
        if application_id != running:
            await harness.deliver(LoanSettled(**about, sequence=2, settled_on=date(2026, 11, 30)))
    assert await harness.rows("select count(*) from loan_relations where ended_at is not null") == [(2,)]
    await ended(harness, five, 5)
    await ended(harness, ten, 10)
    found = await taken(harness)
    assert (found["report-text-of-loan"], found["collection-of-loan"]) == (2, 2)  # of ten: its text, then the rest
    left = dict(await harness.rows("select application_id, raw from collections"))
    assert left == {running: "test.sealed", five: None}


async def told_partner(harness: Harness, days_ago: int) -> UUID:
    """An event and its delivery."""
    id, application_id, at = uuid4(), uuid4(), NOW - timedelta(days=days_ago)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into partner_events values ($1, $2, $3, 'loan.disbursed', '{}', $4)",
            (id, application_id, uuid4(), at),
        )
        await connection.exec_driver_sql(
            "insert into webhook_deliveries (id, application_id, partner_id, type, body, created_at, since, due_at)"
            " values ($1, $2, $3, 'loan.disbursed', '{}', $4, $4, $4)",
            (id, application_id, uuid4(), at),
        )
    return application_id


async def test_what_a_partner_was_told_goes_and_of_a_loan_three_years_after_it(harness: Harness) -> None:
    recent, long_ago, running, over = [await told_partner(harness, days) for days in (80, 405, 405, 405)]
    for application_id in (running, over):
        about = await lent(harness, application_id)
        if application_id == over:
            await harness.deliver(LoanSettled(**about, sequence=2, settled_on=date(2026, 11, 30)))
    await ended(harness, over, 3)
    went = await taken(harness)
    assert (went["webhook-delivery"], went["partner-event-without-loan"], went["partner-event-of-loan"]) == (3, 1, 1)
    kept = {row[0] for row in await harness.rows("select application_id from partner_events")}
    assert {recent, running} == kept and long_ago not in kept
