"""Papers of a borrower's own applications over HTTP: he photographs and uploads them himself."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from application_svc.api.applications.own import own_application, owner_of
from application_svc.api.documents.routes import ANSWERS, UPLOAD, UPLOAD_BYTES, attached, reusable_for
from application_svc.api.documents.views import DocumentsView, DocumentView
from application_svc.api.ports import Context
from loan_servicekit.http import Router, problems, requires

router = Router(ANSWERS, prefix="/v1/my/applications/{application_id}/documents", tags=["borrower"])


@router.post(
    "",
    operation_id="attach_own_document",
    status_code=201,
    responses=problems(404, 409, 412, 413, 415),
    response_model=DocumentView,
    openapi_extra=UPLOAD,
)
async def attach_own_document_route(
    application_id: UUID, context: Annotated[Context, requires("own-application.make", upload_bytes=UPLOAD_BYTES)]
) -> Response:
    """Uploads a paper to the borrower's own draft, or to his application that waits for papers. Its content decides
    what it is."""
    return await attached(context, await owner_of(application_id, context), application_id)


@router.get("", operation_id="list_own_documents", responses=problems(404))
async def list_own_documents(
    application_id: UUID, context: Annotated[Context, requires("own-application.read")]
) -> DocumentsView:
    """The papers of the borrower's own application, without their contents."""
    application = await own_application(application_id, context)
    return DocumentsView(items=[DocumentView.of(document) for document in application.documents])


@router.get("/reusable", operation_id="list_own_reusable_documents", responses=problems(404))
async def list_own_reusable_documents(
    application_id: UUID, context: Annotated[Context, requires("own-application.read")]
) -> DocumentsView:
    """Papers that the borrower has handed in before and that still serve: with `reuse_documents`, as he wishes."""
    return await reusable_for(await own_application(application_id, context), context)
