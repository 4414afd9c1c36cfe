"""Closing a day by hand: asked for by one person, begun by another."""

from dataclasses import dataclass
from datetime import date, datetime

from loan_servicekit.core import Caller
from postloan_svc.domain.calendar.day_closing import ClosingStatus, DayClosing
from postloan_svc.use_cases.calendar.close_business_day import CloseBusinessDay, close_business_day
from postloan_svc.use_cases.calendar.ports import CALENDAR, ClosingBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class AskDayClosing:
    """Close this day."""

    caller: Caller
    day: date


@dataclass(frozen=True, slots=True)
class DecideDayClosing:
    """Let the closing of this day begin, or not."""

    caller: Caller
    day: date
    approve: bool


async def ask_day_closing(command: AskDayClosing, basis: ClosingBasis, uow: UnitOfWork, now: datetime) -> DayClosing:
    """Nothing begins before another person has approved it. Where days run ahead, as in demonstrations and tests which
    move a clock of their own, it begins at once.

    Raises Conflict as `close_business_day` does, and `closing-already-asked`; a run that is there is given back.
    """
    by, existing = command.caller.subject, await uow.day_closings.find(command.day)
    if existing is not None or basis.days_run_ahead:
        return existing or await close_business_day(CloseBusinessDay(by, command.day), basis, uow, now)
    calendar = await uow.calendars.get(CALENDAR)
    calendar.require_open(command.day)
    calendar.require_over(command.day, now)
    calendar.ask_closing(by, now)
    return requested(command.day, by, now)


async def decide_day_closing(
    command: DecideDayClosing, basis: ClosingBasis, uow: UnitOfWork, now: datetime
) -> DayClosing:
    """The run begins in the commit that approves it, in the name of both. Raises Conflict `closing-not-asked`,
    Forbidden `second-person-required`, and as `close_business_day` does."""
    calendar, by = await uow.calendars.get(CALENDAR), command.caller.subject
    calendar.require_open(command.day)
    asked_by, asked_at = calendar.decide_closing(command.approve, by), now
    if not command.approve:
        return requested(command.day, asked_by, asked_at)
    return await close_business_day(CloseBusinessDay(f"{asked_by},{by}", command.day), basis, uow, now)


def requested(day: date, by: str, at: datetime) -> DayClosing:
    """A closing that was asked for: no run, and nothing that is stored."""
    return DayClosing(day, ClosingStatus.REQUESTED, 0, 0, 0, by, at)
