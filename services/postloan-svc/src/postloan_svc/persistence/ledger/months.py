"""What grows with each loan and day lies in a partition a month, made before its time (docs/decisions/0043)."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from postloan_svc.persistence.calendar.queries import BUSINESS_DATE

TABLES = {"accruals": "day", "ledger_entries": "business_date"}  # by which day
MONTHS_AHEAD = 3
MONTHS_LOOK_S = 3600.0  # and behind each closing
# One process at a time, and none waits long: a partition is attached behind all who write to the one of other months.
ALONE = "select pg_advisory_xact_lock(hashtext('book-months')), set_config('lock_timeout', '2s', true)"
COVERED = (  # up to which day there are partitions; what lies beyond goes to the one of other months
    "select max(substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''(.{10})''\\)'))::date"
    " from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::text::regclass"
)


class BookMonths:
    """Makes the months that come. Where days have run ahead of them, a month stays in the partition of all others."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def make_months(self) -> list[str]:
        """Makes what is missing up to some months behind the open day; the names of the partitions."""
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ALONE)
            today: date = (await connection.exec_driver_sql(BUSINESS_DATE)).scalar_one()
            months = [month_after(today, number) for number in range(MONTHS_AHEAD + 1)]
            return [name for table, day in TABLES.items() for name in await _made(connection, table, day, months)]


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
