"""`python -m bench servicing`: repayments over many loans and on one, reads of a loan with thousands of them, and a
backdated one over years of accruals; through the doors of a running service, beside the same rows written by SQL."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from bench.closing import BOOKS, COLUMNS, COPIES, LOANS, NEW, SERVICE, an_original, earlier, processes
from bench.cpu import Meter
from bench.results import keep
from loan_devstack.running.control import System
from loan_replay.api import Api
from loan_replay.figures import percentile
from loan_replay.target import Target
from loan_servicekit.core import Cause, business_day, utc_now
from loan_servicekit.db.engine import create_engine
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay
from postloan_svc.persistence.tables import SCHEMA

MANY, ON_ONE, UNDER_WAY, READS = 5_000, 5_000, 128, 100
OLD_DAYS, OLD_MONTHS = 2_400, 84
LATE = 24  # days ago the first instalment of each loan was due
ACCRUED = (
    "insert into accruals (day, loan_id, on_minor, off_minor, booked_at)"
    " select $2::date + n, $1, 1, 0, now() from generate_series(0, $3::int - 1) n"
)
THEN = (  # the parameters begin in 2023, after the oldest loan; a process reads them again within FRESH_S
    "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
    " values ('class.substandard_dpd_gt', '90', 'day', '2010-01-01', 'bench', 'P', 'bench')"
)
FLOOR = (
    "create table floor_loans as select * from loans",
    "create index on floor_loans (id)",
    "create table floor_events (like loan_events including all)",
    "create table floor_repayments (like repayments including all)",
    "create table floor_entries (like ledger_entries including all)",
    "create table floor_outbox (like outbox including all)",
)
ONE = (
    "with l as (update floor_loans set suspense_minor = suspense_minor + 1, instalments = instalments::text::json,"
    " version = version + 1 where id = $1 returning id), e as (insert into floor_events (loan_id, number, event_id,"
    " kind, value_date, recorded_on, amount_minor, source, reference, recorded_at) select id, $2::int, $3, 'REPAYMENT',"
    " $4, $4, 1, 'COUNTER', $3::uuid::text, now() from l), r as (insert into floor_repayments (repayment_id, loan_id,"
    " received_on, amount_minor, profile, allocation, booked_at) select $3, id, $4, 1, 'A', '[]', now() from l),"
    " o as (insert into floor_outbox (message_id, type, key, dataschema, correlation_id, value, created_at)"
    " select $3, 'repayment.received', id::text, '', '', convert_to(repeat('x', 600), 'UTF8'), now() from l)"
    " insert into floor_entries (loan_id, kind, account, amount_minor, business_date, posting_no, booked_at)"
    " select id, 'REPAYMENT', 'SUSPENSE', n, $4, 1, now() from l, generate_series(1, 3) n"
)


def old_loan(today: date) -> Loan:
    """One that was paid back for years, each instalment on its day."""
    began = today - timedelta(days=OLD_DAYS)
    loan = an_original(1, began, began, utc_now(), term_months=OLD_MONTHS)
    for each in [each for each in loan.instalments if each.due_on < today]:
        advance(loan, each.due_on, 90)
        repay(loan, Receipt(uuid4(), each.total_minor, each.due_on), each.due_on, lambda day: 90)
    advance(loan, today, 90)
    return loan


async def lent(system: System, today: date) -> tuple[list[UUID], Loan, UUID]:
    """Many loans of which an instalment is late, the one of years, and one for itself."""
    late = today - timedelta(days=LATE)
    one = an_original(90, earlier(late, 1), today, utc_now())
    made, old = [an_original(number, earlier(late, 1), today, utc_now()) for number in range(10)], old_loan(today)
    engine = create_engine(system.database_url(SERVICE), "bench")
    async with engine.begin() as connection:
        uow = UnitOfWork(connection, SCHEMA, utc_now())
        await connection.exec_driver_sql(THEN)
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (date(2000, 1, 1),))
        for loan in (*made, old, one):
            uow.loans.add(loan)
        uow.send_facts(Cause("bench"))
        await uow.flush()
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (today,))
    await engine.dispose()
    connection = await asyncpg.connect(system.admin_url("postloan_svc"))
    try:
        await connection.execute("set session_replication_role = replica; set synchronous_commit = off")
        await connection.execute(COPIES.replace("$1", "0").replace("$2", "500"))
        await connection.execute("delete from copies where original = any($1::uuid[])", [old.id, one.id])
        columns = await connection.fetchval(COLUMNS)
        values = ", ".join(NEW.get(each, f"l.{each}") for each in columns)
        await connection.execute(LOANS.format(columns=", ".join(columns), values=values))
        for statement in BOOKS[:3]:
            await connection.execute(statement, *([today] if "$1" in statement else []))
        await connection.execute("reset session_replication_role")
        assert old.value_date
        await connection.execute(ACCRUED, old.id, old.value_date, OLD_DAYS)
        await connection.execute("vacuum analyze")
        return [row["id"] for row in await connection.fetch("select id from copies")], old, one.id
    finally:
        await connection.close()


async def floor(url: str, loans: Sequence[UUID], day: date) -> float:
    """How many a second one connection writes, a commit each, of the rows of a repayment."""
    connection = await asyncpg.connect(url)
    try:
        for statement in FLOOR:
            await connection.execute(statement)
        began, random = time.perf_counter(), Random(3)
        for number in range(1_000):
            await connection.execute(ONE, random.choice(loans), number, uuid4(), day)
        return 1_000 / (time.perf_counter() - began)
    finally:
        await connection.close()


async def paid(api: Api, loan: UUID, **more: Any) -> float:
    """A repayment; milliseconds."""
    began = time.perf_counter()
    body = {"amount_minor": 1_000, "source": "COUNTER", "reference": uuid4().hex} | more
    await api.post(SERVICE, f"/v1/loans/{loan}/repayments", body)
    return (time.perf_counter() - began) * 1000


async def at_full_rate(api: Api, loans: Sequence[UUID], count: int) -> tuple[float, list[float]]:
    """So many repayments, at most so many under way: how many a second, and how long each took."""
    slots, took = asyncio.Semaphore(UNDER_WAY), list[float]()

    async def one(loan: UUID) -> None:
        async with slots:
            took.append(await paid(api, loan))

    began = time.perf_counter()
    await asyncio.gather(*(one(loans[number % len(loans)]) for number in range(count)))
    return count / (time.perf_counter() - began), took


async def median_and_p99(act: Callable[[], Awaitable[Any]], times: int = READS) -> tuple[float, float]:
    """Of an act, in milliseconds."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        await act()
        took.append((time.perf_counter() - began) * 1000)
    return round(percentile(took, 0.5), 1), round(percentile(took, 0.99), 1)


async def measure(system: System) -> None:
    """Prints and keeps all of it."""
    with system:
        today, target = business_day(utc_now()), Target(system.settings, direct=True)
        loans, old, one = await lent(system, today)
        bulk = await floor(system.admin_url("postloan_svc"), loans, today)
        async with target.as_user("finance") as api:
            fresh = await median_and_p99(lambda: api.get(SERVICE, f"/v1/loans/{one}"))
            for name, among, count in (("over_many", loans, MANY), ("on_one", [one], ON_ONE)):
                await at_full_rate(api, among, 200)
                meter = Meter(processes(system))
                rate, took = await at_full_rate(api, among, count)
                cpu = {each: round(s * 1000 / count, 3) for each, s in meter.read().items()}
                setup = (
                    f"{count} repayments over {len(among)} loans, {UNDER_WAY} under way, p99"
                    f" {percentile(took, 0.99):.0f} ms; floor: their rows by SQL, a commit each, on one connection"
                )
                keep(f"repayments_{name}", round(rate, 1), "1/s", round(bulk, 1), setup, by_process=cpu)
            for what in ("", "/repayments", "/ledger"):
                path = f"/v1/loans/{one}{what}"
                median, p99 = await median_and_p99(lambda path=path: api.get(SERVICE, path))
                setup = f"GET of a loan with {ON_ONE} repayments, median {median} ms; floor: of one without any"
                keep(f"loan_of_many{what.replace('/', '_')}_p99", p99, "ms", fresh[1], setup)
            in_time = await paid(api, old.id)
            assert old.value_date
            first = old.value_date + timedelta(days=10)
            took = await paid(api, old.id, received_on=str(first))
            setup = f"a repayment dated {OLD_DAYS - 10} days back, over {OLD_DAYS} accruals; floor: one of today"
            keep("replay", round(took, 1), "ms", round(in_time, 1), setup)
