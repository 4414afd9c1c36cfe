"""Opens a document, and keeps that somebody has looked at it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.documents.documents import Document
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Caller, NotFound


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """Show this document."""

    caller: Caller
    application_id: UUID
    document_id: UUID


async def read_document(command: ReadDocument, uow: UnitOfWork, now: datetime) -> Document:
    """What is known of the document; raises NotFound `document-not-found`, Forbidden `other-branch`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    document = next((each for each in application.documents if each.id == command.document_id), None)
    if document is None:
        raise NotFound(
            "document-not-found", f"application {application.application_no} has no document {command.document_id}"
        )
    uow.emit(
        AuditRecorded(
            subject_type="application",
            subject_id=str(application.id),
            application_id=application.id,
            action="read_document",
            detail={"document_id": str(document.id), "kind": document.kind.value},
        )
    )
    return document
