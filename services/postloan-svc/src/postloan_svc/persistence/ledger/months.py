"""What grows with each loan and day lies in a partition a month, made before its time (docs/decisions/0043)."""

import logging
from collections.abc import Callable
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from postloan_svc.persistence.calendar.queries import BUSINESS_DATE

log = logging.getLogger(__name__)
TABLES = {"accruals": "day", "ledger_entries": "business_date"}  # by which day
MONTHS_AHEAD = 3
MONTHS_LOOK_S = 3600.0  # and behind each closing
# One process at a time, and none waits long: a partition is attached behind all who write to the one of other months.
ALONE = "select pg_advisory_xact_lock(hashtext('book-months')), set_config('lock_timeout', '2s', true)"
COVERED = (  # up to which day there are partitions; what lies beyond goes to the one of other months
    "select max(substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''(.{10})''\\)'))::date"
    " from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::text::regclass"
)


DAYS_BEFORE = (
    "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
    " where i.inhparent = 'loan_days'::regclass and c.relname ~ '^loan_days_[0-9]{4}_[0-9]{2}$' and c.relname < $1"
    " order by 1"
)


class BookMonths:
    """Makes the months that come. Where days have run ahead of them, a month stays in the partition of all others.

    Months of the daily record that are older than `kept_months` says are detached: they are tables of their own then,
    `loan_days_<year>_<month>`, which whoever operates the service archives or drops. What is asked of loans for good
    (`loan_firsts`, `classification_changes`) is kept beside them.
    """

    def __init__(self, engine: AsyncEngine, kept_months: Callable[[date], int]) -> None:
        self._engine, self._kept_months = engine, kept_months

    async def make_months(self) -> list[str]:
        """Makes what is missing up to some months behind the open day; the names of the partitions."""
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ALONE)
            today: date = (await connection.exec_driver_sql(BUSINESS_DATE)).scalar_one()
            months = [month_after(today, number) for number in range(MONTHS_AHEAD + 1)]
            made = [name for table, day in TABLES.items() for name in await _made(connection, table, day, months)]
        await self.detach_months()
        return made

    async def detach_months(self) -> list[str]:
        """Detaches the months of the daily record that are too old; their names."""
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ALONE)
            today: date = (await connection.exec_driver_sql(BUSINESS_DATE)).scalar_one()
            oldest = f"loan_days_{month_after(today, -self._kept_months(today)):%Y_%m}"
            rows = (await connection.exec_driver_sql(DAYS_BEFORE, (oldest,))).all()
            names = [row[0] for row in rows]
            for name in names:
                await connection.exec_driver_sql(f"alter table loan_days detach partition {name}")
        if names:
            log.info("loan_days.detached", extra={"months": names})
        return names


async def _made(connection: AsyncConnection, table: str, day: str, months: list[date]) -> list[str]:
    """Partitions of the months that no partition covers; not of one that was posted to before its time."""
    covered: date = (await connection.exec_driver_sql(COVERED, (table,))).scalar_one()
    names = []
    for month in months:
        begin, end, name = f"'{month}'", f"'{month_after(month, 1)}'", f"{table}_{month:%Y%m}"
        early = f"select exists (select from {table}_other where {day} >= {begin} and {day} < {end})"
        if month < covered or (await connection.exec_driver_sql(early)).scalar_one():
            continue
        await connection.exec_driver_sql(f"create table {name} (like {table} including defaults)")
        await connection.exec_driver_sql(
            f"alter table {table} attach partition {name} for values from ({begin}) to ({end})"
        )
        names.append(name)
    return names


def month_after(day: date, months: int) -> date:
    """The first day of a month, so many months after that of a day."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
