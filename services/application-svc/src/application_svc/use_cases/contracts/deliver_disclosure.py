"""Gives the cost disclosure of an offer out to the borrower's client: from here on the reading time is measured."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.applications.offer import Offer
from application_svc.domain.contracts import contracting
from application_svc.use_cases.contracts.ports import DisclosureDelivery, GivenOut
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class DeliverDisclosure:
    """Hand the table of this application's offer out to the caller."""

    caller: Caller
    application_id: UUID


class Delivered(NamedTuple):
    """The table in its canonical form, and since when this client has it."""

    application_id: UUID
    offer: Offer
    disclosure: str
    delivered_at: datetime


async def deliver_disclosure(
    command: DeliverDisclosure, given_out: GivenOut, uow: UnitOfWork, now: datetime
) -> Delivered:
    """The first time counts: who asks again has had it since then. Raises what `contracting.open_offer` raises,
    Forbidden `other-branch`."""
    application = await uow.applications.get(command.application_id)
    caller = command.caller
    caller.require_branch(application.branch)
    offer = contracting.open_offer(application, now)
    key = (application.id, offer.disclosure_hash, caller.subject)
    if key not in given_out.at:
        given_out.at[key] = given_out.clock
        uow.disclosure_deliveries.append(DisclosureDelivery(*key, given_out.clock))
    return Delivered(application.id, offer, given_out.texts[application.id], given_out.at[key])
