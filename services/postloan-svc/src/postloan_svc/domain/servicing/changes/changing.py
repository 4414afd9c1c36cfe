"""A change of a loan, and its taking back, at the doors: today, or as of a day that has passed."""

from copy import deepcopy
from datetime import date
from uuid import UUID

from loan_servicekit.core import Conflict, FieldError, Invalid, NotFound
from postloan_svc.domain.loan.changes import Change, ClaimTransfer
from postloan_svc.domain.loan.history import EventKind, LoanEvent
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.changes.carry_out import carry_out
from postloan_svc.domain.servicing.changes.telling import tell_change
from postloan_svc.domain.servicing.corrections import correct, past_of
from postloan_svc.domain.servicing.refunds import refund_what_is_left
from postloan_svc.domain.servicing.repayments import NonAccrual
from postloan_svc.domain.servicing.servicing import is_backdated


def require_date(loan: Loan, on: date, open_day: date) -> None:
    """Raises Conflict `loan-not-running`, Invalid `change-date-invalid`."""
    if not loan.owed or loan.value_date is None:
        raise Conflict("loan-not-running", f"loan {loan.loan_no} is {loan.status}")
    if not loan.value_date <= on <= open_day:
        detail = f"value_date is {on}; it must lie between {loan.value_date} and the open business day {open_day}"
        raise Invalid("change-date-invalid", detail, [FieldError("/value_date", "change-date-invalid", detail)])


def change_loan(loan: Loan, change_id: UUID, change: Change, on: date, open_day: date, non_accrual: NonAccrual) -> None:
    """Carries a change out as of a day; where something has happened since, the loan is worked out anew.

    Raises as `require_date`, `carry_out` and `correct` do; then nothing has changed.
    """
    require_date(loan, on, open_day)
    today = loan.business_date(open_day)
    event = LoanEvent(
        event_id=change_id,
        number=loan.sequence + 1,
        kind=EventKind.CHANGE,
        value_date=on,
        recorded_on=today,
        amount_minor=change.price_minor if isinstance(change, ClaimTransfer) else 0,
        change=change,
    )
    if is_backdated(loan, on):
        correct(loan, event, today, non_accrual)
    else:
        _in_order(deepcopy(loan), event, today, non_accrual)
        _in_order(loan, event, today, non_accrual)
    tell_change(loan, event, today)
    loan.happened(event._replace(number=loan.sequence))
    refund_what_is_left(loan)


def _in_order(loan: Loan, event: LoanEvent, today: date, non_accrual: NonAccrual) -> None:
    on, first_new = event.value_date, len(loan.postings)
    advance(loan, on, non_accrual(on))
    loan.advanced_to = on
    carry_out(loan, event)
    for place in range(first_new, len(loan.postings)):
        loan.postings[place] = loan.postings[place]._replace(business_date=today)


def take_back(loan: Loan, reversal_id: UUID, change_id: UUID, open_day: date, non_accrual: NonAccrual) -> None:
    """Takes a change back, as if it had never been made.

    Raises NotFound `loan-change-not-found`, Conflict `loan-change-already-reversed`, and as `correct` does.
    """
    past, today = past_of(loan), loan.business_date(open_day)
    taken = next((each for each in past.events if each.event_id == change_id), None)
    if taken is None or taken.kind is not EventKind.CHANGE:
        raise NotFound("loan-change-not-found", f"loan {loan.loan_no} has no change {change_id}")
    if any(each.reverses == change_id for each in past.events):
        raise Conflict("loan-change-already-reversed", f"change {change_id} was taken back before")
    event = taken._replace(
        event_id=reversal_id,
        number=loan.sequence + 1,
        kind=EventKind.REVERSAL,
        recorded_on=today,
        reverses=change_id,
    )
    correct(loan, event, today, non_accrual)
    tell_change(loan, event, today)
    loan.happened(event._replace(number=loan.sequence))
    refund_what_is_left(loan)
