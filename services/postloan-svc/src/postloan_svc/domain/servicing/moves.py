"""Money that is left over on a loan goes to another loan of the same customer, by two people (§3.7: 溢缴款).

It is an event of the loan that it leaves and a repayment of the one that it comes to, on one day; who takes it back
takes both back.
"""

from datetime import date
from uuid import UUID, uuid5

from loan_servicekit.core import Conflict, FieldError, Invalid, new_id
from postloan_svc.domain.loan.history import EventKind, LoanEvent, Source
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.corrections import correct, past_of
from postloan_svc.domain.servicing.refunds import left_over_minor, refund_what_is_left, take_out
from postloan_svc.domain.servicing.repayments import NonAccrual, Receipt, require_receivable
from postloan_svc.domain.servicing.servicing import is_backdated, repay, reverse


def _leaves(move_id: UUID) -> UUID:
    """The event of the loan that the money of a move leaves."""
    return uuid5(move_id, "leaves")


def _receipt(move_id: UUID, source: Loan, amount_minor: int, on: date) -> Receipt:
    return Receipt(
        repayment_id=move_id,
        amount_minor=amount_minor,
        received_on=on,
        source=Source.OTHER_LOAN,
        reference=f"moved-{move_id}",
        currency=source.contract.currency,
    )


def require_movable(source: Loan, target: Loan, move_id: UUID, amount_minor: int, on: date, open_day: date) -> None:
    """Raises Invalid `move-to-same-loan`, Conflict `loan-of-another-customer`, `unapplied-money-insufficient`, and as
    `require_receivable` does of the loan that the money comes to."""
    if target.id == source.id:
        detail = f"to_loan_id is loan {source.loan_no} itself; it must be another one"
        raise Invalid("move-to-same-loan", detail, [FieldError("/to_loan_id", "move-to-same-loan", detail)])
    if target.contract.customer_id != source.contract.customer_id:
        raise Conflict("loan-of-another-customer", f"loan {target.loan_no} is not of the customer of {source.loan_no}")
    if not target.owed:
        raise Conflict("loan-not-repayable", f"loan {target.loan_no} is {target.status}; nothing of it is owed")
    require_receivable(target, _receipt(move_id, source, amount_minor, on), open_day, released=True)
    if source.value_date is None or on < source.value_date:
        detail = f"value_date is {on}; money is left over on loan {source.loan_no} since {source.value_date} at most"
        raise Invalid("repayment-date-invalid", detail, [FieldError("/value_date", "repayment-date-invalid", detail)])
    if amount_minor > (left := left_over_minor(source)):
        detail = f"amount_minor is {amount_minor}; {left} are left over on loan {source.loan_no}"
        raise Conflict("unapplied-money-insufficient", detail, [FieldError("/amount_minor", "amount", detail)])


def move(
    source: Loan, target: Loan, move_id: UUID, amount_minor: int, on: date, open_day: date, non_accrual: NonAccrual
) -> None:
    """Moves it, on a day that may have passed: then each loan is worked out anew, as if it had been moved then.

    Raises as `require_movable`, `repay` and `correct` do.
    """
    require_movable(source, target, move_id, amount_minor, on, open_day)
    today = source.business_date(open_day)
    event = LoanEvent(
        event_id=_leaves(move_id),
        number=source.sequence + 1,
        kind=EventKind.MOVED,
        value_date=on,
        recorded_on=today,
        amount_minor=amount_minor,
    )
    if is_backdated(source, on):
        correct(source, event, today, non_accrual)
    else:
        first_new = len(source.postings)
        advance(source, on, non_accrual(on))
        source.advanced_to = on
        take_out(source, event)
        for place in range(first_new, len(source.postings)):
            source.postings[place] = source.postings[place]._replace(business_date=today)
    _audit(source, "move_unapplied_money", target, amount_minor)
    source.happened(event._replace(number=source.sequence))
    repay(target, _receipt(move_id, source, amount_minor, on), open_day, non_accrual, released=True)


def move_back(source: Loan, target: Loan, move_id: UUID, open_day: date, non_accrual: NonAccrual) -> None:
    """Takes a move back, as if it had never been made: of a settled loan the money then goes to the borrower.

    Raises as `reverse` and `correct` do.
    """
    reverse(target, new_id(), move_id, open_day, non_accrual)
    past, today = past_of(source), source.business_date(open_day)
    left = next(each for each in past.events if each.event_id == _leaves(move_id))
    event = left._replace(
        event_id=new_id(),
        number=source.sequence + 1,
        kind=EventKind.REVERSAL,
        recorded_on=today,
        reverses=left.event_id,
    )
    correct(source, event, today, non_accrual)
    _audit(source, "take_back_move", target, left.amount_minor)
    source.happened(event._replace(number=source.sequence))
    refund_what_is_left(source)


def _audit(source: Loan, act: str, target: Loan, amount_minor: int) -> None:
    source.audit(act, {"amount_minor": str(amount_minor), "to_loan_id": str(target.id)})
