"""At a branch: the borrower has signed the printed cost disclosure, and its scan is with the application."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.contracts import contracting
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class CertifyDisclosure:
    """The scan with this id shows the table with this hash, signed by the borrower."""

    caller: Caller
    application_id: UUID
    disclosure_hash: str
    document_id: UUID
    expect: Callable[[int], None]


async def certify_disclosure(command: CertifyDisclosure, uow: UnitOfWork, now: datetime) -> Application:
    """Raises what `contracting.certify_disclosure` raises, Forbidden `other-branch`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    contracting.certify_disclosure(
        application, command.disclosure_hash, command.document_id, command.caller.subject, now
    )
    return application
