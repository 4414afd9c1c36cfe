"""Asks a second person to take in money beyond anything that the loan can cost."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.servicing.repayments import Receipt, require_receivable
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind
from postloan_svc.use_cases.servicing.ports import OpenDay, UnitOfWork


@dataclass(frozen=True, slots=True)
class RequestRelease:
    """So much came in, and it is no mistake."""

    caller: Caller
    loan_id: UUID
    amount_minor: int
    received_on: date | None
    source: Source
    reference: str
    reason: str
    currency: str = "CNY"


async def request_release(
    command: RequestRelease, open_day: OpenDay, uow: UnitOfWork, now: datetime
) -> RepaymentRequest:
    """Nothing is booked before another person has approved it (`decide_request`)."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    received_on = command.received_on or open_day.business_date
    open_day.periods.require_open(received_on, "/received_on")
    receipt = Receipt(
        new_id(), command.amount_minor, received_on, command.source, command.reference, currency=command.currency
    )
    require_receivable(loan, receipt, open_day.business_date, released=True)
    request = RepaymentRequest(
        id=receipt.repayment_id,
        loan_id=loan.id,
        kind=RequestKind.RELEASE,
        repayment_id=receipt.repayment_id,
        reason=command.reason,
        requested_by=command.caller.subject,
        requested_at=now,
        amount_minor=receipt.amount_minor,
        received_on=receipt.received_on,
        source=receipt.source,
        reference=receipt.reference,
    )
    request.asked()
    uow.repayment_requests.add(request)
    return request
