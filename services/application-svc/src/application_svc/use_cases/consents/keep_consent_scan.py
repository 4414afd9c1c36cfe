"""Keeps the scan of a consent that a customer has signed on paper, before the consent itself names it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.documents.documents import Document, DocumentKind, inspect_document
from application_svc.use_cases.documents.attach_document import content_key
from application_svc.use_cases.ports import KeptScan, Ports, UnitOfWork
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
    ports: Ports, caller: Caller, customer_id: UUID, content: bytes, declared_type: str, now: datetime
) -> KeepConsentScan:
    """Inspects and stores a content, before any transaction begins. Raises NotFound `customer-not-found`, Forbidden
    `other-branch` and what `inspect_document` raises."""
    customer = await ports.queries.customer(customer_id)
    caller.require_branch(customer.branch)
    document = inspect_document(
        content, declared_type, DocumentKind.OTHER, LARGEST_BYTES, new_id(), caller.subject, now
    )
    await ports.documents.put(content_key(customer_id, document.sha256), content)
    return KeepConsentScan(caller, customer_id, document)


async def keep_consent_scan(command: KeepConsentScan, uow: UnitOfWork, now: datetime) -> Document:
    """The scan, and the customer's record tells of it."""
    customer = await uow.customers.get(command.customer_id)
    command.caller.require_branch(customer.branch)
    scan = command.document
    uow.consent_scans.append(scan.id, customer.id, scan.media_type.value, scan.size_bytes, scan.sha256, scan.uploaded_by,
                             scan.uploaded_at)  # fmt: skip
    customer.audit("keep_consent_scan", {"sha256": scan.sha256})
    return scan


async def read_consent_scan(command: ReadConsentScan, uow: UnitOfWork, now: datetime) -> KeptScan:
    """What is known of the scan, and that somebody has looked. Raises NotFound `consent-scan-not-found`."""
    customer = await uow.customers.get(command.customer_id)
    command.caller.require_branch(customer.branch)
    found: KeptScan | None = uow.batch["scans"].get((command.customer_id, command.scan_id))
    if found is None:
        raise NotFound("consent-scan-not-found", f"customer {customer.id} has no scan {command.scan_id}")
    customer.audit("read_consent_scan", {"sha256": found.sha256})
    return found
