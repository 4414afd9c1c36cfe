"""Asks for a change of a loan, or for one to be taken back."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, NotFound, new_id
from postloan_svc.domain.classification.periods import require_earned
from postloan_svc.domain.loan.changes import Change, ChangeKind, Enforcement, Upgrade, Waiver
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.changes.changing import change_loan, require_date
from postloan_svc.domain.servicing.changes.limits import require_owed, require_within
from postloan_svc.domain.servicing.changes.requests import LoanChange
from postloan_svc.domain.servicing.requests import RequestStatus
from postloan_svc.domain.servicing.servicing import is_backdated
from postloan_svc.use_cases.servicing.changes.ports import ChangeBasis, UnitOfWork

# What is put before an approval process (workflow-svc) where it is about more than two people decide by themselves.
PROCESSES = {
    ChangeKind.RESTRUCTURING: "restructure-and-waiver",
    ChangeKind.WAIVER: "restructure-and-waiver",
    ChangeKind.WRITE_OFF: "write-off",
}


def concerned_minor(loan: Loan, change: Change) -> int:
    """What a change is about: what is let go, or the principal that is owed."""
    return change.total_minor if isinstance(change, Waiver) else loan.outstanding_principal_minor


@dataclass(frozen=True, slots=True)
class RequestChange:
    """So shall the loan be from a day on; absent, the open business day."""

    caller: Caller
    loan_id: UUID
    change: Change
    value_date: date | None
    reason: str


async def request_change(command: RequestChange, basis: ChangeBasis, uow: UnitOfWork, now: datetime) -> LoanChange:
    """Nothing changes before another person has approved it (`decide_change`), or the process that it is put before
    (`take_approval`), but for a waiver within what one person may let go alone."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    on, change = command.value_date or basis.business_date, command.change
    if isinstance(change, Enforcement):
        change = replace(change, daily_rate=basis.limits.delay_daily_rate)
    require_date(loan, on, basis.business_date)
    basis.periods.require_open(on, "/value_date")
    require_within(loan, change, basis.limits)
    if isinstance(change, Upgrade):
        require_earned(loan, loan.dpd(on), on)
    if isinstance(change, Waiver) and not is_backdated(loan, on):
        require_owed(loan, change, on, basis.non_accrual_after_days(on))
    request = LoanChange(
        id=new_id(),
        loan_id=loan.id,
        change=change,
        value_date=on,
        reason=command.reason,
        requested_by=command.caller.subject,
        requested_at=now,
    )
    request.asked()
    alone = basis.limits.waived_alone_minor - loan.terms.waived_minor  # of the loan in all, or parts would do
    if isinstance(change, Waiver) and change.total_minor <= alone:
        change_loan(loan, request.id, change, on, basis.business_date, basis.non_accrual_after_days)
        request.decide(RequestStatus.APPROVED, command.caller.subject, now)
    elif (code := PROCESSES.get(change.kind)) and (amount := concerned_minor(loan, change)) > basis.process_over_minor:
        request.put_before(code, loan, amount, basis.committee_over_minor)
    uow.loan_changes.add(request)
    return request


@dataclass(frozen=True, slots=True)
class RequestChangeReversal:
    """This change shall be as if it had never been made."""

    caller: Caller
    loan_id: UUID
    change_id: UUID
    reason: str


async def request_change_reversal(
    command: RequestChangeReversal, basis: ChangeBasis, uow: UnitOfWork, now: datetime
) -> LoanChange:
    """Nothing changes before another person has approved it. Raises NotFound `loan-change-not-found`."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    taken = await uow.loan_changes.get(command.change_id)
    if taken.loan_id != loan.id or taken.reverses or taken.status is not RequestStatus.APPROVED:
        raise NotFound("loan-change-not-found", f"loan {loan.loan_no} has no change {command.change_id}")
    request = LoanChange(
        id=new_id(),
        loan_id=loan.id,
        change=taken.change,
        value_date=taken.value_date,
        reason=command.reason,
        requested_by=command.caller.subject,
        requested_at=now,
        reverses=taken.id,
    )
    request.asked()
    uow.loan_changes.add(request)
    return request
