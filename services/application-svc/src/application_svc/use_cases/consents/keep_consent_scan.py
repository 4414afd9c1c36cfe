"""Keeps the scan of a consent that a customer has signed on paper, before the consent itself names it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.documents.documents import Document, inspect_document
from application_svc.use_cases.consents.ports import ConsentScan, KeptScan, Scans
from application_svc.use_cases.documents.attach_document import content_key
from application_svc.use_cases.documents.ports import Upload, Uploads
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller, NotFound, new_id

LARGEST_BYTES = 10 * 2**20


@dataclass(frozen=True, slots=True)
class KeepConsentScan:
    """A scan whose content lies in the store."""

    caller: Caller
    customer_id: UUID
    document: Document


@dataclass(frozen=True, slots=True)
class ReadConsentScan:
    """Show this scan."""

    caller: Caller
    customer_id: UUID
    scan_id: UUID


async def store_scan(
    uploads: Uploads, caller: Caller, customer_id: UUID, upload: Upload, now: datetime
) -> KeepConsentScan:
    """Inspects and stores a content, before any transaction begins. Raises NotFound `customer-not-found`, Forbidden
    `other-branch` and what `inspect_document` raises."""
    customer = await uploads.customers.customer(customer_id)
    caller.require_branch(customer.branch)
    document = inspect_document(
        content=upload.content,
        declared_type=upload.declared_type,
        kind=upload.kind,
        largest_bytes=LARGEST_BYTES,
        id=new_id(),
        by=caller.subject,
        now=now,
    )
    await uploads.store.put(content_key(customer_id, document.sha256), upload.content)
    return KeepConsentScan(caller, customer_id, document)


async def keep_consent_scan(command: KeepConsentScan, uow: UnitOfWork, now: datetime) -> Document:
    """The scan, and the customer's record tells of it."""
    customer = await uow.customers.get(command.customer_id)
    command.caller.require_branch(customer.branch)
    scan = command.document
    uow.consent_scans.append(
        ConsentScan(
            id=scan.id,
            customer_id=customer.id,
            media_type=scan.media_type.value,
            size_bytes=scan.size_bytes,
            sha256=scan.sha256,
            uploaded_by=scan.uploaded_by,
            uploaded_at=scan.uploaded_at,
        )
    )
    customer.audit("keep_consent_scan", {"sha256": scan.sha256})
    return scan


async def read_consent_scan(command: ReadConsentScan, scans: Scans, uow: UnitOfWork, now: datetime) -> KeptScan:
    """What is known of the scan, and that somebody has looked. Raises NotFound `consent-scan-not-found`."""
    customer = await uow.customers.get(command.customer_id)
    command.caller.require_branch(customer.branch)
    found = scans.get((command.customer_id, command.scan_id))
    if found is None:
        raise NotFound("consent-scan-not-found", f"customer {customer.id} has no scan {command.scan_id}")
    customer.audit("read_consent_scan", {"sha256": found.sha256})
    return found
