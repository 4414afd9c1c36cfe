"""The borrower has read the cost disclosure of his offer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain import contracting
from application_svc.domain.application import Application
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class ConfirmDisclosure:
    """The table with this hash was on the screen, or on paper before the borrower, for so many seconds."""

    caller: Caller
    application_id: UUID
    disclosure_hash: str
    read_seconds: int
    expect: Callable[[int], None]


async def confirm_disclosure(command: ConfirmDisclosure, uow: UnitOfWork, now: datetime) -> Application:
    """Raises what `contracting.confirm_disclosure` raises, Forbidden `other-branch`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    contracting.confirm_disclosure(application, command.disclosure_hash, command.read_seconds, application.channel,
                                   command.caller.subject, now)  # fmt: skip
    return application
