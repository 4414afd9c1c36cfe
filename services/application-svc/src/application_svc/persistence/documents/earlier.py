"""What customers have handed in with their applications, as far as it may serve again."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from application_svc.domain.documents.documents import Document
from application_svc.domain.documents.reuse import Earlier

EARLIER = (
    "select a.customer_id, a.id, a.documents::text,"
    " (select max(r.renewed_at) from identity_renewals r where r.customer_id = a.customer_id)"
    " from applications a where a.customer_id = any($1::uuid[]) and a.submitted_at is not null"
    " and json_array_length(a.documents) > 0 order by a.id"
)
DOCUMENT_LIST = TypeAdapter(list[Document])


def earlier_of(rows: Iterable[Any]) -> dict[UUID, Earlier]:
    """By customer, of rows of `EARLIER`."""
    found: dict[UUID, Earlier] = {}
    for customer_id, application_id, documents, renewed_at in rows:
        earlier = found.setdefault(customer_id, Earlier([], renewed_at))
        earlier.papers.extend((application_id, each) for each in DOCUMENT_LIST.validate_json(documents))
    return found
