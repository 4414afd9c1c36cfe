"""Accruals and entries lie in a partition a month: made ahead, found by the day, and as many as there may be."""

from datetime import date, timedelta
from uuid import uuid4

from bank_counter import a_signing, close_day, closing_runs, disbursed, open_day, shown

from loan_servicekit.core import business_day, utc_now
from loan_servicekit.testing import Harness
from postloan_svc.persistence.general_ledger.day import LOANS
from postloan_svc.persistence.ledger.months import MONTHS_AHEAD, TABLES, BookMonths, month_after

LIES_IN = "select distinct tableoid::regclass::text from {table} where {day} = $1"


async def lies_in(harness: Harness, table: str, day: date) -> list[str]:
    return [row[0] for row in await harness.rows(LIES_IN.format(table=table, day=TABLES[table]), day)]


async def test_months_are_made_ahead_and_what_is_posted_lies_in_its_month(harness: Harness) -> None:
    today, months = business_day(utc_now()), BookMonths(harness.service.engine, lambda day: 24)
    ahead = [month_after(today, number) for number in range(1, MONTHS_AHEAD + 1)]
    made = await months.make_months()
    assert made == [f"{table}_{month:%Y%m}" for table in TABLES for month in ahead]
    assert await months.make_months() == []
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        for day in (today, ahead[0], ahead[1] + timedelta(days=3)):
            await open_day(harness, day)
            await close_day(harness)
    assert await lies_in(harness, "accruals", today) == ["accruals_before"]
    assert await lies_in(harness, "accruals", ahead[0]) == [f"accruals_{ahead[0]:%Y%m}"]
    assert await lies_in(harness, "ledger_entries", ahead[1] + timedelta(days=4)) == [f"ledger_entries_{ahead[1]:%Y%m}"]
    assert (await shown(harness, loan))["status"] == "OVERDUE"


async def test_a_month_that_days_have_run_into_before_it_was_made_stays_where_it_is(harness: Harness) -> None:
    months, far = BookMonths(harness.service.engine, lambda day: 24), month_after(business_day(utc_now()), 30)
    await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await open_day(harness, far)
        await close_day(harness)
    assert await lies_in(harness, "accruals", far) == ["accruals_other"]
    made = await months.make_months()
    assert f"accruals_{far:%Y%m}" not in made and f"accruals_{month_after(far, 1):%Y%m}" in made


async def test_months_of_the_daily_record_that_are_too_old_are_detached_and_stay_as_they_are(harness: Harness) -> None:
    kept = 24
    months = BookMonths(harness.service.engine, lambda day: kept)
    loan = await disbursed(harness, a_signing())
    day = business_day(utc_now())
    async with closing_runs(harness):
        await open_day(harness, day)
        await close_day(harness)
    assert await months.detach_months() == []
    await open_day(harness, month_after(day, kept))
    assert await months.detach_months() == []
    await open_day(harness, month_after(day, kept + 1))
    name = f"loan_days_{day:%Y_%m}"
    assert await months.detach_months() == [name]
    assert await harness.rows("select count(*) from loan_days where day = $1", day) == [(0,)]
    assert await harness.rows(f"select loan_id from {name}") == [(loan.loan_id,)]
    assert await months.detach_months() == []


async def test_the_day_of_the_ledger_reads_its_own_months_alone(harness: Harness) -> None:
    months, today = BookMonths(harness.service.engine, lambda day: 24), business_day(utc_now())
    await months.make_months()
    day = month_after(today, 2)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("insert into gl_days values ($1, now())", (day - timedelta(days=1),))
        for table, column in TABLES.items():
            await connection.exec_driver_sql("set local session_replication_role = replica")
            values = "1, 1" if table == "accruals" else "'REPAYMENT', 'SUSPENSE', 1"
            columns = "on_minor, off_minor" if table == "accruals" else "kind, account, amount_minor"
            await connection.exec_driver_sql(
                f"insert into {table} ({column}, loan_id, {columns}, booked_at)"
                f" select d, $1::uuid, {values}, now() from generate_series($2::date, $3::date, interval '1 h') d",
                (uuid4(), today, day),
            )
        for statement in ("analyze accruals", "analyze ledger_entries"):
            await connection.exec_driver_sql(statement)
        plan = await connection.exec_driver_sql(f"explain (analyze, costs off) {LOANS}", (day,))
        lines = [row[0] for row in plan]
        await connection.rollback()
    before = [line for line in lines if "_before" in line]
    assert before and all("never executed" in line for line in before), "\n".join(lines)
