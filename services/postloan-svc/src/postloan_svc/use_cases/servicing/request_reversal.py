"""Asks a second person to take a repayment back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind
from postloan_svc.use_cases.servicing.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class RequestReversal:
    """The money of this repayment is gone (退票, chargeback), or it was entered by mistake."""

    caller: Caller
    loan_id: UUID
    repayment_id: UUID
    reason: str


async def request_reversal(command: RequestReversal, uow: UnitOfWork, now: datetime) -> RepaymentRequest:
    """Nothing is booked before another person has approved it (`decide_request`), which looks for the repayment.

    What was moved from another loan is taken back on both.
    """
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    moved = await uow.repayment_requests.find(command.repayment_id)
    if moved is None or moved.kind is not RequestKind.MOVE or loan.id not in (moved.loan_id, moved.to_loan_id):
        moved = None
    request = RepaymentRequest(
        id=new_id(),
        loan_id=moved.loan_id if moved else loan.id,
        kind=RequestKind.REVERSAL,
        repayment_id=command.repayment_id,
        reason=command.reason,
        requested_by=command.caller.subject,
        requested_at=now,
        to_loan_id=moved.to_loan_id if moved else None,
    )
    request.asked()
    uow.repayment_requests.add(request)
    return request
