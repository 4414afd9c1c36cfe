"""`python -m bench closing [--loans N ...] [--overdue]`: the close of a business day over so many active loans, through
the doors of a running service, beside one bulk SQL pass that writes the same rows and calculates nothing. The day
before is closed first: loans that were copied get their classes then, as others got theirs on days of their own.

Of the loans 3 % are overdue (all of them with `--overdue`) and a thirtieth fall due on the day that begins. They are
copies, made by SQL, of a few that the domain has made; statistics are fresh. Money comes in and loans are read
meanwhile.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import psutil

from bench.accruals import a_loan
from bench.cpu import Meter
from bench.results import keep
from loan_devstack.running import state
from loan_devstack.running.control import System
from loan_replay.api import Api, Refused
from loan_replay.figures import percentile
from loan_replay.target import Target
from loan_servicekit.core import Cause, business_day, utc_now
from loan_servicekit.db.engine import create_engine
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.persistence.general_ledger.day import SqlGeneralLedger
from postloan_svc.persistence.ledger.accruals import SqlAccruals
from postloan_svc.persistence.tables import SCHEMA

SERVICE = "postloan-svc"
AROUND = ("postgres", "kafka", "edge", "migrate", SERVICE)
SIZES, OF_A_MONTH, KINDS, MONTHS_LATE = (10_000, 100_000), 30, 10, 8
OVERDUE = 0.03
RATE, BEFORE_S, LOOK_S = 10.0, 10.0, 0.1
AT_ONCE, LAST = 20_000, UUID(int=(1 << 128) - 1)
COPIES = """
create unlogged table copies as
select l.id as original, gen_random_uuid() as id, gen_random_uuid() as application_id,
  gen_random_uuid() as customer_id,
  (l.contract ->> 'contract_no') || '-' || n as contract_no
from loans l cross join lateral generate_series(1, (case when l.status = 'OVERDUE' then $2 else $1 end)::int) n
"""
LOANS = """
insert into loans ({columns}) select {values} from copies c join loans l on l.id = c.original
"""
COLUMNS = (
    "select array_agg(attname::text order by attnum) from pg_attribute"
    " where attrelid = 'loans'::regclass and attnum > 0 and not attisdropped"
)
NEW = {
    "id": "c.id",
    "application_id": "c.application_id",
    "customer_id": "c.customer_id",
    "loan_no": "c.contract_no || '-01'",
    "contract": "(l.contract::jsonb || jsonb_build_object('application_id', c.application_id,"
    " 'customer_id', c.customer_id, 'contract_no', c.contract_no))::json",
}
BOOKS = (
    """insert into ledger_entries
        (loan_id, kind, account, amount_minor, business_date, value_date, posting_no, reverses, booked_at)
        select c.id, kind, account, amount_minor, $1, value_date, posting_no, reverses, booked_at
        from ledger_entries e join copies c on c.original = e.loan_id order by c.id, e.id""",
    "truncate account_balances",
    "insert into account_balances select loan_id, account, sum(amount_minor) from ledger_entries group by 1, 2",
    "update ledger_entries set business_date = $1 where business_date <> $1",
)
FLOOR = (
    "create unlogged table floor_ids as select id, accrues_on_minor as minor from loans",
    "create unlogged table floor_told as select id from loans where next_event_on <= $1",
    "create table floor_loans (like loans including all)",
    "insert into floor_loans select l.* from loans l join floor_told t using (id)",
    "create table floor_accruals (like accruals including all)",
    "create table floor_entries (like ledger_entries including all)",
    "create table floor_outbox (like outbox including all)",
)
PASS = (
    """insert into floor_accruals (day, loan_id, on_minor, off_minor, booked_at)
        select $1, id, minor / 3000, 0, now() from floor_ids""",
    "update floor_loans set next_event_on = next_event_on + 30, instalments = instalments::text::json",
    """insert into floor_entries (loan_id, kind, account, amount_minor, business_date, posting_no, booked_at)
        select id, 'INSTALMENT_DUE', 'ACCRUED_INTEREST', 1, $1, 1, now() from floor_told, generate_series(1, 2)""",
    """insert into floor_outbox (message_id, type, key, dataschema, correlation_id, value, created_at)
        select gen_random_uuid(), 'repayment.due', id::text, 'repayment.due/1', id::text,
          convert_to(repeat('x', 500), 'UTF8'), now() from floor_told""",
)
DROP = "drop table copies, floor_ids, floor_told, floor_loans, floor_accruals, floor_entries, floor_outbox"


@dataclass(slots=True)
class Meanwhile:
    """How long people waited, in milliseconds, and who was told to come again."""

    repaid: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    refused: int = 0

    def p99(self) -> tuple[float, float]:
        """Of repayments and of reads."""
        return round(percentile(self.repaid, 0.99), 1), round(percentile(self.read, 0.99), 1)


@dataclass(frozen=True, slots=True)
class Closed:
    """What the close of a day took."""

    wall_s: float
    cpu_s: dict[str, float]
    rss_mb: float
    shown: dict[str, Any]
    waited: Meanwhile


def earlier(day: date, months: int) -> date:
    """The same day of the month, so many months before."""
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, min(day.day, 28))


def an_original(number: int, value_date: date, today: date, now: datetime, term_months: int = 12) -> Loan:
    """Nothing was ever paid of it, which makes it overdue where an instalment has come."""
    loan = a_loan(number, value_date, now, term_months)
    advance(loan, today, 90)
    return loan


def originals(today: date, all_overdue: bool) -> list[Loan]:
    """A thirtieth falls due each day from tomorrow on; the overdue ones are up to eight months behind."""
    now, dates = utc_now(), [today + timedelta(days=1 + number) for number in range(OF_A_MONTH)]
    late = range(2, 2 + MONTHS_LATE)
    behind = [(due, months) for n, due in enumerate(dates) for months in late if all_overdue or months == 2 + n % 8]
    in_time = [] if all_overdue else [(due, 1) for due in dates for _ in range(KINDS)]
    return [
        an_original(number, min(earlier(due, months), today), today, now)
        for number, (due, months) in enumerate(in_time + behind)
    ]


async def lent(url: str, service_url: str, today: date, count: int, all_overdue: bool) -> int:
    """So many loans with their books, closed up to yesterday; how many there are."""
    made = originals(today, all_overdue)
    overdue = sum(loan.status == "OVERDUE" for loan in made)
    engine = create_engine(service_url, "bench")
    async with engine.begin() as connection:
        uow = UnitOfWork(connection, SCHEMA, utc_now())
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (date(2000, 1, 1),))
        for loan in made:
            uow.loans.add(loan)
        uow.send_facts(Cause("bench"))
        await uow.flush()
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (today,))
    late = count if all_overdue else round(count * OVERDUE)
    times = (count - late) // max(1, len(made) - overdue) - 1, late // overdue - 1
    yesterday = today - timedelta(days=1)
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("set session_replication_role = replica; set synchronous_commit = off")
        await connection.execute("drop table if exists copies")
        await connection.execute(COPIES.replace("$1", str(times[0])).replace("$2", str(times[1])))
        columns = await connection.fetchval(COLUMNS)
        values = ", ".join(NEW.get(each, f"l.{each}") for each in columns)
        await connection.execute(LOANS.format(columns=", ".join(columns), values=values))
        for statement in BOOKS:
            await connection.execute(statement, *([yesterday] if "$1" in statement else []))
        await connection.execute("reset session_replication_role")
        await connection.execute("vacuum analyze")
        await _closed_up_to(engine, yesterday)
        await connection.execute("vacuum analyze")
        await connection.execute("checkpoint")
        return int(await connection.fetchval("select count(*) from loans where status in ('ACTIVE', 'OVERDUE')"))
    finally:
        await connection.close()
        await engine.dispose()


async def _closed_up_to(engine: Any, day: date) -> None:
    last: UUID | None = UUID(int=0)
    while last:
        async with engine.begin() as connection:
            _, last = await SqlAccruals(UnitOfWork(connection, SCHEMA, utc_now())).post(day, last, LAST, AT_ONCE)
    async with engine.begin() as connection:
        await SqlGeneralLedger(UnitOfWork(connection, SCHEMA, utc_now()), lambda _: Decimal(6)).post_day(day)


async def floor(url: str, day: date) -> tuple[float, float]:
    """Seconds, and of CPU, of one pass of SQL over the same rows."""
    connection = await asyncpg.connect(url)
    try:
        for statement in FLOOR:
            await connection.execute(statement.replace("$1", f"date '{day}'"))
        await connection.execute("vacuum analyze")
        pid = await connection.fetchval("select pg_backend_pid()")
        meter, began = Meter({"pass": pid}), time.perf_counter()
        async with connection.transaction():
            for statement in PASS:
                await connection.execute(statement.replace("$1", f"date '{day}'"))
        took = time.perf_counter() - began, meter.read()["pass"]
        await connection.execute(DROP)
        return took
    finally:
        await connection.close()


class Counter:
    """People at work: some pay, others look at a loan, at a rate."""

    def __init__(self, api: Api, loans: Sequence[UUID], seed: int = 7) -> None:
        self._api, self._loans, self._random = api, loans, Random(seed)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Meanwhile]:
        """What they waited, inside."""
        waited = Meanwhile()
        task = asyncio.create_task(self._serve(waited))
        yield waited
        task.cancel()

    async def _serve(self, waited: Meanwhile) -> None:
        async with asyncio.TaskGroup() as tasks:
            while True:
                tasks.create_task(self._repay(waited))
                tasks.create_task(self._read(waited))
                await asyncio.sleep(1 / RATE)

    async def _repay(self, waited: Meanwhile) -> None:
        began, loan = time.perf_counter(), self._random.choice(self._loans)
        body = {"amount_minor": self._random.randint(100, 50_000), "source": "COUNTER", "reference": uuid4().hex}
        try:
            await self._api.post(SERVICE, f"/v1/loans/{loan}/repayments", body)
        except Refused as refused:
            if refused.status != 409:
                raise
            waited.refused += 1
        waited.repaid.append((time.perf_counter() - began) * 1000)

    async def _read(self, waited: Meanwhile) -> None:
        began = time.perf_counter()
        await self._api.get(SERVICE, f"/v1/loans/{self._random.choice(self._loans)}")
        waited.read.append((time.perf_counter() - began) * 1000)


def processes(system: System) -> dict[str, int]:
    """The processes that serve, by name."""
    running = state.read(system.settings.run)
    assert running is not None
    return {name: each.identity.pid for name, each in running.processes.items() if each.identity and name != "migrate"}


async def closed(system: System, api: Api, counter: Counter, day: date) -> Closed:
    """Closes the day by the door, and waits until it is done."""
    pids = processes(system)
    service, rss = psutil.Process(pids[SERVICE]), 0
    async with counter.open() as waited:
        meter, began = Meter(pids), time.perf_counter()
        await api.post(SERVICE, f"/v1/business-days/{day}/closing")
        while True:
            shown = await api.get(SERVICE, f"/v1/business-days/{day}/closing")
            rss = max(rss, sum(each.memory_info().rss for each in [service, *service.children(recursive=True)]))
            if shown["status"] == "DONE":
                break
            await asyncio.sleep(LOOK_S)
        return Closed(time.perf_counter() - began, meter.read(), rss / 1e6, shown, waited)


async def measure(system: System, count: int, all_overdue: bool) -> None:
    """One size in a system of its own; prints and keeps its figures."""
    with system:
        url, target = system.admin_url("postloan_svc"), Target(system.settings, direct=True)
        today = business_day(utc_now())
        loans = await lent(url, system.database_url(SERVICE), today, count, all_overdue)
        connection = await asyncpg.connect(url)
        ids = [row[0] for row in await connection.fetch("select id from loans tablesample bernoulli (1) limit 5000")]
        async with target.as_user("finance") as api:
            counter = Counter(api, ids)
            first = await closed(system, api, counter, today)
            bulk_s, bulk_cpu = await floor(url, today + timedelta(days=2))
            async with counter.open() as quiet:
                await asyncio.sleep(BEFORE_S)
            took = await closed(system, api, counter, today + timedelta(days=1))
        breaks = await connection.fetchval("select count(*) from ledger_breaks")
        differing = await connection.fetchval("select count(*) from reconciliations where loans_minor <> ledger_minor")
        await connection.close()
    print(f"    the day before, on which each of these loans got its first class: {first.wall_s:.1f} s")
    _keep(count, loans, all_overdue, took, quiet, (bulk_s, bulk_cpu))
    if breaks or differing:
        raise RuntimeError(f"{breaks} breaks of loans, {differing} of accounts")


def _keep(count: int, loans: int, all_overdue: bool, took: Closed, quiet: Meanwhile, bulk: tuple[float, float]) -> None:
    name = f"closing_{'overdue_' if all_overdue else ''}{count}"
    cpu = {each: took.cpu_s[each] for each in (SERVICE, "postgres")}
    setup = (
        f"{loans} active loans, {'all' if all_overdue else '3 %'} overdue, a thirtieth due: {took.shown}; CPU of"
        f" service and database; {RATE:g} repayments/s and {RATE:g} reads/s meanwhile, of which {took.waited.refused}"
        " were told to come again"
    )
    keep(f"{name}_s", round(took.wall_s, 1), "s", round(bulk[0], 2), setup)
    keep(f"{name}_cpu", round(sum(cpu.values()) * 1e3 / loans, 4), "ms a loan", round(bulk[1] * 1e3 / loans, 4), setup,
         by_process={each: round(s * 1e3 / loans, 4) for each, s in took.cpu_s.items()})  # fmt: skip
    keep(f"{name}_rss", round(took.rss_mb), "MB", None, setup)
    for what, during, before in zip(("repayment", "read"), took.waited.p99(), quiet.p99(), strict=True):
        keep(f"{name}_{what}_p99", during, "ms", before, f"{setup}; floor: before the close")
