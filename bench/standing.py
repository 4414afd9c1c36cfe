"""`python -m bench.standing [--loans N ...]`: how so many running loans stand at the end of a day, 3 % of them overdue:
which a day has to look at, and the daily record with its expected loss, beside one pass of SQL that writes the same
rows and calculates nothing.

Loans are copies of a few made by the domain. CPU is that of the database's process that does it: the service only asks.
"""

import asyncio
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from bench.accruals import COPY, NOW, PAID_OUT, Took, a_loan, in_one, keep_cpu, of_each
from loan_servicekit.core import Cause, utc_now
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.jobs.day_standing import RECORDED
from postloan_svc.persistence.classification.loaders import ClassificationLoaders
from postloan_svc.persistence.classification.looked_at import LOOKED_AT
from postloan_svc.persistence.provision.snapshots import FIRST, SqlSnapshots

VAR = Path(__file__).parent.parent / "var" / "bench" / "standing"
LOANS, TEMPLATES, LATE_DAYS = (10_000, 100_000), 100, 70
DAY = PAID_OUT + timedelta(days=LATE_DAYS)
PAID = (
    "update loans set arrears = null, status = 'ACTIVE' where split_part(loan_no, '-', 1) not in ('HT0', 'HT1', 'HT2')"
)
BULK = (
    "insert into floor_days select $1, id, branch, product_code, value_date, principal_minor, outstanding_minor, 0, 0,"
    " 0, 0, 1, 1, 0.05, 0.6, outstanding_minor, outstanding_minor / 30 from loans"
)


async def lent(engine: AsyncEngine, count: int) -> None:
    """So many loans, paid out on one day; of a hundred three have paid nothing since, the others all that was due."""

    async def templates(uow: UnitOfWork) -> None:
        for number in range(TEMPLATES):
            loan = a_loan(number)
            advance(loan, DAY, 90)
            uow.loans.add(loan)
        uow.send_facts(Cause("bench"))
        await uow.flush()

    await in_one(engine, templates)
    async with engine.begin() as connection:
        await connection.exec_driver_sql(COPY, (count // TEMPLATES - 1,))
        await connection.exec_driver_sql(PAID)
        await connection.exec_driver_sql("create table floor_days (like loan_days including all)")
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.exec_driver_sql("vacuum analyze")


async def recorded(engine: AsyncEngine, standing: ClassificationLoaders, day: date) -> Took:
    """The record of a day, in the pieces in which the closing makes it."""
    last: UUID | None = None
    wall = cpu = 0.0
    done = False

    async def piece(uow: UnitOfWork) -> None:
        nonlocal last, done
        snapshots = SqlSnapshots(uow, standing.tolerance(day), standing.tables(day))
        if last is None:
            await snapshots.prepare(day)
        last = await snapshots.take(day, last, RECORDED)
        done = last is None

    while not done:
        took = await in_one(engine, piece)
        wall, cpu = wall + took.wall_s, cpu + took.cpu_s
    return Took(wall, cpu)


async def measure(engine: AsyncEngine, count: int) -> None:
    """Each once, on fresh statistics."""
    await lent(engine, count)
    cache = ParameterCache(engine, utc_now)
    await cache.refresh()
    standing = ClassificationLoaders(cache)
    asked = (*standing.asked(DAY), FIRST, 200)
    floor = await in_one(engine, lambda uow: uow.connection.exec_driver_sql(BULK, (DAY,)))
    look = await in_one(engine, lambda uow: uow.read(LOOKED_AT, *asked))
    record = await recorded(engine, standing, DAY)
    for name, took, beside in (("looked_at", look, None), ("recorded", record, floor)):
        setup = f"{count} running loans, 3 % overdue, {took.wall_s:.2f} s on the clock; {NOW:%Y-%m-%d}"
        keep_cpu(f"standing_{name}", took, beside, count, setup)


if __name__ == "__main__":
    asyncio.run(of_each("python -m bench.standing", VAR, LOANS, measure))
