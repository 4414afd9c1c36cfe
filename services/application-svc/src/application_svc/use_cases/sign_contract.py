"""The borrower signs the contract of his offer; a member of staff may take down a signature on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain import contracting
from application_svc.domain.application import Application
from application_svc.domain.customer import require_valid_document
from application_svc.domain.offer import Signature, SignatureMethod
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller, business_day


@dataclass(frozen=True, slots=True)
class SignContract:
    """The contract with this hash is signed; `reference` says where the evidence lies."""

    caller: Caller
    application_id: UUID
    contract_hash: str
    method: SignatureMethod
    reference: str
    expect: Callable[[int], None]


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
