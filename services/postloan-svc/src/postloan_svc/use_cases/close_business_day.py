"""Closes a business day: begin, advance the loans in chunks, finish. Each step is a commit and may be run again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from loan_servicekit.core import Caller, Conflict
from postloan_svc.domain.ageing import Day, advance
from postloan_svc.domain.day_closing import ClosingStatus, DayClosing
from postloan_svc.use_cases.keep_books import keep_books
from postloan_svc.use_cases.ports import CALENDAR, UnitOfWork


@dataclass(frozen=True, slots=True)
class CloseBusinessDay:
    """Close this day."""

    caller: Caller
    day: date


@dataclass(frozen=True, slots=True)
class AdvanceLoans:
    """Advance these loans to the day after `day`."""

    day: date
    loan_ids: Sequence[UUID]
    non_accrual_after_days: int


@dataclass(frozen=True, slots=True)
class FinishDay:
    """Every loan is advanced."""

    day: date


async def close_business_day(command: CloseBusinessDay, uow: UnitOfWork, now: datetime) -> DayClosing:
    """Begins the run of the open day; asked again, it answers with the run that is there."""
    existing = await uow.day_closings.find(command.day)
    if existing is not None:
        return existing
    calendar = await uow.calendars.get(CALENDAR)
    if command.day != calendar.business_date:
        raise Conflict("business-day-not-open", f"{command.day} is not open; the open day is {calendar.business_date}")
    closing = DayClosing.begin(command.day, command.caller.subject, now)
    uow.day_closings.add(closing)
    return closing


async def advance_loans(command: AdvanceLoans, uow: UnitOfWork, now: datetime) -> DayClosing:
    """One chunk: dues, missed repayments, buckets; counted in the run in the same commit."""
    closing = await uow.day_closings.get(command.day)
    due = missed = 0
    for loan_id in command.loan_ids:
        loan = await uow.loans.get(loan_id)
        told = advance(loan, command.day + timedelta(days=1), command.non_accrual_after_days)
        keep_books(loan, uow, now)
        due, missed = due + told.due, missed + told.missed
    closing.count(len(command.loan_ids), Day(due, missed))
    return closing


async def finish_day(command: FinishDay, uow: UnitOfWork, now: datetime) -> DayClosing:
    """Moves the calendar. A run that is finished already stays as it is."""
    closing = await uow.day_closings.get(command.day)
    if closing.status is ClosingStatus.DONE:
        return closing
    calendar = await uow.calendars.get(CALENDAR)
    calendar.close(command.day, closing.loans, closing.totals, now)
    closing.finish(now)
    return closing
