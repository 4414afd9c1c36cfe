"""A step of a closing run: every loan is advanced, the calendar moves."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.domain.calendar.day_closing import DayClosing, Step
from postloan_svc.use_cases.calendar.ports import CALENDAR, Accruals, UnitOfWork


@dataclass(frozen=True, slots=True)
class EndBusinessDay:
    """Every loan is advanced."""

    day: date


async def end_business_day(command: EndBusinessDay, accruals: Accruals, uow: UnitOfWork, now: datetime) -> DayClosing:
    """Nobody posts to the day any more; what was posted since the run began accrues, and the calendar moves. A run that
    is beyond this step stays as it is."""
    closing = await uow.day_closings.get(command.day)
    parts = [await uow.closing_shards.get(each.id) for each in closing.parts()]
    if closing.counted(parts).step is not Step.END:
        return closing
    calendar = await uow.calendars.get(CALENDAR)
    await accruals.end(command.day, closing.started_at, [each for part in parts for each in part.late])
    calendar.close(command.day, closing.loans, closing.totals, now)
    closing.end(now)
    return closing
