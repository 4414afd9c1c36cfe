"""Says what a loan that was paid to its borrower was used for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller
from postloan_svc.domain.disbursement import purpose
from postloan_svc.domain.disbursement.purpose import PurposeCheck, PurposeResult
from postloan_svc.use_cases.disbursement.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class CheckPurpose:
    """This was found; `evidence` says where it is seen."""

    caller: Caller
    loan_id: UUID
    result: PurposeResult
    evidence: str


async def check_purpose(command: CheckPurpose, uow: UnitOfWork, now: datetime) -> PurposeCheck:
    """Once a loan. Raises Conflict `purpose-check-not-open`."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    check = purpose.check_purpose(loan, command.result, command.evidence, command.caller, now)
    uow.purpose_checks.add(check)
    return check
