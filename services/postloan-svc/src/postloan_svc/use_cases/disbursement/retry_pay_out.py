"""Asks for a pay-out again after it was refused."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, Conflict
from postloan_svc.domain.disbursement.release import PayOutRelease, ReleaseStatus, require_apart, waits_for_person
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.use_cases.disbursement.ports import ReleaseOver, UnitOfWork


@dataclass(frozen=True, slots=True)
class RetryPayOut:
    """Ask for the pay-out again."""

    caller: Caller
    loan_id: UUID


async def retry_pay_out(command: RetryPayOut, over: ReleaseOver, uow: UnitOfWork, now: datetime) -> Loan:
    """Under a new payment id, so that neither attempt can be paid for the other. What a person releases waits for
    another one than who asks.

    Raises Forbidden `maker-not-checker` to who made, decided or contracted the loan (R-9.10, R-9.15), Conflict
    `pay-out-already-requested` where it waits already, `pay-out-drawn-anew` for a draw of a credit line.
    """
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    require_apart(loan, command.caller)
    if loan.contract.line_id:
        raise Conflict("pay-out-drawn-anew", "a draw that was refused is drawn anew: its amount is free again")
    if (before := await uow.pay_outs.find(loan.next_pay_out())) and before.status is ReleaseStatus.WAITING:
        raise Conflict("pay-out-already-requested", f"the pay-out of {loan.loan_no} waits for its release")
    if waits_for_person(loan.contract, over(loan.contract.channel)):
        uow.pay_outs.add(PayOutRelease.wait(loan, now, command.caller.subject))
    else:
        loan.request_pay_out()
    return loan
