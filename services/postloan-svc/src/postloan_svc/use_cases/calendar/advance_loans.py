"""One step of a closing run: brings the next loans to the next business day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from postloan_svc.domain.servicing.ageing import Day, advance
from postloan_svc.domain.servicing.refunds import refund_what_is_left
from postloan_svc.use_cases.calendar.ports import AdvanceBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class AdvanceLoans:
    """Advance the next loans of the run of `day`, at most so many, to the day after it."""

    day: date
    at_most: int

    @property
    def next_day(self) -> date:
        """The business day that the loans are brought to."""
        return self.day + timedelta(days=1)


async def advance_loans(command: AdvanceLoans, basis: AdvanceBasis, uow: UnitOfWork, now: datetime) -> int:
    """Dues, missed repayments, buckets, and the refund of what is left of a loan that suspense has settled; counted in
    the run in the same commit. How many were found; 0: none is left."""
    closing = await uow.day_closings.get(command.day)
    found = basis.next_loans[command.day]
    non_accrual_after_days = basis.non_accrual_after_days(command.next_day)
    remaining = closing.remaining(found)
    due = missed = 0
    for place in remaining:
        loan = await uow.loans.get(place.loan_id)
        told = advance(loan, command.next_day, non_accrual_after_days)
        refund_what_is_left(loan)
        due, missed = due + told.due, missed + told.missed
    if remaining:
        closing.count(remaining, Day(due, missed))
    return len(found)
