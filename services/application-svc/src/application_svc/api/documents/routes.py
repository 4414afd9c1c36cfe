"""Documents over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Response
from starlette.datastructures import UploadFile

from application_svc.api.documents.views import DocumentsView, DocumentView
from application_svc.api.ports import Context
from application_svc.domain.applications.application import Application
from application_svc.domain.documents.documents import Document, DocumentKind
from application_svc.domain.documents.reuse import missing_kinds, reusable
from application_svc.use_cases.documents.attach_document import content_key, store_content
from application_svc.use_cases.documents.ports import Upload
from application_svc.use_cases.documents.read_document import ReadDocument
from loan_servicekit.core import Caller, FieldError, Invalid, NotFound, business_day
from loan_servicekit.http import Answered, Router, problems, requires

ANSWERS = {
    "document-too-large": Answered(413),
    "document-type-unsupported": Answered(415),
    "document-type-differs": Answered(415),
}
router = Router(ANSWERS, prefix="/v1/applications/{application_id}/documents", tags=["documents"])
UPLOAD_BYTES = 21 * 1024 * 1024  # a document of 20 MiB with its form around it
SUFFIXES = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
UPLOAD: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["kind", "file"],
                    "properties": {
                        "kind": {"type": "string", "enum": [kind.value for kind in DocumentKind]},
                        "file": {"type": "string", "format": "binary", "description": "PDF, JPEG or PNG"},
                    },
                },
                "encoding": {"file": {"contentType": ", ".join(SUFFIXES)}},
            }
        },
    }
}


@router.post(
    "",
    operation_id="attach_document",
    status_code=201,
    responses=problems(404, 409, 412, 413, 415),
    response_model=DocumentView,
    openapi_extra=UPLOAD,
)
async def attach_document_route(
    application_id: UUID, context: Annotated[Context, requires("document.upload", upload_bytes=UPLOAD_BYTES)]
) -> Response:
    """Uploads a document to a draft, or to an application that waits for documents."""
    return await attached(context, context.caller, application_id)


async def attached(context: Context, caller: Caller, application_id: UUID) -> Response:
    """Keeps the upload of a request."""
    upload = await _upload(context)
    command = await store_content(context.ports.uploads, caller, application_id, upload, context.expect, context.now)
    intent = (
        f"{upload.kind} {command.document.sha256}".encode()
    )  # a form sent again has other bytes: its boundary is new
    return await context.perform(
        context.ports.operations.attach_document,
        command,
        lambda application: _newest(application, command.document),
        201,
        intent=intent,
    )


def _newest(application: Application, document: Document) -> DocumentView:
    return DocumentView.of(next(each for each in application.documents if each.id == document.id))


async def _upload(context: Context) -> Upload:
    """The two parts of the form."""
    async with context.request.form(max_files=1, max_fields=2) as form:
        kind, file = form.get("kind"), form.get("file")
        errors = []
        if not isinstance(kind, str) or kind not in DocumentKind.__members__:
            errors.append(FieldError("/kind", "document-kind-unknown", f"kinds are {', '.join(DocumentKind)}"))
        if not isinstance(file, UploadFile):
            errors.append(FieldError("/file", "missing", "send the file as the part `file` of multipart/form-data"))
        if errors:
            raise Invalid("upload-invalid", "; ".join(f"{e.pointer}: {e.detail}" for e in errors), errors)
        assert isinstance(kind, str) and isinstance(file, UploadFile)
        return Upload(DocumentKind(kind), await file.read(), file.content_type or "application/octet-stream")


@router.get("", operation_id="list_documents", responses=problems(404))
async def list_documents(
    application_id: UUID, context: Annotated[Context, requires("application.read")]
) -> DocumentsView:
    """The documents of an application, without their contents."""
    application = await context.ports.queries.applications.application(application_id)
    context.caller.require_branch(application.branch)
    return DocumentsView(items=[DocumentView.of(document) for document in application.documents])


@router.get("/reusable", operation_id="list_reusable_documents", responses=problems(404))
async def list_reusable_documents(
    application_id: UUID, context: Annotated[Context, requires("application.read")]
) -> DocumentsView:
    """Papers of the customer's earlier applications that this one needs and that are still valid: they serve again when
    it is handed in with `reuse_documents`, as the customer wishes."""
    application = await context.ports.queries.applications.application(application_id)
    context.caller.require_branch(application.branch)
    return await reusable_for(application, context)


async def reusable_for(application: Application, context: Context) -> DocumentsView:
    """What of earlier papers an application needs and that is still valid."""
    given = context.ports
    product = given.products.version(application.product_code, application.product_version)
    earlier = await given.queries.documents.earlier_papers(application.customer_id, application.id)
    missing = missing_kinds(product.required_documents, application.documents)
    valid_days = given.bounds.on(business_day(context.now)).document_valid_days
    found = reusable(earlier, missing, valid_days, context.now)
    return DocumentsView(items=[DocumentView.of(document) for document in found])


@router.get(
    "/face-photo",
    operation_id="read_face_photo",
    responses=problems(404) | {200: {"content": {each: {} for each in SUFFIXES}}},
    response_class=Response,
)
async def read_face_photo_route(
    application_id: UUID, context: Annotated[Context, requires("customer.identify")]
) -> Response:
    """The newest photo of the applicant's face, for the service that has it compared. Each look is recorded."""
    application = await context.ports.queries.applications.application(application_id)
    photos = [each for each in application.documents if each.kind is DocumentKind.FACE_PHOTO]
    if not photos:
        raise NotFound("face-photo-not-found", f"application {application.application_no} has no photo of a face")
    return await _shown(context, application_id, photos[-1].id)


@router.get(
    "/{document_id}/content",
    operation_id="read_document",
    responses=problems(404)
    | {
        200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in SUFFIXES}},
    },
    response_class=Response,
)
async def read_document_route(
    application_id: UUID, document_id: UUID, context: Annotated[Context, requires("document.read")]
) -> Response:
    """A document's content. Each look is recorded."""
    return await _shown(context, application_id, document_id)


async def _shown(context: Context, application_id: UUID, document_id: UUID) -> Response:
    command = ReadDocument(context.caller, application_id, document_id)
    document: Document = await context.run(context.ports.operations.read_document, command)
    content = await context.ports.documents.get(
        content_key(document.from_application_id or application_id, document.sha256)
    )
    name = f"{document.kind.value}-{document.id}.{SUFFIXES[document.media_type]}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(content, headers=headers, media_type=document.media_type.value)
