"""Collections over HTTP."""

from typing import Annotated
from uuid import UUID

from integration_gateway.api.ports import Context
from integration_gateway.api.sources.views import CollectionView
from loan_servicekit.http import Page, Router, problems, requires

router = Router(prefix="/v1")


@router.get("/applications/{application_id}/collections", operation_id="list_collections", responses=problems())
async def list_collections(
    application_id: UUID, context: Annotated[Context, requires("assessment.read")]
) -> Page[CollectionView]:
    """What the outside world said about an applicant; an application has few collections, so one page holds them."""
    found = await context.ports.collections.collections(application_id)
    return Page(items=[CollectionView.of(collection) for collection in found])
