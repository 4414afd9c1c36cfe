"""The borrower signs the contract of his offer; a member of staff may take down a signature on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application_svc.domain import contracting
from application_svc.domain.application import Application
from application_svc.domain.customer import require_valid_document
from application_svc.domain.legality import require_lawful_offer
from application_svc.domain.offer import Signature, SignatureMethod
from application_svc.use_cases.ports import BoundsInForce, Products, UnitOfWork
from loan_servicekit.core import Caller, business_day


@dataclass(frozen=True, slots=True)
class SignContract:
    """The contract with this hash is signed; `reference` says where the evidence lies."""

    caller: Caller
    application_id: UUID
    contract_hash: str
    method: SignatureMethod
    reference: str
    products: Products
    bounds: BoundsInForce
    expect: Callable[[int], None]


async def sign_contract(command: SignContract, uow: UnitOfWork, now: datetime) -> Application:
    """Raises what `contracting.sign` raises, Conflict `identity-document-expired` (domain.md §6.1), `offer-unlawful`,
    Forbidden `other-branch`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    require_valid_document(uow.batch["documents_until"][application.customer_id], business_day(now))
    _require_lawful(application, command, business_day(now))
    signature = Signature(command.contract_hash, command.method, command.reference, command.caller.subject, now)
    contracting.sign(application, signature, now)
    return application


def _require_lawful(application: Application, command: SignContract, today: date) -> None:
    if application.offer is not None and application.signature is None:
        product = command.products.version(application.product_code, application.product_version)
        require_lawful_offer(product, command.bounds.on(today), application.offer)
