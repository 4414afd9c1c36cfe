"""The borrower has read the cost disclosure of his offer, for as long as is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import Delivery
from application_svc.domain.contracts import contracting
from application_svc.use_cases.contracts.ports import GivenOut
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class ConfirmDisclosure:
    """The table with this hash was before the borrower since it was given out to the caller."""

    caller: Caller
    application_id: UUID
    disclosure_hash: str
    expect: Callable[[int], None]


async def confirm_disclosure(
    command: ConfirmDisclosure, given_out: GivenOut, uow: UnitOfWork, now: datetime
) -> Application:
    """Raises what `contracting.confirm_disclosure` raises, Forbidden `other-branch`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    by = command.caller.subject
    since = given_out.at.get((application.id, command.disclosure_hash, by))
    delivery = Delivery(since, given_out.clock - since) if since is not None else None
    contracting.confirm_disclosure(application, command.disclosure_hash, delivery, application.channel, by, now)
    return application
