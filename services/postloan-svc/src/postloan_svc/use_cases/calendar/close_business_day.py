"""Begins the closing of a business day; `jobs.day_closing` carries it to its end."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.domain.calendar.day_closing import DayClosing
from postloan_svc.use_cases.calendar.ports import CALENDAR, ClosingBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class CloseBusinessDay:
    """Close this day; `by` is a person, or the service itself."""

    by: str
    day: date


async def close_business_day(
    command: CloseBusinessDay, basis: ClosingBasis, uow: UnitOfWork, now: datetime
) -> DayClosing:
    """Begins the run of the open day; asked again, it answers with the run that is there.

    Raises Conflict `business-day-not-open` for any other day, `business-day-not-over` while it lasts.
    """
    existing = await uow.day_closings.find(command.day)
    if existing is not None:
        return existing
    calendar = await uow.calendars.get(CALENDAR)
    calendar.require_open(command.day)
    if not basis.days_run_ahead:
        calendar.require_over(command.day, now)
    closing = DayClosing.begin(command.day, command.by, basis.shards, now)
    uow.day_closings.add(closing)
    for shard in closing.parts():
        shard.audit("begin_shard", {"day": str(command.day)})
        uow.closing_shards.add(shard)
    return closing
