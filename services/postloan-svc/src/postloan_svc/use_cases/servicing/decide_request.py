"""The second person's word: money beyond the debt is taken in, a repayment taken back, what is left over moved."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.moves import move, move_back
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind, RequestStatus
from postloan_svc.domain.servicing.servicing import repay, reverse
from postloan_svc.use_cases.servicing.ports import ReceivingBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class DecideRequest:
    """Approve or reject."""

    caller: Caller
    request_id: UUID
    approve: bool


async def decide_request(
    command: DecideRequest, basis: ReceivingBasis, uow: UnitOfWork, now: datetime
) -> RepaymentRequest:
    """What was asked for is done in the commit that says so; a refusal leaves the request open."""
    request = await uow.repayment_requests.get(command.request_id)
    loan = await uow.loans.get(request.loan_id)
    command.caller.require_branch(loan.contract.branch)
    request.require_decidable(command.caller)
    target = await uow.loans.get(request.to_loan_id) if request.to_loan_id else None
    if target:
        command.caller.require_branch(target.contract.branch)
    if command.approve:
        _do(request, loan, target, basis)
    request.decide(RequestStatus.APPROVED if command.approve else RequestStatus.REJECTED, command.caller, now)
    return request


def _do(request: RepaymentRequest, loan: Loan, target: Loan | None, basis: ReceivingBasis) -> None:
    today, non_accrual = basis.business_date, basis.non_accrual_after_days
    if request.kind is RequestKind.REVERSAL and target:
        move_back(loan, target, request.repayment_id, today, non_accrual)
        return
    if request.kind is RequestKind.REVERSAL:
        reverse(loan, new_id(), request.repayment_id, today, non_accrual)
        return
    assert request.amount_minor and request.received_on and request.source, f"request {request.id} names no money"
    basis.periods.require_open(request.received_on, "/received_on")
    if target:
        move(loan, target, request.id, request.amount_minor, request.received_on, today, non_accrual)
        return
    basis.require_new(request.reference)
    receipt = Receipt(
        request.repayment_id, request.amount_minor, request.received_on, request.source, request.reference
    )
    repay(loan, receipt, today, non_accrual, released=True)
    basis.take(request.reference)
