"""The last step of a closing run: every loan is advanced, the calendar moves."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.domain.calendar.day_closing import ClosingStatus, DayClosing
from postloan_svc.use_cases.calendar.ports import CALENDAR, UnitOfWork


@dataclass(frozen=True, slots=True)
class FinishDayClosing:
    """Every loan is advanced."""

    day: date


async def finish_day_closing(command: FinishDayClosing, uow: UnitOfWork, now: datetime) -> DayClosing:
    """Moves the calendar. A run that another process has finished already stays as it is."""
    closing = await uow.day_closings.get(command.day)
    if closing.status is ClosingStatus.DONE:
        return closing
    calendar = await uow.calendars.get(CALENDAR)
    calendar.close(command.day, closing.loans, closing.totals, now)
    closing.finish(now)
    return closing
