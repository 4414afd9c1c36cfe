"""Wordings of consents, and scans of those that were signed on paper, over HTTP."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Response
from pydantic import BaseModel, Field
from starlette.datastructures import UploadFile

from application_svc.api.documents.routes import SUFFIXES, UPLOAD_BYTES
from application_svc.api.fields import TextVersion
from application_svc.api.ports import Context
from application_svc.domain.consents.consent import Purpose
from application_svc.domain.consents.consent_text import ConsentText, TextStatus
from application_svc.domain.documents.documents import Document, DocumentKind, MediaType
from application_svc.use_cases.consents.change_consent_texts import (
    DecideConsentText,
    ProposeConsentText,
)
from application_svc.use_cases.consents.keep_consent_scan import (
    ReadConsentScan,
    store_scan,
)
from application_svc.use_cases.consents.ports import KeptScan
from application_svc.use_cases.documents.attach_document import content_key
from application_svc.use_cases.documents.ports import Upload
from loan_contracts.values import Source
from loan_servicekit.core import FieldError, Invalid, business_day
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day, Page, Router, problems, requires

router = Router(prefix="/v1", tags=["consents"])
UPLOAD: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary", "description": "PDF, JPEG or PNG"},
                    },
                },
                "encoding": {"file": {"contentType": ", ".join(SUFFIXES)}},
            }
        },
    }
}


class ConsentTextBody(Body):
    """A new wording for one source and purpose."""

    source: Source
    purpose: Purpose = Purpose.LOAN_APPROVAL
    text_version: TextVersion
    wording: Annotated[
        str,
        text(20, 10_000, lines=True),
        Field(examples=["本人同意贵机构查询本人信息, 仅用于审核本人的贷款申请, 至该申请办结之日终止。"]),
    ]
    valid_from: Annotated[Day, Field(description="A later day", examples=["2099-01-01"])]


class DecisionBody(Body):
    """Nothing to say."""


class ConsentTextView(BaseModel):
    """A wording."""

    id: UUID
    source: Source
    purpose: Purpose
    text_version: str
    wording: str
    hash: str = Field(description="SHA-256 of the wording in UTF-8: what an electronic signature covers")
    valid_from: date
    status: TextStatus
    in_force: bool = Field(description="Whether a consent of today names it")
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, t: ConsentText, in_force: bool = False) -> "ConsentTextView":
        """The view of a wording."""
        return cls(
            id=t.id,
            source=t.source,
            purpose=t.purpose,
            text_version=t.text_version,
            wording=t.wording,
            hash=t.hash,
            valid_from=t.valid_from,
            status=t.status,
            in_force=in_force,
            proposed_by=t.proposed_by,
            proposed_at=t.proposed_at,
            decided_by=t.decided_by,
            decided_at=t.decided_at,
        )


class ScanView(BaseModel):
    """A scan that a consent may name."""

    id: UUID
    media_type: MediaType
    size_bytes: int
    sha256: str
    uploaded_at: datetime
    uploaded_by: str

    @classmethod
    def of(cls, d: Document) -> "ScanView":
        """The view of a scan."""
        return cls.model_validate(d, from_attributes=True)


@router.get("/consent-texts", operation_id="list_consent_texts", responses=problems())
async def list_consent_texts(
    context: Annotated[Context, requires("consent-text.read")],
    source: Source | None = None,
    purpose: Purpose | None = None,
    history: Annotated[bool, Query(description="Past, coming, proposed and rejected wordings as well")] = False,
) -> Page[ConsentTextView]:
    """The wordings that a consent of today names, on one page."""
    shown = await _wordings(context, source, purpose)
    return Page(items=[each for each in shown if each.in_force or history])


async def in_force_on(context: Context, purpose: Purpose) -> list[ConsentTextView]:
    """The wordings that a consent of today names for a purpose."""
    return [each for each in await _wordings(context, None, purpose) if each.in_force]


async def _wordings(context: Context, source: Source | None, purpose: Purpose | None) -> list[ConsentTextView]:
    today, shown, settled = business_day(context.now), [], set()
    for wording in await context.ports.queries.consents.consent_texts(source, purpose):  # of each pair the latest first
        pair = (wording.source, wording.purpose)
        begun = wording.status is TextStatus.APPROVED and wording.valid_from <= today
        in_force = begun and pair not in settled
        if in_force:
            settled.add(pair)
        shown.append(ConsentTextView.of(wording, in_force))
    return shown


@router.post(
    "/consent-texts",
    operation_id="propose_consent_text",
    status_code=201,
    responses=problems(409),
    response_model=ConsentTextView,
)
async def propose_consent_text_route(
    body: ConsentTextBody, context: Annotated[Context, requires("consent-text.propose")]
) -> Response:
    """Proposes a wording from a later day on; another person approves it."""
    command = ProposeConsentText(
        context.caller, body.source, body.purpose, body.text_version, body.wording, body.valid_from
    )
    return await context.perform(context.ports.operations.propose_consent_text, command, ConsentTextView.of, 201)


@router.post(
    "/consent-texts/{text_id}/approval",
    operation_id="approve_consent_text",
    responses=problems(404, 409),
    response_model=ConsentTextView,
)
async def approve_consent_text_route(
    text_id: UUID, body: DecisionBody, context: Annotated[Context, requires("consent-text.approve")]
) -> Response:
    """From its first day on consents name this wording; never by its proposer."""
    command = DecideConsentText(context.caller, text_id, TextStatus.APPROVED)
    return await context.perform(context.ports.operations.decide_consent_text, command, ConsentTextView.of)


@router.post(
    "/consent-texts/{text_id}/rejection",
    operation_id="reject_consent_text",
    responses=problems(404, 409),
    response_model=ConsentTextView,
)
async def reject_consent_text_route(
    text_id: UUID, body: DecisionBody, context: Annotated[Context, requires("consent-text.approve")]
) -> Response:
    """Refuses a wording; never by its proposer."""
    command = DecideConsentText(context.caller, text_id, TextStatus.REJECTED)
    return await context.perform(context.ports.operations.decide_consent_text, command, ConsentTextView.of)


@router.post(
    "/customers/{customer_id}/consent-scans",
    operation_id="keep_consent_scan",
    status_code=201,
    responses=problems(404, 413, 415),
    response_model=ScanView,
    openapi_extra=UPLOAD,
)
async def keep_consent_scan_route(
    customer_id: UUID, context: Annotated[Context, requires("consent.grant", upload_bytes=UPLOAD_BYTES)]
) -> Response:
    """Uploads the scan of a consent that the customer has signed on paper; the consent names it as its evidence."""
    async with context.request.form(max_files=1, max_fields=1) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            detail = "send the file as the part `file` of multipart/form-data"
            raise Invalid("upload-invalid", detail, [FieldError("/file", "missing", detail)])
        declared = file.content_type or "application/octet-stream"
        upload = Upload(DocumentKind.OTHER, await file.read(), declared)
    command = await store_scan(context.ports.uploads, context.caller, customer_id, upload, context.now)
    return await context.perform(
        context.ports.operations.keep_consent_scan, command, ScanView.of, 201, intent=command.document.sha256.encode()
    )


@router.get(
    "/customers/{customer_id}/consent-scans/{scan_id}/content",
    operation_id="read_consent_scan",
    responses=problems(404)
    | {
        200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in SUFFIXES}},
    },
    response_class=Response,
)
async def read_consent_scan_route(
    customer_id: UUID, scan_id: UUID, context: Annotated[Context, requires("document.read")]
) -> Response:
    """The scan of a consent. Each look is recorded."""
    command = ReadConsentScan(context.caller, customer_id, scan_id)
    scan: KeptScan = await context.run(context.ports.operations.read_consent_scan, command)
    content = await context.ports.documents.get(content_key(customer_id, scan.sha256))
    headers = {
        "Content-Disposition": f'attachment; filename="{scan_id}.{SUFFIXES[scan.media_type]}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(content, headers=headers, media_type=scan.media_type)
