"""The last step of a closing run: every loan is advanced, the calendar moves."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.domain.calendar.day_closing import ClosingStatus, DayClosing
from postloan_svc.use_cases.calendar.ports import CALENDAR, UnitOfWork
from postloan_svc.use_cases.general_ledger.ports import GeneralLedger


@dataclass(frozen=True, slots=True)
class FinishDayClosing:
    """Every loan is advanced."""

    day: date


async def finish_day_closing(
    command: FinishDayClosing, ledger: GeneralLedger, uow: UnitOfWork, now: datetime
) -> DayClosing:
    """Posts the day to the general ledger and moves the calendar. A run that is done stays as it is."""
    closing = await uow.day_closings.get(command.day)
    if closing.status is ClosingStatus.DONE:
        return closing
    calendar = await uow.calendars.get(CALENDAR)
    await ledger.end_day(command.day)
    calendar.close(command.day, closing.loans, closing.totals, now)
    closing.finish(now)
    return closing
