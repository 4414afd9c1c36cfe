"""Ends an offer that nobody has signed in time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.contracts import contracting
from application_svc.use_cases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class ExpireOffer:
    """The offer of this application has run out."""

    application_id: UUID


async def expire_offer(command: ExpireOffer, uow: UnitOfWork, now: datetime) -> Application:
    """Raises Conflict `offer-not-expired`."""
    application = await uow.applications.get(command.application_id)
    contracting.expire(application, now)
    return application
