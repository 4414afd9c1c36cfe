"""The two things that people do to a running loan: they take money in, and take a repayment back."""

from datetime import date
from uuid import UUID

from loan_contracts.lending import RepaymentReversed
from loan_servicekit.core import Conflict, NotFound
from postloan_svc.domain.ledger.allocations import Repayment
from postloan_svc.domain.loan.history import EventKind, LoanEvent
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.corrections import correct, past_of
from postloan_svc.domain.servicing.refunds import refund_what_is_left
from postloan_svc.domain.servicing.repayments import NonAccrual, Receipt, apply_repayment, require_receivable


def is_backdated(loan: Loan, received_on: date) -> bool:
    """Whether money of this day comes before something that has happened to the loan already."""
    return loan.advanced_to is not None and received_on < loan.advanced_to


def repay(loan: Loan, receipt: Receipt, open_day: date, non_accrual: NonAccrual, released: bool = False) -> Repayment:
    """Takes money in, on the day that it was received: it pays what was due on that day, and no more.

    Where the loan stands on a later day already, or an event of a later day was recorded, the loan is worked out anew
    (`corrections`). Booked on the business day that the loan stands on, which a closing run may have moved ahead of
    `open_day`. Raises as `require_receivable` and `correct` do.
    """
    require_receivable(loan, receipt, open_day, released)
    on, today = receipt.received_on, loan.business_date(open_day)
    first_new = len(loan.postings)
    if is_backdated(loan, on):
        event = _event(loan, receipt, today)
        correct(loan, event, today, non_accrual)
    else:
        advance(loan, on, non_accrual(on))
        loan.advanced_to = on
        event = _event(loan, receipt, today)
        apply_repayment(loan, event, today)
        for place in range(first_new, len(loan.postings)):
            loan.postings[place] = loan.postings[place]._replace(business_date=today)
    loan.happened(event._replace(number=loan.sequence))
    refund_what_is_left(loan)
    return next(each for each in reversed(loan.repayments) if each.repayment_id == receipt.repayment_id)


def _event(loan: Loan, receipt: Receipt, today: date) -> LoanEvent:
    return LoanEvent(
        event_id=receipt.repayment_id,
        number=loan.sequence + 1,  # behind all that the loan has told
        kind=EventKind.REPAYMENT,
        value_date=receipt.received_on,
        recorded_on=today,
        amount_minor=receipt.amount_minor,
        source=receipt.source,
        reference=receipt.reference,
        effect=receipt.early.effect if receipt.early else None,
        prepaid_minor=receipt.early.principal_minor if receipt.early else None,
        designated=receipt.designated,
    )


def reverse(
    loan: Loan,
    reversal_id: UUID,
    repayment_id: UUID,
    open_day: date,
    non_accrual: NonAccrual,
    reopens: bool = False,
) -> None:
    """Takes a repayment back, as if it had never come: what it paid is owed again, from the days on which it fell due.
    Where it `reopens` a settled loan, that is owed again too: a bank has taken the money, nobody was mistaken.

    Raises NotFound `repayment-not-found`, Conflict `repayment-already-reversed`, and as `correct` does.
    """
    past, today = past_of(loan), loan.business_date(open_day)
    taken = next((each for each in past.events if each.event_id == repayment_id), None)
    if taken is None or taken.kind is not EventKind.REPAYMENT:
        raise NotFound("repayment-not-found", f"loan {loan.loan_no} has no repayment {repayment_id}")
    if any(each.reverses == repayment_id for each in past.events):
        raise Conflict("repayment-already-reversed", f"repayment {repayment_id} was taken back before")
    event = LoanEvent(
        event_id=reversal_id,
        number=loan.sequence + 1,
        kind=EventKind.REVERSAL,
        value_date=taken.value_date,
        recorded_on=today,
        amount_minor=taken.amount_minor,
        reverses=repayment_id,
    )
    correct(loan, event, today, non_accrual, reopens)
    loan.record(
        RepaymentReversed,
        loan_id=loan.id,
        application_id=loan.application_id,
        repayment_id=repayment_id,
        amount_minor=taken.amount_minor,
        business_date=today,
        outstanding_principal_minor=loan.outstanding_principal_minor,
        returned=reopens,
    )
    loan.happened(event._replace(number=loan.sequence))
    refund_what_is_left(loan)
