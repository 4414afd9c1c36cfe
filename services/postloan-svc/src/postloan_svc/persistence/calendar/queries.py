"""Reads of the business calendar."""

from datetime import date

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.calendar.day_closing import DayClosing
from postloan_svc.persistence.calendar.tables import DAY_CLOSINGS

BUSINESS_DATE = "select business_date from business_calendars"


class SqlCalendarQueries:
    """Implements `use_cases.calendar.ports.CalendarQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def business_date(self) -> date:
        """The open business day."""
        found: date = (await self._reader.rows(BUSINESS_DATE))[0][0]
        return found

    async def day_closing(self, day: date) -> DayClosing | None:
        """The run of a day."""
        found = await self._reader.aggregates(DAY_CLOSINGS, "id = $1", day)
        return found[0] if found else None

    async def running_closing(self) -> DayClosing | None:
        """The run that has begun and not finished."""
        found = await self._reader.aggregates(DAY_CLOSINGS, "status = 'RUNNING' order by id limit 1")
        return found[0] if found else None
