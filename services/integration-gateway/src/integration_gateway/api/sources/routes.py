"""Collections over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from integration_gateway.api.ports import Context
from integration_gateway.api.sources.views import AccessesView, CollectionView
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires

router = Router(prefix="/v1")


@router.get("/applications/{application_id}/collections", operation_id="list_collections", responses=problems())
async def list_collections(
    application_id: UUID, context: Annotated[Context, requires("assessment.read")]
) -> Page[CollectionView]:
    """What the outside world said about an applicant; an application has few collections, so one page holds them."""
    found = await context.ports.collections.collections(application_id)
    return Page(items=[CollectionView.of(collection) for collection in found])


@router.get("/customers/{customer_id}/source-accesses", operation_id="list_source_accesses", responses=problems())
async def list_source_accesses(
    customer_id: UUID,
    context: Annotated[Context, requires("source-access.read")],
    cursor: Annotated[Cursor, Depends()],
) -> Page[AccessesView]:
    """What was asked about a customer, of whom, for what purpose and under which consent, the newest first: calls,
    answers that stood again, and refusals."""
    found = await context.ports.collections.of_customer(customer_id, cursor.time_and_uuid(), cursor.limit + 1)
    last = found[cursor.limit - 1] if len(found) > cursor.limit else None
    return page(
        [AccessesView.of(each) for each in found], cursor, [last.collected_at, last.request_id] if last else None
    )
