"""The span store: written set-based, a partition a day, forgotten with the day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core import Clock, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import dump_json
from reporting_svc.domain.traces.span import Span
from reporting_svc.persistence.columns import SPAN, arrays_of, insert_from_arrays

KEEP = insert_from_arrays("spans", SPAN) + " on conflict (trace_id, span_id, started_at) do nothing"
SWEEP_S = 3600.0  # once an hour is often enough to forget
DAYS_AHEAD = 3
# One process at a time, and none waits long: a partition is made or dropped behind all who read and write spans.
ALONE = "select pg_advisory_xact_lock(hashtext('span-days')), set_config('lock_timeout', '2s', true)"
DAYS = (
    "select right(c.relname, 8) from pg_inherits i join pg_class c on c.oid = i.inhrelid"
    " where i.inhparent = 'spans'::regclass and c.relname ~ '^spans_[0-9]{8}$' order by 1"
)
STRAYS_AT_ONCE = 2_000
STRAYS = (
    "delete from spans_other where ctid ="
    f" any(array(select ctid from spans_other where started_at < $1 limit {STRAYS_AT_ONCE}))"
)


def _made(day: date) -> tuple[str, ...]:
    """The partition of a day, with what a sender whose clock is ahead has put elsewhere."""
    name, begin, end = f"spans_{day:%Y%m%d}", f"'{day}T00:00:00Z'", f"'{day + timedelta(days=1)}T00:00:00Z'"
    early = f"delete from spans_other where started_at >= {begin} and started_at < {end} returning *"
    return (
        f"create table {name} (like spans including defaults)",
        f"with early as ({early}) insert into {name} select * from early",
        f"alter table spans attach partition {name} for values from ({begin}) to ({end})",
    )


class SqlSpans:
    """Implements `SpanStore`.

    Days are made ahead; spans of a day that has no partition (those of before there were any, and those of a sender
    whose clock is wrong) lie in one of their own, `spans_other`, and are deleted from it in small pieces.
    """

    def __init__(self, engine: AsyncEngine, clock: Clock, retention: timedelta) -> None:
        self._engine, self._clock, self._retention = engine, clock, retention

    async def keep(self, spans: Sequence[Span]) -> None:
        """Stores spans; a sender that got no answer sends them again, which changes nothing."""
        if not spans:
            return
        rows = [(*span[:-1], dump_json(span.attributes)) for span in spans]
        try:
            async with self._engine.begin() as connection:
                await connection.exec_driver_sql(KEEP, tuple(arrays_of(rows)))
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise

    async def turn_days(self) -> None:
        """Makes the days that come, and forgets those that are over."""
        await self.make_days()
        await self.forget_old()

    async def make_days(self) -> int:
        """Makes the partitions of the days that come; how many."""
        today = self._clock().astimezone(UTC).date()
        wanted = [today + timedelta(days=n) for n in range(1, DAYS_AHEAD + 1)]
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ALONE)
            there = {row[0] for row in await connection.exec_driver_sql(DAYS)}
            missing = [day for day in wanted if f"{day:%Y%m%d}" not in there]
            for statement in (statement for day in missing for statement in _made(day)):
                await connection.exec_driver_sql(statement)
        return len(missing)

    async def forget_old(self) -> int:
        """Drops the days all of which are older than the retention time; how many days, and spans beside them."""
        before = self._clock() - self._retention
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(ALONE)
            days = [day for (day,) in await connection.exec_driver_sql(DAYS) if _end(day) <= before]
            for day in days:
                await connection.exec_driver_sql(f"drop table spans_{day}")
        return len(days) + await self._forget_strays(before)

    async def _forget_strays(self, before: datetime) -> int:
        forgotten, deleted = 0, STRAYS_AT_ONCE
        while deleted == STRAYS_AT_ONCE:
            async with self._engine.begin() as connection:
                deleted = (await connection.exec_driver_sql(STRAYS, (before,))).rowcount
            forgotten += deleted
        return forgotten


def _end(day: str) -> datetime:
    return datetime.strptime(day, "%Y%m%d").replace(tzinfo=UTC) + timedelta(days=1)
