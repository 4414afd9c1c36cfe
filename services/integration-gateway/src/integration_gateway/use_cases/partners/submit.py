"""A partner hands an application in. It is known here before application-svc is asked, so that nothing that is said of
it later is missed, and whose it is never is in doubt."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from integration_gateway.domain.partners.partner_application import PartnerApplication
from integration_gateway.use_cases.partners.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class BeginSubmission:
    """A partner hands this in. The id follows from partner and Idempotency-Key."""

    application_id: UUID
    partner_id: UUID
    reference: str
    fingerprint: str
    product_code: str
    amount_minor: int
    term_months: int


@dataclass(frozen=True, slots=True)
class EndSubmission:
    """application-svc has taken it in under a number, or refused it with a code."""

    application_id: UUID
    application_no: str | None = None
    refusal: str | None = None


async def begin_submission(command: BeginSubmission, uow: UnitOfWork, now: datetime) -> PartnerApplication:
    """The application, which may be known already. Raises Conflict `idempotency-key-reused`."""
    known = await uow.partner_applications.find(command.application_id)
    if known is not None:
        known.require_same(command.fingerprint)
        return known
    begun = PartnerApplication(
        id=command.application_id,
        partner_id=command.partner_id,
        reference=command.reference,
        fingerprint=command.fingerprint,
        product_code=command.product_code,
        amount_minor=command.amount_minor,
        term_months=command.term_months,
        created_at=now,
    )
    begun.begin()
    uow.partner_applications.add(begun)
    return begun


async def end_submission(command: EndSubmission, uow: UnitOfWork, now: datetime) -> PartnerApplication:
    """Raises NotFound `application-not-found`."""
    application = await uow.partner_applications.get(command.application_id)
    if command.application_no is not None:
        application.taken_in(command.application_no)
    else:
        application.refused(command.refusal or "")
    return application
