"""A reviewer asks for documents: the application waits for them."""

from datetime import datetime

from application_svc.domain.applications.application import Application
from application_svc.domain.documents.documents import DocumentKind
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.decisions import SupplementRequested
from loan_servicekit.core import Invalid


async def request_supplement(command: SupplementRequested, uow: UnitOfWork, now: datetime) -> Application:
    """Raises Conflict `application-not-in-process`, Invalid `document-kind-unknown`."""
    unknown = [kind for kind in command.document_kinds if kind not in DocumentKind.__members__]
    if unknown:
        raise Invalid("document-kind-unknown", f"{', '.join(unknown)}: kinds are {', '.join(DocumentKind)}")
    application = await uow.applications.get(command.application_id)
    application.request_supplement([DocumentKind(kind) for kind in command.document_kinds], command.due_at, now)
    return application
