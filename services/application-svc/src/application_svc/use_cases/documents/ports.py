"""What use cases and routes of documents need."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol
from uuid import UUID

from application_svc.domain.documents.documents import DocumentKind
from application_svc.domain.documents.reuse import Earlier
from application_svc.use_cases.applications.ports import ApplicationQueries
from application_svc.use_cases.customers.ports import CustomerQueries
from application_svc.use_cases.products.ports import Products


class DocumentStore(Protocol):
    """Where the contents of documents lie."""

    async def put(self, key: str, content: bytes) -> None:
        """Stores the content; raises Unavailable `document-store-unavailable`."""

    async def get(self, key: str) -> bytes:
        """The content; raises NotFound `document-content-not-found`, Unavailable `document-store-unavailable`."""


class DocumentQueries(Protocol):
    """Reads of documents."""

    async def earlier_papers(self, customer_id: UUID, besides: UUID) -> Earlier:
        """What a customer has handed in with other applications."""


class Upload(NamedTuple):
    """A file as it came in."""

    kind: DocumentKind
    content: bytes
    declared_type: str


@dataclass(frozen=True, slots=True)
class Uploads:
    """What an upload is checked against before any transaction begins, and where its content goes."""

    applications: ApplicationQueries
    customers: CustomerQueries
    products: Products
    store: DocumentStore
