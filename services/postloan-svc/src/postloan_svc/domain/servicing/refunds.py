"""Money that is left over: it goes back to the borrower when his loan is settled (§3.7: 溢缴款 is refundable), or to
another loan of his (`moves`)."""

from datetime import date
from uuid import UUID, uuid5

from loan_contracts.lending import PaymentDirection, PaymentRequested
from loan_servicekit.core import Conflict
from postloan_svc.domain.ledger import postings
from postloan_svc.domain.loan.history import EventKind, LoanEvent
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus


def refund_what_is_left(loan: Loan) -> None:
    """Orders the refund of what a settled loan holds in suspense, to the card that is verified now; one at a time."""
    if loan.status is LoanStatus.SETTLED and loan.suspense_minor > 0 and loan.refund_id is None:
        _order(loan)


def retry_refund(loan: Loan) -> None:
    """Asks again after the channel has refused. Raises Conflict `refund-not-open`: nothing is left, or one is on its
    way."""
    if loan.status is not LoanStatus.SETTLED or loan.suspense_minor <= 0 or loan.refund_id is not None:
        raise Conflict("refund-not-open", f"loan {loan.loan_no} has nothing left over that is not on its way")
    _order(loan)


def _order(loan: Loan) -> None:
    loan.refunds += 1
    loan.refund_id, loan.refund_minor = uuid5(loan.id, f"refund {loan.refunds}"), loan.suspense_minor
    loan.record(
        PaymentRequested,
        payment_id=loan.refund_id,
        loan_id=loan.id,
        application_id=loan.application_id,
        customer_id=loan.contract.customer_id,
        direction=PaymentDirection.REFUND,
        amount_minor=loan.refund_minor,
        currency=loan.contract.currency,
    )


def confirm_refund(loan: Loan, payment_id: UUID, business_date: date) -> None:
    """The money is back with the borrower; what came in meanwhile goes the same way."""
    business_date = loan.business_date(business_date)
    amount = loan.refund_minor
    loan.suspense_minor -= amount
    loan.refund_id, loan.refund_minor = None, 0
    loan.post(postings.refund(amount, business_date))
    loan.audit("refund", {"amount_minor": str(amount), "payment_id": str(payment_id)})
    loan.happened(LoanEvent(payment_id, loan.sequence, EventKind.REFUND, business_date, business_date, amount))
    loan.advanced_to = business_date
    refund_what_is_left(loan)


def fail_refund(loan: Loan, code: str) -> None:
    """The channel has refused it for good: the money waits in suspense for a person."""
    loan.refund_id, loan.refund_minor = None, 0
    loan.audit("fail_refund", {"code": code})


def left_over_minor(loan: Loan) -> int:
    """What waits in suspense and is not on its way back to the borrower."""
    return loan.suspense_minor - loan.refund_minor


def take_out(loan: Loan, event: LoanEvent) -> None:
    """Takes money that was left over out of a loan, for another one. Raises Conflict `unapplied-money-insufficient`."""
    if loan.suspense_minor < event.amount_minor:
        detail = f"{loan.suspense_minor} are left over on {event.value_date}; {event.amount_minor} go to another loan"
        raise Conflict("unapplied-money-insufficient", detail)
    loan.suspense_minor -= event.amount_minor
    loan.post(postings.moved(event.amount_minor, event.value_date))
