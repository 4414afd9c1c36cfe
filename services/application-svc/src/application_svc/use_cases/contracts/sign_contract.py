"""The borrower signs the contract of his offer; a member of staff may take down a signature on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.exposure import Bound, room_minor
from application_svc.domain.applications.offer import Signature, SignatureMethod
from application_svc.domain.contracts import contracting
from application_svc.domain.contracts.counterparty import must_be_entrusted, pay_mode
from application_svc.domain.contracts.offering import require_lawful_offer
from application_svc.domain.customers.customer import require_payable_card, require_valid_document
from application_svc.use_cases.applications.ports import Borrowers, Holding
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.products.ports import BoundsInForce, Products
from loan_contracts.access import SPEAKS_FOR_THE_BORROWER
from loan_contracts.values import PayMode
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


async def sign_contract(command: SignContract, borrowers: Borrowers, uow: UnitOfWork, now: datetime) -> Application:
    """Raises what `contracting.sign` raises, Conflict `identity-document-expired` (domain.md §6.1), `card-not-verified`
    (R-6.3), `offer-unlawful`, `counterparty-missing` (R-2.6a), Forbidden `other-branch`, and to staff
    `maker-not-checker`: the borrower, or his channel for him, both asks and signs."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    if SPEAKS_FOR_THE_BORROWER.isdisjoint(command.caller.roles):
        application.require_apart(command.caller.subject)
    holding = borrowers.holding[application.customer_id]
    require_valid_document(holding.documents_until, business_day(now))
    require_payable_card(holding.card_state)
    _require_lawful(application, command, business_day(now))
    signature = Signature(command.contract_hash, command.method, command.reference, command.caller.subject, now)
    room = _room_minor(command, application, holding, business_day(now))
    contracting.sign(
        application, signature, now, room, holding.card_token, _pay_mode(command, application, holding, now)
    )
    if (before := holding.exposures.get(application.id)) is not None:
        holding.exposures[application.id] = before._replace(bound=Bound.SIGNED)
    return application


def _require_lawful(application: Application, command: SignContract, today: date) -> None:
    if application.offer is not None and application.signature is None:
        product = command.products.version(application.product_code, application.product_version)
        require_lawful_offer(product, command.bounds.on(today), application.offer)


def _pay_mode(command: SignContract, application: Application, holding: Holding, now: datetime) -> PayMode:
    product = command.products.version(application.product_code, application.product_version)
    bounds = command.bounds.on(business_day(now))
    return pay_mode(application, must_be_entrusted(application, product, bounds, holding.draws, now))


def _room_minor(command: SignContract, application: Application, holding: Holding, today: date) -> int | None:
    version = command.products.version
    if not version(application.product_code, application.product_version).online_consumer_credit:
        return None
    return room_minor(
        holding.exposures, application.id, Bound.SIGNED, command.bounds.on(today).online_consumer_max_minor, version
    )
