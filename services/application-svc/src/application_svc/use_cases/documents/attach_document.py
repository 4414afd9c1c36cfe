"""Uploads a document: its content goes to the store first, under its hash, then the application knows of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.documents.documents import Document, inspect_document
from application_svc.domain.products.product import Product
from application_svc.use_cases.documents.ports import Upload, Uploads
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller, new_id


@dataclass(frozen=True, slots=True)
class AttachDocument:
    """A document whose content lies in the store."""

    caller: Caller
    application_id: UUID
    document: Document
    product: Product
    expect: Callable[[int], None]


def content_key(application_id: UUID, sha256: str) -> str:
    """Where a content lies: below its application, so that both can be deleted together, named by its hash."""
    return f"{application_id}/{sha256}"


async def store_content(
    uploads: Uploads,
    caller: Caller,
    application_id: UUID,
    upload: Upload,
    expect: Callable[[int], None],
    now: datetime,
) -> AttachDocument:
    """Inspects and stores a content, before any transaction begins. What is refused here leaves nothing in the store.

    Raises NotFound `application-not-found`, Forbidden `other-branch`, Conflict `application-not-editable`, Invalid
    `document-kind-not-accepted` and what `inspect_document` raises, Unavailable `document-store-unavailable`.
    """
    application = await uploads.applications.application(application_id)
    caller.require_branch(application.branch)
    product = uploads.products.version(application.product_code, application.product_version)
    document = inspect_document(
        content=upload.content,
        declared_type=upload.declared_type,
        kind=upload.kind,
        largest_bytes=product.max_document_bytes,
        id=new_id(),
        by=caller.subject,
        now=now,
    )
    application.attach_document(document, product)  # a rehearsal on a copy that is thrown away
    await uploads.store.put(content_key(application_id, document.sha256), upload.content)
    return AttachDocument(caller, application_id, document, product, expect)


async def store_papers(
    uploads: Uploads,
    caller: Caller,
    application_id: UUID,
    product: Product,
    papers: Sequence[Upload],
    now: datetime,
) -> tuple[Document, ...]:
    """Inspects and stores what comes with an application that is not there yet: all of it, or nothing.

    Raises what `inspect_document` raises, Unavailable `document-store-unavailable`.
    """
    documents = tuple(
        inspect_document(
            content=each.content,
            declared_type=each.declared_type,
            kind=each.kind,
            largest_bytes=product.max_document_bytes,
            id=new_id(),
            by=caller.subject,
            now=now,
        )
        for each in papers
    )
    for document, paper in zip(documents, papers, strict=True):
        await uploads.store.put(content_key(application_id, document.sha256), paper.content)
    return documents


async def attach_document(command: AttachDocument, uow: UnitOfWork, now: datetime) -> Application:
    """The application with its new document; raises Conflict `application-not-editable`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    application.attach_document(command.document, command.product)
    return application
