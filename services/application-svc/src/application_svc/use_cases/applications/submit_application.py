"""Hands a complete application in at once."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.exposure import Exposure, owed
from application_svc.domain.applications.wish import Applicant, Wish
from application_svc.domain.consents.consent import Purpose, covering_consents, covers
from application_svc.domain.customers.customer import require_valid_document
from application_svc.domain.customers.identity_numbers import age_on
from application_svc.domain.documents.documents import Document
from application_svc.domain.documents.reuse import missing_kinds, reusable
from application_svc.domain.numbering import readable_number
from application_svc.domain.products.product import Product, require_channel
from application_svc.use_cases.applications.ports import Asking, Borrowers
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.products.ports import BoundsInForce, Products
from loan_servicekit.core import Caller, Conflict, NotFound, business_day, new_id

NUMBER_PREFIX = "AP"


@dataclass(frozen=True, slots=True)
class SubmitApplication:
    """What a customer asks for, complete; also what a draft begins with. The id is drawn before, for the trace."""

    application_id: UUID
    caller: Caller
    customer_id: UUID
    product_code: str
    products: Products
    bounds: BoundsInForce
    wish: Wish
    reuse_documents: bool
    channel: str | None
    device_token: str | None
    partner_id: UUID | None = None
    documents: tuple[Document, ...] = ()


async def submit_application(
    command: SubmitApplication, borrowers: Borrowers, uow: UnitOfWork, now: datetime
) -> Application:
    """A submitted application, with the papers that it comes with. Raises NotFound `customer-not-found`,
    `product-unknown`, Conflict `product-not-on-sale`,
    `application-exists` (an id that somebody else has given),
    Forbidden `other-branch`, and what `hand_in` raises."""
    if command.partner_id is not None and await uow.applications.find(command.application_id) is not None:
        raise Conflict("application-exists", f"application {command.application_id} is there already")
    product, asking = ask(command, borrowers, now)
    application = draw_up(command, product, asking, now)
    for document in command.documents:
        application.attach_document(document, product)
    if command.reuse_documents:
        reuse(application, product, command.bounds, borrowers, now)
    hand_in(application, asking, command.products, command.bounds, command.device_token, command.caller, now)
    uow.applications.add(application)
    return application


def ask(command: SubmitApplication, borrowers: Borrowers, now: datetime) -> tuple[Product, Asking]:
    """The product on sale and the customer whom the caller may act for."""
    product = command.products.in_force(command.product_code, business_day(now))
    asking = borrowers.asking.get(command.customer_id)
    if asking is None:
        raise NotFound("customer-not-found", f"there is no customer {command.customer_id}")
    command.caller.require_branch(asking.customer.branch)
    return product, asking


def draw_up(command: SubmitApplication, product: Product, asking: Asking, now: datetime) -> Application:
    """A new application of the customer's branch, still a draft; raises Invalid `channel-not-offered`."""
    id, channel = command.application_id, command.channel or product.channel.value
    require_channel(product, channel)
    return Application(
        id=id,
        application_no=readable_number(NUMBER_PREFIX, business_day(now), id),
        customer_id=asking.customer.id,
        branch=asking.customer.branch,
        channel=channel,
        product_code=product.code,
        product_version=product.version,
        wish=command.wish,
        created_by=command.caller.subject,
        created_at=now,
        partner_id=command.partner_id,
    )


def reuse(
    application: Application, product: Product, bounds: BoundsInForce, borrowers: Borrowers, now: datetime
) -> None:
    """What the product asks for and the customer has handed in before, as far as it is still valid."""
    earlier = borrowers.earlier.get(application.customer_id)
    if earlier is not None:
        missing = missing_kinds(product.required_documents, application.documents)
        valid_days = bounds.on(business_day(now)).document_valid_days
        again = reusable(earlier, missing, valid_days, now)
        application.reuse_documents([replace(document, id=new_id()) for document in again])


def hand_in(
    application: Application,
    asking: Asking,
    products: Products,
    bounds: BoundsInForce,
    device_token: str | None,
    caller: Caller,
    now: datetime,
) -> None:
    """Submits for a customer. What he asks for counts in the next application of the batch.

    The product counts as far as the law of the day allows it. Raises Conflict `identity-document-expired`,
    `product-unlawful`, Invalid `consent-missing`, and what `Application.submit` raises.
    """
    today, customer = business_day(now), asking.customer
    product = bounds.lawful(products.version(application.product_code, application.product_version), today)
    require_valid_document(customer.id_expires_on, today)
    purpose = Purpose.LOAN_APPROVAL
    permitted = [s for s in product.optional_sources if any(covers(c, s, purpose, now) for c in asking.consents)]
    consent_ids = covering_consents([*product.required_sources, *permitted], asking.consents, purpose, now)
    already = owed([each for id, each in asking.exposures.items() if id != application.id], products.version)
    room = None
    if product.online_consumer_credit:
        room = max(0, bounds.on(today).online_consumer_max_minor - already.online_consumer_minor)
    applicant = Applicant(age_on(customer.birth_date, today), customer.tokens, device_token, already, room)
    application.submit(product, applicant, consent_ids, caller.subject, now)
    wish = application.wish
    asking.exposures[application.id] = Exposure(product.code, product.version, wish.amount_minor, wish.term_months)
