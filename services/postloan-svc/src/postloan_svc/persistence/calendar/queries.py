"""Reads of the business calendar."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.calendar.day_closing import AGEING, ClosingShard, DayClosing, Place, SetAside, Step
from postloan_svc.persistence.calendar.tables import CLOSING_SHARDS, DAY_CLOSINGS
from postloan_svc.persistence.general_ledger.day import DIFFERENCES

BUSINESS_DATE = "select business_date from business_calendars"
TO_ADVANCE = (  # those to which something happens, by their day; then those that a parameter says are too old to accrue
    # The latter are few and found by their age before they are ordered: by id, every loan of the shard would be read.
    "with too_old as materialized (select id from loans where overdue_since <= $8::date and non_accrual_since is null"
    " and id > greatest($4::uuid, $9::uuid) and id <= $5::uuid"
    " and (next_event_on is null or next_event_on > $1::date))"
    " select at, id from ("
    "(select next_event_on as at, id from loans where next_event_on <= $1 and (next_event_on, id) > ($2, $3)"
    " and id > $4 and id <= $5 order by next_event_on, id limit $6)"
    " union all"
    " (select $7::date, id from too_old order by id limit $6)"
    ") places order by at, id limit $6"
)
OPEN_SHARDS = "select id from closing_shards where day = $1 and step <> 'DONE' order by id"
SET_ASIDE = (
    "select day, loan_id, problem from loans_set_aside where day = $1 and loan_id > $2 order by loan_id limit $3"
)
UNRECONCILED = (
    "select min(day) from gl_days where day > coalesce((select max(day) from reconciliations), date '-infinity')"
)
COMPARED_LAST = (
    f"select last.day, {DIFFERENCES.format(day='last.day')}"
    " from (select max(day) as day from reconciliations) last where last.day is not null"
)
WAITING = (
    "select count(*), min(id) from (select id from outbox where published_at is null and set_aside_at is null"
    " order by id limit $1) waiting"
)
FIRST, BEFORE_ALL = UUID(int=0), date.min
Read = Callable[..., Awaitable[Sequence[Any]]]


async def next_places(read: Read, shard: ClosingShard, at_most: int, non_accrual_after_days: int) -> list[Place]:
    """The places of the next loans that a shard has to advance, behind those that it has."""
    if shard.step is not Step.ADVANCE:
        return []
    on, loan_id = shard.reached or Place(BEFORE_ALL, FIRST)
    too_old = shard.next_day - timedelta(days=non_accrual_after_days)
    behind = loan_id if on == AGEING else FIRST
    within = (shard.behind, shard.last, at_most, AGEING, too_old, behind)
    return [Place(row[0], row[1]) for row in await read(TO_ADVANCE, shard.next_day, on, loan_id, *within)]


class SqlCalendarQueries:
    """Implements `use_cases.calendar.ports.CalendarQueries`."""

    def __init__(self, reader: Reader, non_accrual_after_days: Callable[[date], int]) -> None:
        self._reader, self._non_accrual_after_days = reader, non_accrual_after_days

    async def business_date(self) -> date:
        """The open business day."""
        found: date = (await self._reader.rows(BUSINESS_DATE))[0][0]
        return found

    async def closing_asked_by(self) -> str | None:
        """Who wants the open day closed by hand."""
        asked: str | None = (await self._reader.rows("select closing_asked_by from business_calendars"))[0][0]
        return asked

    async def day_closing(self, day: date) -> DayClosing | None:
        """The run of a day, as far as it is."""
        found = await self._reader.aggregates(DAY_CLOSINGS, "id = $1", day)
        return found[0].counted(await self._reader.aggregates(CLOSING_SHARDS, "day = $1", day)) if found else None

    async def running_closing(self) -> DayClosing | None:
        """The run that has begun and not finished."""
        found = await self._reader.aggregates(DAY_CLOSINGS, "status = 'RUNNING' order by id limit 1")
        return found[0] if found else None

    async def unreconciled_day(self) -> date | None:
        """The first day that the general ledger has and nobody has compared with the books of loans."""
        found: date | None = (await self._reader.rows(UNRECONCILED))[0][0]
        return found

    async def compared_last(self) -> tuple[date, int] | None:
        """The day that was compared last, and how much did not agree."""
        found = await self._reader.rows(COMPARED_LAST)
        return (found[0][0], found[0][1]) if found else None

    async def open_shards(self, day: date) -> Sequence[str]:
        """The shards of a run that are not done."""
        return [row[0] for row in await self._reader.rows(OPEN_SHARDS, day)]

    async def next_place(self, shard_id: str) -> Place | None:
        """The place of the next loan that a shard has to advance."""
        [shard] = await self._reader.aggregates(CLOSING_SHARDS, "id = $1", shard_id)
        found = await next_places(self._reader.rows, shard, 1, self._non_accrual_after_days(shard.next_day))
        return found[0] if found else None

    async def waiting_messages(self, at_most: int) -> tuple[int, int | None]:
        """How many messages are not on the bus yet, counted up to so many, and the first of them."""
        [row] = await self._reader.rows(WAITING, at_most)
        return row[0], row[1]

    async def set_aside(self, day: date, after: UUID | None, limit: int) -> Sequence[SetAside]:
        """The loans that a run went on without."""
        rows = await self._reader.rows(SET_ASIDE, day, after or FIRST, limit)
        return [SetAside(day=row[0], loan_id=row[1], problem=row[2]) for row in rows]
