"""The second person's word on a change of a loan."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller
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
    request.decide(RequestStatus.APPROVED if command.approve else RequestStatus.REJECTED, command.caller, now)
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
