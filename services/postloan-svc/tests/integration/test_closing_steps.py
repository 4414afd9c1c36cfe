"""A closing goes on after any death, and money that comes beside it is right on the same day."""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from bank_counter import (
    a_signing,
    begin_closing,
    close_day,
    closing_runs,
    day_closer,
    disbursed,
    move_to,
    open_day,
    repay,
    settled,
    shard_run,
    shown,
)

from loan_contracts.lending import BusinessDayClosed, LoanDisbursed, PaymentRequested, RepaymentDue, RepaymentMissed
from loan_servicekit.core import business_day, utc_now
from loan_servicekit.testing import Harness
from postloan_svc.jobs import outbox_room

PROCESS = Path(__file__).parent / "closing_process.py"
LOANS, COPIES, KILLS, A_CHUNK_S = 3, 500, 3, 0.1
COPY = (
    "insert into loans select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),"
    " 'application_id', c.id, 'loan_no', c.no || '-01', 'contract',"
    " l.contract::jsonb || jsonb_build_object('application_id', c.id, 'contract_no', c.no)))).*"
    " from (select id as original, gen_random_uuid() as id, loan_no || n as no"
    f" from loans, generate_series(1, {COPIES}) n offset 0) c join loans l on l.id = c.original"
)
BOOKS = (
    "insert into ledger_entries (loan_id, kind, account, amount_minor, business_date, value_date, posting_no, booked_at)"
    " select l.id, 'DISBURSEMENT', v.account, v.minor, b.business_date, l.value_date, 1, now() from loans l"
    " cross join business_calendars b cross join lateral (values ('LOAN_PRINCIPAL', l.outstanding_minor),"
    " ('CUSTOMER_DEPOSITS', -l.outstanding_minor)) v (account, minor)"
    " where not exists (select from ledger_entries e where e.loan_id = l.id)"
)
AGREES = (
    "select count(*) from reconciliations where loans_minor <> ledger_minor"
    " union all select count(*) from ledger_breaks"
)
UNSENT = (
    "insert into outbox (message_id, type, key, dataschema, correlation_id, value, created_at)"
    " select gen_random_uuid(), 'x', n::text, '', '', '', now() from generate_series(1, {}) n"
)
TOLD = "select key, type, count(*) from outbox where type = any($1) group by 1, 2 having count(*) > 1"


async def agrees(harness: Harness) -> None:
    """Books, ledger and loans say the same of every day that was closed."""
    assert await harness.rows(AGREES) == [(0,), (0,)], await harness.rows("select * from ledger_breaks limit 5")


async def killed(database_url: str, harness: Harness, random: Random) -> None:
    """A process closes the day until something is done, and is killed in the midst of what comes then."""
    far = "select step, accruals, loans from closing_shards"
    before = await harness.rows(far)
    process = await asyncio.create_subprocess_exec(
        sys.executable, PROCESS, database_url, stdout=asyncio.subprocess.PIPE, cwd=PROCESS.parent
    )
    assert process.stdout and await process.stdout.readline() == b"begins\n"
    async with asyncio.timeout(60):
        while await harness.rows(far) == before:
            await asyncio.sleep(0.005)
    await asyncio.sleep(random.uniform(0.0, A_CHUNK_S))
    process.kill()
    await process.wait()


async def test_a_closing_goes_on_after_any_kill_and_does_everything_once(harness: Harness, database_url: str) -> None:
    await harness.deliver(*(a_signing() for _ in range(LOANS)), twice=False)
    await harness.deliver(*map(settled, await harness.outbox(PaymentRequested)), twice=False)
    day = (await harness.outbox(LoanDisbursed))[-1].first_due_date + timedelta(days=3)
    await open_day(harness, day)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(COPY)
        await connection.exec_driver_sql(BOOKS)
    loans, random = LOANS * (COPIES + 1), Random(11)
    assert await begin_closing(harness) == day
    for _ in range(KILLS):
        await killed(database_url, harness, random)
    assert await harness.rows("select status from day_closings") == [("RUNNING",)]
    await day_closer(harness).close_days()

    [closed] = await harness.outbox(BusinessDayClosed)
    assert (closed.business_date, closed.loans, closed.due, closed.missed) == (day, loans, loans, loans)
    same = "select count(*), count(distinct on_minor), sum(on_minor) = (select sum(on_minor) from accruals)"
    assert await harness.rows(f"{same} from accrual_totals") == [(loans, 1, True)]
    entries = await harness.rows(
        "select count(*), count(distinct loan_id) from ledger_entries where kind = 'INSTALMENT_DUE'"
    )
    assert entries == [(2 * loans, loans)]
    assert await harness.rows(TOLD, [RepaymentDue.TYPE, RepaymentMissed.TYPE]) == []
    assert await harness.rows("select count(*) from gl_days") == [(1,)]
    await agrees(harness)


@pytest.mark.parametrize("steps", [1, 2])
async def test_money_that_comes_beside_a_closing_is_right_at_its_end(harness: Harness, steps: int) -> None:
    """Interest of the day was posted for a loan that is then repaid on this day, up to which it owes interest."""
    loan = await disbursed(harness, a_signing())
    await open_day(harness, loan.first_due_date - timedelta(days=11))
    day = await begin_closing(harness)
    run = shard_run(harness, day)
    for _ in range(steps):
        await run.step()
    days = (day - business_day(utc_now())).days
    interest = round(10_000_000 * 0.12 * days / 360)
    await repay(harness, loan, amount_minor=10_000_000 + interest)
    assert (await shown(harness, loan))["status"] == "SETTLED"
    await day_closer(harness).close_days()
    assert await harness.rows("select on_minor from accrual_totals") == [(interest,)]
    assert await harness.rows("select day, sum(on_minor)::bigint from accruals group by 1") == [(day, interest)]
    await agrees(harness)


async def test_money_of_the_next_day_is_no_break_of_the_one_that_was_closed(harness: Harness) -> None:
    """Between the move of the calendar and the comparison a loan is repaid: it accrues, and is compared, the next day."""
    loan = await disbursed(harness, a_signing())
    await open_day(harness, loan.first_due_date - timedelta(days=11))
    day = await begin_closing(harness)
    await day_closer(harness).close_day(day)
    early = {"amount_minor": 10_000_000 + 70_000, "received_on": str(day)}
    await repay(harness, loan, **early)
    await day_closer(harness).close_days()
    await agrees(harness)
    async with closing_runs(harness):
        await close_day(harness)
    await day_closer(harness).close_days()
    await agrees(harness)


async def test_who_writes_to_a_loan_waits_for_its_chunk_alone_and_the_loan_is_not_skipped(harness: Harness) -> None:
    first, other = await disbursed(harness, a_signing()), await disbursed(harness, a_signing())
    await open_day(harness, first.first_due_date)
    day = await begin_closing(harness)
    run = shard_run(harness, day)
    await run.step()
    async with harness.service.engine.connect() as writer:  # somebody is at the first one
        await writer.exec_driver_sql("select id from loans where id = $1 for update", (first.loan_id,))
        advancing = asyncio.create_task(run.step())
        await asyncio.sleep(0.1)
        assert not advancing.done()
        await writer.rollback()
    assert await advancing is True
    assert await harness.rows("select loans from closing_shards") == [(2,)]
    async with harness.service.engine.connect() as chunk:  # a chunk has the first one
        await chunk.exec_driver_sql("select id from loans where id = $1 for update", (first.loan_id,))
        waiting = asyncio.create_task(repay(harness, first, amount_minor=100))
        await asyncio.sleep(0.1)
        assert not waiting.done()
        await chunk.rollback()
    assert (await waiting)["amount_minor"] == 100
    await repay(harness, other, amount_minor=100)


async def test_a_threshold_that_was_lowered_stops_the_interest_of_all_that_are_beyond_it(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=70))
        assert (await shown(harness, loan))["non_accrual_since"] is None
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql(
                "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
                " values ('class.substandard_dpd_gt', '60', 'day', $1, 'test', 'P', 'test')",
                (loan.first_due_date + timedelta(days=71),),
            )
        await harness.service.parameters.refresh()
        day = await close_day(harness)
        assert (await shown(harness, loan))["non_accrual_since"] == str(day)


async def test_a_closing_waits_while_the_bus_has_thousands_of_messages_to_take(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    await disbursed(harness, a_signing())
    monkeypatch.setattr(outbox_room, "STANDS_STILL_S", 600.0)  # the bus goes on, however slow this machine is
    await begin_closing(harness)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(UNSENT.format(outbox_room.MOST_WAITING))
    far = "select c.status, s.step from day_closings c, closing_shards s"

    async def reached(status: str, step: str) -> None:
        async with asyncio.timeout(60):
            while await harness.rows(far) != [(status, step)]:
                await asyncio.sleep(0.01)

    async with closing_runs(harness):
        await reached("RUNNING", "ADVANCE")  # what was under way is done; nothing more is begun
        for _ in range(10):
            await asyncio.sleep(2 * outbox_room.LOOK_S)
            assert await harness.rows(far) == [("RUNNING", "ADVANCE")]
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql("update outbox set published_at = now() where type = 'x'")
        await reached("DONE", "DONE")
