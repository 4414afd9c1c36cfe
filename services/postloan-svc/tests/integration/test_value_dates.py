"""A loan counts from the day of its money (domain.md R-0.5), wherever the open business day is."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from bank_counter import a_signing, close_day, closing_runs, move_to, open_day, repay, settled, shown

from loan_contracts.lending import LoanDisbursed, PaymentRequested, RepaymentDue, RepaymentMissed
from loan_contracts.values import HolidayRule
from loan_servicekit.core import BUSINESS_ZONE, business_day, utc_now
from loan_servicekit.testing import Harness, sent
from loan_servicekit.testing.harness import settings_values
from postloan_svc.settings import Settings
from postloan_svc.wiring import build

TODAY = business_day(utc_now())
BOOKS = "select distinct business_date, value_date from ledger_entries"


@pytest.fixture
async def lender(database_url: str) -> AsyncIterator[Harness]:
    """The service as a lender runs it: its business date never passes the calendar."""
    harness = await Harness(build(Settings(**settings_values(database_url)), "api")).start()
    yield harness
    await harness.close()


def midnight(day: date) -> datetime:
    """The moment at which a day begins in Shanghai."""
    return datetime.combine(day, datetime.min.time(), BUSINESS_ZONE)


async def paid_out(harness: Harness, settled_at: datetime) -> LoanDisbursed:
    """E1, its money settled at that moment."""
    await harness.deliver(a_signing())
    await harness.deliver(settled((await harness.outbox(PaymentRequested))[-1], settled_at=settled_at))
    return (await harness.outbox(LoanDisbursed))[-1]


async def test_money_of_midnight_counts_from_the_day_that_begins_though_the_day_before_is_open(lender: Harness) -> None:
    before = TODAY - timedelta(days=1)
    await open_day(lender, before)
    at = midnight(TODAY)
    assert (await paid_out(lender, at - timedelta(seconds=1))).value_date == before
    assert (await paid_out(lender, at)).value_date == TODAY
    assert sorted(await lender.rows(BOOKS)) == [(before, before), (TODAY, TODAY)]


async def test_a_loan_ahead_of_the_open_day_is_not_touched_before_its_value_date(lender: Harness) -> None:
    await open_day(lender, TODAY - timedelta(days=3))
    loan = await paid_out(lender, midnight(TODAY))
    assert (await shown(lender, loan))["dpd"] == 0
    early = await repay(lender, loan, 422, amount_minor=100)
    assert early["code"] == "repayment-date-invalid"
    standing = "select value_date, advanced_to, status, version from loans"
    before = await lender.rows(standing)
    async with closing_runs(lender):
        for _ in range(3):
            await close_day(lender)
    assert await lender.rows(standing) == before and before[0][:3] == (TODAY, TODAY, "ACTIVE")
    assert (await repay(lender, loan, amount_minor=100))["received_on"] == str(TODAY)


async def test_a_confirmation_that_comes_late_starts_the_loan_in_time_and_brings_it_to_the_open_day(
    lender: Harness,
) -> None:
    loan = await paid_out(lender, midnight(TODAY - timedelta(days=40)))
    assert loan.value_date == TODAY - timedelta(days=40)
    assert (await sent(lender, RepaymentDue)).due_date == loan.first_due_date
    late = (TODAY - loan.first_due_date).days
    assert (await sent(lender, RepaymentMissed)).dpd == 4
    view = await shown(lender, loan)
    assert (view["status"], view["dpd"]) == ("OVERDUE", late)
    assert {row[0] for row in await lender.rows(BOOKS)} == {TODAY}  # days that are closed stay as they are
    assert {row[1] for row in await lender.rows(BOOKS)} == {loan.value_date, loan.first_due_date}


async def test_what_is_due_on_national_day_is_in_time_on_the_next_working_day(harness: Harness) -> None:
    """domain.md R-3.7, by the holidays that every installation begins with: E1 due on 2026-10-01, no days of grace."""
    value_date = date(2026, 9, 1)
    await open_day(harness, value_date)
    loans = []
    for rule in (HolidayRule.FOLLOWING, HolidayRule.NONE):
        await harness.deliver(a_signing(holiday_rule=rule, grace_days=0))
        request = (await harness.outbox(PaymentRequested))[-1]
        await harness.deliver(settled(request, settled_at=midnight(value_date)))
        loans.append((await harness.outbox(LoanDisbursed))[-1])
    following, none = loans
    assert following.value_date == value_date
    rows = [(await schedule(harness, loan))[0]["payable_on"] for loan in loans]
    assert rows == ["2026-10-08", "2026-10-01"]
    async with closing_runs(harness):
        await move_to(harness, date(2026, 10, 8))
        paid = await repay(harness, following, amount_minor=888_488)
        assert [line["component"] for line in paid["lines"]] == ["INTEREST", "PRINCIPAL"]
        assert (await shown(harness, following))["dpd"] == 0 and (await shown(harness, none))["dpd"] == 7
        late = await repay(harness, none, amount_minor=888_488 + 3_110)
        assert sum(line["amount_minor"] for line in late["lines"]) == 888_488 + 3_110
        await move_to(harness, date(2026, 11, 1))
        assert (await schedule(harness, following))[1]["payable_on"] == "2026-11-02"  # a Sunday
    assert [told.loan_id for told in await harness.outbox(RepaymentMissed)] == [none.loan_id]


async def schedule(harness: Harness, loan: LoanDisbursed) -> list[dict[str, Any]]:
    path = f"/v1/loans/{loan.loan_id}/schedule"
    rows: list[dict[str, Any]] = (await harness.client.get(path, headers=harness.signer.headers("finance"))).json()[
        "instalments"
    ]
    return rows


async def test_where_days_run_ahead_money_moves_with_them(harness: Harness) -> None:
    far = TODAY + timedelta(days=400)
    await open_day(harness, far)
    assert (await paid_out(harness, utc_now())).value_date == far
    loan = await paid_out(harness, utc_now() - timedelta(days=2))
    assert loan.value_date == far - timedelta(days=2)
