"""What people say of a pay-out that waits: a condition is fulfilled; the money may go, or may not."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller
from postloan_svc.domain.disbursement.release import REFUSED, PayOutRelease
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.use_cases.disbursement.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class CheckConditionOff:
    """This condition is fulfilled; `evidence` says where that is seen."""

    caller: Caller
    pay_out_id: UUID
    code: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ReleasePayOut:
    """The money may go."""

    caller: Caller
    pay_out_id: UUID


@dataclass(frozen=True, slots=True)
class RefusePayOut:
    """The money may not go, and why."""

    caller: Caller
    pay_out_id: UUID
    reason: str


async def check_condition_off(command: CheckConditionOff, uow: UnitOfWork, now: datetime) -> PayOutRelease:
    """Nothing is ordered yet. Raises as `PayOutRelease.check_off` does."""
    pay_out = await uow.pay_outs.get(command.pay_out_id)
    command.caller.require_branch(pay_out.branch)
    pay_out.check_off(command.code, command.evidence, command.caller, now)
    return pay_out


async def release_pay_out(command: ReleasePayOut, today: date, uow: UnitOfWork, now: datetime) -> PayOutRelease:
    """The payment is ordered in the commit that releases it, to the payee of the contract. Raises as
    `PayOutRelease.release` does, and as `CreditLine.require_open` where the line was frozen or has ended meanwhile."""
    pay_out, loan = await _waiting(command.pay_out_id, command.caller, uow)
    if loan.contract.line_id and (line := await uow.credit_lines.find(loan.contract.line_id)):
        line.require_open(today)
    pay_out.release(loan, command.caller, now)
    loan.request_pay_out()
    return pay_out


async def refuse_pay_out(command: RefusePayOut, uow: UnitOfWork, now: datetime) -> PayOutRelease:
    """The loan waits for another try, as after a refusal of the channel. Raises as `PayOutRelease.refuse` does."""
    pay_out, loan = await _waiting(command.pay_out_id, command.caller, uow)
    pay_out.refuse(loan, command.reason, command.caller, now)
    loan.refuse_pay_out(REFUSED, now)
    return pay_out


async def _waiting(pay_out_id: UUID, caller: Caller, uow: UnitOfWork) -> tuple[PayOutRelease, Loan]:
    pay_out = await uow.pay_outs.get(pay_out_id)
    caller.require_branch(pay_out.branch)
    return pay_out, await uow.loans.get(pay_out.loan_id)
