"""The borrower's acts on an offer: the cost disclosure is read, the contract is signed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain import contracting
from application_svc.domain.application import Application
from application_svc.domain.customer import require_valid_document
from application_svc.domain.offer import Signature, SignatureMethod
from application_svc.use_cases.business_day import business_day
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class ConfirmDisclosure:
    """The table with this hash was on the screen for so many seconds."""

    caller: Caller
    application_id: UUID
    disclosure_hash: str
    read_seconds: int
    expect: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class SignContract:
    """The contract with this hash is signed; `reference` says where the evidence lies."""

    caller: Caller
    application_id: UUID
    contract_hash: str
    method: SignatureMethod
    reference: str
    expect: Callable[[int], None]


async def confirm_disclosure(command: ConfirmDisclosure, uow: UnitOfWork, now: datetime) -> Application:
    """Raises what `contracting.confirm_disclosure` raises, Forbidden `other-branch`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    contracting.confirm_disclosure(application, command.disclosure_hash, command.read_seconds, application.channel,
                                   command.caller.subject, now)  # fmt: skip
    return application


async def sign_contract(command: SignContract, uow: UnitOfWork, now: datetime) -> Application:
    """Raises what `contracting.sign` raises, Conflict `identity-document-expired` (domain.md §6.1), Forbidden
    `other-branch`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    require_valid_document(uow.batch["documents_until"][application.customer_id], business_day(now))
    signature = Signature(command.contract_hash, command.method, command.reference, command.caller.subject, now)
    contracting.sign(application, signature, now)
    return application
