"""The second person's word on a change of a loan."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_contracts.decisions import ApprovalDecided, Outcome
from loan_servicekit.core import Caller, Conflict, Invalid, NotCredible
from postloan_svc.domain.classification.periods import require_earned
from postloan_svc.domain.loan.changes import Upgrade
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.changes.changing import change_loan, take_back
from postloan_svc.domain.servicing.changes.limits import require_within
from postloan_svc.domain.servicing.changes.requests import LoanChange
from postloan_svc.domain.servicing.requests import RequestStatus
from postloan_svc.use_cases.servicing.changes.ports import ChangeBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class DecideChange:
    """Approve or reject."""

    caller: Caller
    change_id: UUID
    approve: bool


async def decide_change(command: DecideChange, basis: ChangeBasis, uow: UnitOfWork, now: datetime) -> LoanChange:
    """The change is made in the commit that says so; a refusal leaves the request open."""
    request = await uow.loan_changes.get(command.change_id)
    loan = await uow.loans.get(request.loan_id)
    command.caller.require_branch(loan.contract.branch)
    request.require_decidable(command.caller)
    if command.approve:
        _do(request, loan, basis)
    outcome = RequestStatus.APPROVED if command.approve else RequestStatus.REJECTED
    request.decide(outcome, command.caller.subject, now)
    return request


async def take_approval(command: ApprovalDecided, basis: ChangeBasis, uow: UnitOfWork, now: datetime) -> LoanChange:
    """An approval process has decided a change that was put before it. What cannot be done any more, since the loan has
    changed meanwhile, is not done, and its record says why. Raises Conflict `loan-change-decided`, NotCredible for a
    decision about what no process was asked, or by who has asked for it himself (R-9.10)."""
    request = await uow.loan_changes.get(command.approval_id)
    loan = await uow.loans.get(request.loan_id)
    if (
        request.process_code is None
        or loan.id != command.loan_id
        or request.requested_by in command.decided_by.split(",")
    ):
        raise NotCredible("approval-not-asked-for", f"no process was asked about the change {request.id} so")
    request.require_open()
    refused = ""
    if approved := command.outcome is not Outcome.DECLINED:
        try:
            _do(request, deepcopy(loan), basis)
        except (Conflict, Invalid) as refusal:
            refused = refusal.code
        else:
            _do(request, loan, basis)
    outcome = RequestStatus.APPROVED if approved and not refused else RequestStatus.REJECTED
    request.decide(outcome, command.decided_by, now, refused)
    return request


def _do(request: LoanChange, loan: Loan, basis: ChangeBasis) -> None:
    today, non_accrual = basis.business_date, basis.non_accrual_after_days
    if request.reverses:
        take_back(loan, request.id, request.reverses, today, non_accrual)
        return
    basis.periods.require_open(request.value_date, "/value_date")
    require_within(loan, request.change, basis.limits)
    if isinstance(request.change, Upgrade):
        require_earned(loan, loan.dpd(request.value_date), request.value_date)
    change_loan(loan, request.id, request.change, request.value_date, today, non_accrual)
