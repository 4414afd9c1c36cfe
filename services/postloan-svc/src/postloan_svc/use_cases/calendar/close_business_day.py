"""Begins the closing of a business day; `jobs.day_closing` carries it to its end."""

from dataclasses import dataclass
from datetime import date, datetime

from loan_servicekit.core import Caller
from postloan_svc.domain.calendar.day_closing import DayClosing
from postloan_svc.use_cases.calendar.ports import CALENDAR, UnitOfWork


@dataclass(frozen=True, slots=True)
class CloseBusinessDay:
    """Close this day."""

    caller: Caller
    day: date


async def close_business_day(command: CloseBusinessDay, uow: UnitOfWork, now: datetime) -> DayClosing:
    """Begins the run of the open day; asked again, it answers with the run that is there.

    Raises Conflict `business-day-not-open` for any other day.
    """
    existing = await uow.day_closings.find(command.day)
    if existing is not None:
        return existing
    calendar = await uow.calendars.get(CALENDAR)
    calendar.require_open(command.day)
    closing = DayClosing.begin(command.day, command.caller.subject, now)
    uow.day_closings.add(closing)
    return closing
