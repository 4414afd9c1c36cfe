"""`python -m bench.postings [--entries N ...]`: what the books cost as they grow: a loan's ledger, a day of the general
ledger, a posting and a chunk of interest, on so many entries of two years, beside a small number of them.

Rows are made by SQL in an embedded PostgreSQL, as many again of accruals as of entries; statistics are fresh.
"""

import argparse
import asyncio
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import asyncpg

from bench.results import keep
from loan_devstack.running.testing import postgres_for_tests
from loan_servicekit.db.engine import create_engine
from loan_servicekit.testing import Databases, provisioned
from postloan_svc.persistence.general_ledger.day import LOANS
from postloan_svc.persistence.ledger.accruals import ACCRUE_MEANWHILE
from postloan_svc.persistence.ledger.months import BookMonths, month_after
from postloan_svc.persistence.ledger.queries import LEDGER

MIGRATIONS = Path(__file__).parent.parent / "services" / "postloan-svc" / "migrations"
SMALL, LARGE, MONTHS, LOANS_OF, TIMES = 100_000, 50_000_000, 24, 200, 20
START = date(2027, 1, 1)
END = month_after(START, MONTHS) - timedelta(days=1)
ID = "md5(({0})::text)::uuid"
A_LOAN = (
    "insert into loans select (jsonb_populate_record(null::loans, jsonb_build_object('id', {id},"
    " 'application_id', {id}, 'customer_id', {id}, 'branch', '310000-01', 'loan_no', 'L' || n, 'status', 'ACTIVE',"
    " 'contract', '{{}}'::jsonb,"
    " 'pay_outs', 1, 'instalments', '[]'::jsonb, 'profile', 'A', 'bucket', 'M0', 'suspense_minor', 0, 'version', 1,"
    " 'sequence', 1, 'value_date', '2027-01-01', 'posted', 0, 'schedule_no', 1, 'refunds', 0, 'refund_minor', 0,"
    " 'cap_windows', '[]'::jsonb, 'cap_excess_minor', 0, 'recognised_minor', 0, 'off_balance_minor', 0,"
    " 'outstanding_minor', 0, 'interest_due_minor', 0))).* from generate_series(0, {loans} - 1) n"
)
ENTRIES = (
    "insert into ledger_entries"
    " (loan_id, kind, account, amount_minor, business_date, value_date, posting_no, booked_at)"
    " select {id}, 'REPAYMENT', case n % 2 when 0 then 'SUSPENSE' else 'CUSTOMER_DEPOSITS' end,"
    " case n % 2 when 0 then 1 else -1 end, $1::date + (n % $2::int)::int, $1, n, now()"
    " from generate_series(0, $3::bigint - 1) n"
)
ACCRUALS = (
    "insert into accruals (day, loan_id, on_minor, off_minor, booked_at)"
    " select $1::date + (n % $2::int)::int, {id}, 1, 0, now() from generate_series(0, $3::bigint - 1) n"
)
POSTING = (
    "insert into ledger_entries"
    " (loan_id, kind, account, amount_minor, business_date, value_date, posting_no, booked_at)"
    " values ($1::uuid, 'REPAYMENT', 'SUSPENSE', 1, $2::date, $2::date, 1, now()),"
    " ($1::uuid, 'REPAYMENT', 'CUSTOMER_DEPOSITS', -1, $2::date, $2::date, 1, now())"
)


async def filled(connection: asyncpg.Connection, entries: int) -> int:
    """So many entries, two hundred a loan; how many loans."""
    loans = max(1, entries // LOANS_OF)
    await connection.execute("set session_replication_role = replica; set synchronous_commit = off")
    await connection.execute(A_LOAN.format(id=ID.format("n"), loans=loans))
    for number in range(MONTHS):
        begin, end = month_after(START, number), month_after(START, number + 1)
        for statement in (ENTRIES, ACCRUALS):
            which = ID.format(f"n % {loans}")
            await connection.execute(statement.format(id=which), begin, (end - begin).days, entries // MONTHS)
    await connection.execute("insert into gl_days values ($1, now())", END - timedelta(days=1))
    await connection.execute("update business_calendars set business_date = $1", END)
    await connection.execute("reset session_replication_role; reset synchronous_commit")
    for table in ("ledger_entries", "accruals", "loans"):
        await connection.execute(f"vacuum analyze {table}")
    return loans


async def took(connection: asyncpg.Connection, statement: str, *values: object) -> float:
    """The median of a statement in milliseconds, undone each time."""
    found = []
    prepared = await connection.prepare(statement)
    for _ in range(TIMES):
        transaction = connection.transaction()
        await transaction.start()
        began = time.perf_counter()
        await prepared.fetch(*values)
        found.append((time.perf_counter() - began) * 1000)
        await transaction.rollback()
    return sorted(found)[TIMES // 2]


async def measured(databases: Databases, entries: int) -> dict[str, float]:
    """Milliseconds of each question on so many entries."""
    async with provisioned(databases, MIGRATIONS) as url:
        engine, connection = create_engine(url, "bench"), await asyncpg.connect(url)
        try:
            for number in range(MONTHS + 1):
                await connection.execute("update business_calendars set business_date = $1", month_after(START, number))
                await BookMonths(engine, lambda day: 84).make_months()
            loans = await filled(connection, entries)
            one = await connection.fetchval(f"select {ID.format(loans // 2)}")
            since = await connection.fetchval("select now() + interval '1 hour'")
            return {
                "ledger of a loan": await took(connection, LEDGER, one),
                "a posting": await took(connection, POSTING, one, END),
                "interest of what was posted meanwhile": await took(
                    connection, ACCRUE_MEANWHILE, END + timedelta(days=1), END, END, since, []
                ),
                "day of the general ledger": await took(connection, LOANS, END) / (entries / MONTHS / 31 / 1000),
            }
        finally:
            await connection.close()
            await engine.dispose()


async def main(sizes: list[int]) -> None:
    """Each size beside the small one."""
    with postgres_for_tests() as postgres:
        databases = Databases(postgres)
        small = await measured(databases, SMALL)
        for entries in sizes:
            for what, ms in (await measured(databases, entries)).items():
                setup = f"{what}, {entries} entries and as many accruals of {MONTHS} months; floor: {SMALL} of them"
                unit = "ms a thousand entries of the day" if "general" in what else "ms"
                keep(f"postings_{what.replace(' ', '_')}_{entries}", round(ms, 2), unit, round(small[what], 2), setup)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[LARGE])
    asyncio.run(main(parser.parse_args().entries))
    sys.exit(0)
