"""`python -m bench.accruals [--loans N ...]`: the interest of a day for so many running loans, the general ledger of
the day, and the comparison of books, beside one pass of SQL that writes the same rows.

Loans are copies of a few made by the domain. CPU is that of the database's process that does it: the service only asks.
"""

import argparse
import asyncio
import shutil
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeAlias
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncEngine

from bench.cpu import seconds
from bench.results import keep
from loan_contracts.values import RepaymentMethod
from loan_devstack.running.control import System
from loan_servicekit.core import Cause, business_day, utc_now
from loan_servicekit.db.engine import create_engine
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.jobs.day_closing import ACCRUALS
from postloan_svc.persistence.general_ledger.day import SqlGeneralLedger
from postloan_svc.persistence.ledger.accruals import SqlAccruals
from postloan_svc.persistence.tables import SCHEMA

VAR = Path(__file__).parent.parent / "var" / "bench" / "accruals"
AROUND = ("postgres", "kafka", "edge", "migrate", "postloan-svc")
FIRST, LAST = UUID(int=0), UUID(int=(1 << 128) - 1)
LOANS, TEMPLATES, DAYS = (10_000, 100_000), 100, 3
NOW = utc_now()
PAID_OUT = business_day(NOW)
COPY = (
    "insert into loans select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),"
    " 'application_id', gen_random_uuid(), 'loan_no', l.loan_no || '-' || n))).*"
    " from loans l, generate_series(1, $1::int) n"
)
POST = (
    "insert into ledger_entries"
    " (loan_id, kind, account, amount_minor, business_date, value_date, posting_no, booked_at)"
    " select l.id, 'DISBURSEMENT', e.account, e.minor, l.value_date, l.value_date, 1, now()"
    " from loans l cross join lateral (values ('LOAN_PRINCIPAL', l.outstanding_minor),"
    " ('CUSTOMER_DEPOSITS', -l.outstanding_minor)) e (account, minor) where l.loan_no like '%-01-%'"
)
FLOOR = (
    "create unlogged table if not exists floor_loans as select id, accrues_on_minor as minor from loans",
    "create table if not exists floor_accruals (like accruals including all)",
)
BULK = (
    "insert into floor_accruals (day, loan_id, on_minor, off_minor, booked_at)"
    " select $1, id, minor / 3000, 0, now() from floor_loans"
)


Measure: TypeAlias = Callable[[AsyncEngine, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and of CPU."""

    wall_s: float
    cpu_s: float


def a_loan(number: int, value_date: date = PAID_OUT, now: datetime = NOW, term_months: int = 12) -> Loan:
    """One of the templates, paid out and never paid."""
    contract = SignedContract(
        application_id=uuid4(),
        contract_no=f"HT{number}",
        customer_id=uuid4(),
        branch=f"{310000 + number % 20}-01",
        product_code="PCL-ONLINE",
        principal_minor=1_000_000 + 90_000 * number,
        annual_rate=Decimal("0.08") + Decimal(number % 100) / 1000,
        term_months=term_months,
        method=RepaymentMethod.EQUAL_INSTALMENT,
        penalty_multiple=Decimal("1.5"),
        annual_rate_cap=Decimal("0.24"),
        grace_days=3,
        contract_hash="c" * 64,
    )
    loan = Loan.book(contract, value_date)
    loan.confirm_pay_out(loan.request_pay_out(), contract.principal_minor, value_date, now)
    return loan


async def in_one(engine: AsyncEngine, act: Callable[[UnitOfWork], Awaitable[object]]) -> Took:
    """What an act in a transaction of its own took."""
    async with engine.connect() as connection:
        pid = (await connection.exec_driver_sql("select pg_backend_pid()")).scalar_one()
        await connection.rollback()
        began, cpu = time.perf_counter(), seconds(pid)
        async with connection.begin():
            await act(UnitOfWork(connection, SCHEMA, NOW))
        return Took(time.perf_counter() - began, seconds(pid) - cpu)


async def lent(engine: AsyncEngine, count: int) -> None:
    """So many loans, paid out on one day."""

    async def templates(uow: UnitOfWork) -> None:
        for number in range(TEMPLATES):
            uow.loans.add(a_loan(number))
        uow.send_facts(Cause("bench"))
        await uow.flush()

    await in_one(engine, templates)
    async with engine.begin() as connection:
        await connection.exec_driver_sql(COPY, (count // TEMPLATES - 1,))
        await connection.exec_driver_sql(POST)
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.exec_driver_sql("vacuum analyze")


async def accrued(engine: AsyncEngine, day: date) -> Took:
    """The interest of a day, in the pieces in which the closing posts it."""
    last: UUID | None = FIRST
    wall = cpu = 0.0
    done = False

    async def piece(uow: UnitOfWork) -> None:
        nonlocal last, done
        _, last = await SqlAccruals(uow).post(day, last or FIRST, LAST, ACCRUALS)
        done = last is None

    while not done:
        took = await in_one(engine, piece)
        wall, cpu = wall + took.wall_s, cpu + took.cpu_s
    return Took(wall, cpu)


async def bulk(engine: AsyncEngine, day: date) -> Took:
    """The same rows by one statement that calculates nothing."""
    return await in_one(engine, lambda uow: uow.connection.exec_driver_sql(BULK, (day,)))


async def measure(engine: AsyncEngine, count: int) -> None:
    """Some days, of which the last is shown."""
    await lent(engine, count)
    async with engine.begin() as connection:
        for statement in FLOOR:
            await connection.exec_driver_sql(statement)
    for number in range(DAYS):
        day = PAID_OUT + timedelta(days=number)
        floor, interest = await bulk(engine, day), await accrued(engine, day)
        found: list[int] = []
        ledger = await in_one(engine, partial(end, day))
        compared = await in_one(engine, partial(compare, day, found))
        assert found == [0], f"{found} breaks on {day}"
    figures = {"accrual": (interest, floor), "ledger_day": (ledger, None), "reconciliation": (compared, None)}
    for name, (took, beside) in figures.items():
        keep_cpu(name, took, beside, count, f"{count} running loans, {took.wall_s:.2f} s on the clock")


async def end(day: date, uow: UnitOfWork) -> None:
    """What the end of a closing does to the general ledger."""
    await SqlGeneralLedger(uow, lambda _: Decimal(6)).post_day(day)


async def compare(day: date, found: list[int], uow: UnitOfWork) -> None:
    """What comes behind a closing."""
    found.append(await SqlGeneralLedger(uow, lambda _: Decimal(6)).reconcile(day))


async def of_each(prog: str, folder: Path, loans: Sequence[int], measure: Measure) -> None:
    """Takes a measure on a system of its own for each number of loans."""
    parser = argparse.ArgumentParser(prog=prog)
    parser.add_argument("--loans", type=int, nargs="+", default=loans)
    for count in parser.parse_args().loans:
        shutil.rmtree(folder / str(count), ignore_errors=True)
        with System(folder / str(count), only=AROUND, environment={"LOG_LEVEL": "warning"}) as system:
            engine = create_engine(system.admin_url("postloan_svc"), "bench")
            try:
                await measure(engine, count)
            finally:
                await engine.dispose()


def keep_cpu(name: str, took: Took, beside: Took | None, count: int, setup: str) -> None:
    """Keeps the CPU that something took for each of so many loans."""
    below = round(beside.cpu_s * 1e6 / count, 2) if beside else None
    keep(f"{name}_cpu_{count}", round(took.cpu_s * 1e6 / count, 2), "us", below, setup)


if __name__ == "__main__":
    asyncio.run(of_each("python -m bench.accruals", VAR, LOANS, measure))
