"""People stop collecting from a borrower's card for a time, and let it go on."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller
from postloan_svc.domain.debits.agreement import CollectionAgreement
from postloan_svc.use_cases.debits.agree_to_collection import live_one
from postloan_svc.use_cases.debits.ports import AgreementBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class FreezeDebits:
    """For this reason: a dispute, a court's order, a card that was lost."""

    caller: Caller
    loan_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class ResumeDebits:
    """The reason is gone."""

    caller: Caller
    loan_id: UUID


async def freeze_debits(
    command: FreezeDebits, basis: AgreementBasis, uow: UnitOfWork, now: datetime
) -> CollectionAgreement:
    """Nothing is ordered from now on; one person may stop it."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    agreement = live_one(loan, basis)
    agreement.freeze(command.reason, command.caller.subject, now)
    return agreement


async def resume_debits(
    command: ResumeDebits, basis: AgreementBasis, uow: UnitOfWork, now: datetime
) -> CollectionAgreement:
    """Another person lets it go on: money moves again."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    agreement = live_one(loan, basis)
    agreement.resume(command.caller.subject)
    return agreement
