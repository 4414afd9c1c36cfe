"""The borrower agrees that what is due is collected from his card, or takes that back; the network answers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from loan_contracts.payments.collecting import AgreementEnd, CollectionAgreementRefused, CollectionAgreementSigned
from loan_servicekit.core import Caller, Conflict, NotFound
from postloan_svc.domain.debits.agreement import CollectionAgreement
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.use_cases.debits.ports import AgreementBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class AgreeToCollection:
    """To this wording, and whether a part may be taken where there is not enough."""

    caller: Caller
    loan_id: UUID
    text_version: str
    parts: bool


@dataclass(frozen=True, slots=True)
class RevokeAgreement:
    """Nothing shall be collected any more."""

    caller: Caller
    loan_id: UUID


async def agree_to_collection(
    command: AgreeToCollection, basis: AgreementBasis, uow: UnitOfWork, now: datetime
) -> CollectionAgreement:
    """The network is asked to sign it for the borrower's verified card. Raises Conflict `loan-not-repayable`,
    `collection-agreement-live`."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    require_owed(loan)
    if loan.id in basis.live:
        raise Conflict("collection-agreement-live", f"loan {loan.loan_no} has an agreement that is not at its end")
    number = basis.counts.get(loan.id, 0) + 1
    id = uuid5(loan.id, f"collection agreement {number}")
    agreement = CollectionAgreement.agreed(id, loan, command.text_version, command.parts, command.caller.subject, now)
    uow.collection_agreements.add(agreement)
    basis.counts[loan.id], basis.live[loan.id] = number, agreement
    return agreement


async def revoke_agreement(
    command: RevokeAgreement, basis: AgreementBasis, uow: UnitOfWork, now: datetime
) -> CollectionAgreement:
    """From now on nothing is ordered under it; an order that is under way ends as it ends. Raises NotFound
    `collection-agreement-not-found`."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    agreement = live_one(loan, basis)
    agreement.end(AgreementEnd.REVOKED, now)
    del basis.live[loan.id]
    return agreement


async def note_signature(command: CollectionAgreementSigned, uow: UnitOfWork, now: datetime) -> None:
    """The network has signed."""
    (await uow.collection_agreements.get(command.agreement_id)).sign(command, now)


async def note_refusal(command: CollectionAgreementRefused, uow: UnitOfWork, now: datetime) -> None:
    """The network, or the bank, has refused."""
    (await uow.collection_agreements.get(command.agreement_id)).refuse(command)


def require_owed(loan: Loan) -> None:
    """Raises Conflict `loan-not-repayable`."""
    if not loan.owed:
        raise Conflict("loan-not-repayable", f"loan {loan.loan_no} is {loan.status}; nothing is owed of it")


def live_one(loan: Loan, basis: AgreementBasis) -> CollectionAgreement:
    """The agreement of a loan that is not at its end. Raises NotFound `collection-agreement-not-found`."""
    found = basis.live.get(loan.id)
    if found is None:
        raise NotFound("collection-agreement-not-found", f"loan {loan.loan_no} has no agreement that is in force")
    return found
