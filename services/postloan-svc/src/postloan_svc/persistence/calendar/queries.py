"""Reads of the business calendar."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.calendar.day_closing import AGEING, DayClosing, Place, SetAside
from postloan_svc.persistence.calendar.tables import DAY_CLOSINGS
from postloan_svc.persistence.general_ledger.day import DIFFERENCES

BUSINESS_DATE = "select business_date from business_calendars"
TO_ADVANCE = (  # those to which something happens, by their day; then the overdue ones, which only grow older
    "select at, id from ("
    "(select next_event_on as at, id from loans where next_event_on <= $1 and (next_event_on, id) > ($2, $3)"
    " order by next_event_on, id limit $4)"
    " union all"
    " (select $5::date, id from loans where status = 'OVERDUE' and id > $6"
    " and coalesce(advanced_to, date '-infinity') < $1"
    " and (next_event_on is null or next_event_on > $1) order by id limit $4)"
    ") places order by at, id limit $4"
)
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
FIRST, BEFORE_ALL = UUID(int=0), date.min


def places_behind(closing: DayClosing, at_most: int) -> tuple[object, ...]:
    """What `TO_ADVANCE` asks for: the next places of a run."""
    on, loan_id = closing.reached or Place(BEFORE_ALL, FIRST)
    return closing.id + timedelta(days=1), on, loan_id, at_most, AGEING, loan_id if on == AGEING else FIRST


class SqlCalendarQueries:
    """Implements `use_cases.calendar.ports.CalendarQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def business_date(self) -> date:
        """The open business day."""
        found: date = (await self._reader.rows(BUSINESS_DATE))[0][0]
        return found

    async def closing_asked_by(self) -> str | None:
        """Who wants the open day closed by hand."""
        asked: str | None = (await self._reader.rows("select closing_asked_by from business_calendars"))[0][0]
        return asked

    async def day_closing(self, day: date) -> DayClosing | None:
        """The run of a day."""
        found = await self._reader.aggregates(DAY_CLOSINGS, "id = $1", day)
        return found[0] if found else None

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

    async def next_place(self, closing: DayClosing) -> Place | None:
        """The place of the next loan of a run."""
        found = await self._reader.rows(TO_ADVANCE, *places_behind(closing, 1))
        return Place(on=found[0][0], loan_id=found[0][1]) if found else None

    async def set_aside(self, day: date, after: UUID | None, limit: int) -> Sequence[SetAside]:
        """The loans that a run went on without."""
        rows = await self._reader.rows(SET_ASIDE, day, after or FIRST, limit)
        return [SetAside(day=row[0], loan_id=row[1], problem=row[2]) for row in rows]
