"""Documents that a reviewer asks for, and that they are there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.application import Application
from application_svc.domain.documents import DocumentKind
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.messages import SupplementRequested
from loan_servicekit.core import Caller, Invalid


@dataclass(frozen=True, slots=True)
class SupplementApplication:
    """The documents that were asked for are uploaded."""

    caller: Caller
    application_id: UUID
    expect: Callable[[int], None]


async def request_supplement(command: SupplementRequested, uow: UnitOfWork, now: datetime) -> Application:
    """The application waits for documents; raises Conflict `application-not-in-process`, Invalid
    `document-kind-unknown`."""
    unknown = [kind for kind in command.document_kinds if kind not in DocumentKind.__members__]
    if unknown:
        raise Invalid("document-kind-unknown", f"{', '.join(unknown)}: kinds are {', '.join(DocumentKind)}")
    application = await uow.applications.get(command.application_id)
    application.request_supplement([DocumentKind(kind) for kind in command.document_kinds], command.due_at, now)
    return application


async def supplement_application(command: SupplementApplication, uow: UnitOfWork, now: datetime) -> Application:
    """The case goes on; raises Conflict `application-not-in-process`, Invalid `documents-missing`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    application.complete_supplement(now)
    return application
