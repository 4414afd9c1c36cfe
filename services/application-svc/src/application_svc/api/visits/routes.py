"""Visits over HTTP: planned, told of with pictures, vouched for by a second person."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Response
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from application_svc.api.documents.routes import ANSWERS, SUFFIXES, UPLOAD_BYTES
from application_svc.api.fields import NearDay
from application_svc.api.ports import Context
from application_svc.api.visits.views import (
    CancellationBody,
    DayView,
    DayVisitView,
    ShotBody,
    VisitBody,
    VisitPaperView,
    VisitRecordView,
    VisitReportBody,
    VisitView,
)
from application_svc.domain.visits.visit import Visit
from application_svc.use_cases.documents.attach_document import content_key
from application_svc.use_cases.visits.keep_visit_paper import Shot, store_picture
from application_svc.use_cases.visits.plan_visit import CancelVisit, PlanVisit
from application_svc.use_cases.visits.ports import WantedVisits
from application_svc.use_cases.visits.report_visit import ConfirmVisit, LookAtVisits, ReportVisit
from loan_servicekit.core import FieldError, Invalid, NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires

router = Router(ANSWERS, prefix="/v1/visits", tags=["visits"])
PRIVATE = {"Cache-Control": "no-store"}
PICTURES = {kind: suffix for kind, suffix in SUFFIXES.items() if kind.startswith("image/")}
UPLOAD: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["about", "file"],
                    "properties": {
                        "about": {
                            "type": "string",
                            "contentMediaType": "application/json",
                            "description": "kind, taken_at, position",
                            "examples": ['{"kind": "PHOTOGRAPH", "taken_at": "2026-01-20T02:30:00Z"}'],
                        },
                        "file": {"type": "string", "format": "binary", "description": "JPEG or PNG"},
                    },
                },
                "encoding": {"file": {"contentType": ", ".join(PICTURES)}},
            }
        },
    }
}


@router.post("", operation_id="plan_visit", status_code=201, responses=problems(404), response_model=VisitView)
async def plan_visit_route(body: VisitBody, context: Annotated[Context, requires("visit.keep")]) -> Response:
    """Plans a visit of the caller's own to a customer of his branch."""
    command = PlanVisit(
        context.caller,
        body.customer_id,
        body.application_id,
        body.purpose,
        body.planned_at,
        body.place,
        context.ports.vault,
    )
    return await context.perform(context.ports.operations.plan_visit, command, VisitView.of, 201)


@router.get("", operation_id="list_visits", responses=problems())
async def list_visits(
    context: Annotated[Context, requires("visit.read")],
    cursor: Annotated[Cursor, Depends()],
    customer_id: UUID | None = None,
    application_id: UUID | None = None,
) -> Page[VisitView]:
    """Visits, planned last first; of the caller's branch where he is bound to one."""
    wanted = WantedVisits(context.caller.branch_scope, customer_id, application_id)
    found = await context.ports.queries.visits.visits(wanted, cursor.uuid(), cursor.limit + 1)
    last = [str(found[cursor.limit - 1].id)] if len(found) > cursor.limit else None
    return page([VisitView.of(each) for each in found], cursor, last)


@router.get("/days/{day}", operation_id="list_visits_of_day", responses=problems())
async def list_visits_of_day(
    day: NearDay, context: Annotated[Context, requires("visit.keep", keyed=False)], response: Response
) -> DayView:
    """What the caller himself has planned for a day, with where it goes, for a telephone that loses its line. Each look
    is recorded."""
    queries = context.ports.queries.visits
    lines = await queries.day_of(context.caller.subject, day)
    papers = await queries.papers_of([line.visit.id for line in lines])
    command = LookAtVisits(context.caller, [line.visit for line in lines], "read_visit_place")
    await context.run(context.ports.operations.look_at_visits, command)
    response.headers.update(PRIVATE)
    return DayView(
        items=[
            DayVisitView.at(line, _opened(context, line.visit, "place") or "", papers.get(line.visit.id, ()))
            for line in lines
        ]
    )


@router.get("/{visit_id}/record", operation_id="get_visit_record", responses=problems(404))
async def get_visit_record(
    visit_id: UUID, context: Annotated[Context, requires("visit.read")], response: Response
) -> VisitRecordView:
    """Where a visit went and what was told of it. Each look is recorded."""
    queries = context.ports.queries.visits
    visit = await queries.visit(visit_id)
    command = LookAtVisits(context.caller, [visit], "read_visit_record")
    await context.run(context.ports.operations.look_at_visits, command)
    response.headers.update(PRIVATE)
    papers = (await queries.papers_of([visit.id])).get(visit.id, ())
    return VisitRecordView(
        id=visit.id,
        place=_opened(context, visit, "place") or "",
        record=_opened(context, visit, "record"),
        record_sha256=visit.record_sha256,
        papers=[VisitPaperView.of(each) for each in papers],
    )


def _opened(context: Context, visit: Visit, field: str) -> str | None:
    sealed = {"place": visit.place, "record": visit.sealed_record}
    return context.ports.vault.open(visit.id, sealed, (field,))[field]


@router.post(
    "/{visit_id}/papers",
    operation_id="keep_visit_paper",
    status_code=201,
    responses=problems(404, 409, 413, 415),
    response_model=VisitPaperView,
    openapi_extra=UPLOAD,
)
async def keep_visit_paper_route(
    visit_id: UUID, context: Annotated[Context, requires("visit.keep", upload_bytes=UPLOAD_BYTES)]
) -> Response:
    """Keeps a photograph of the spot, or what the customer drew, with when and where it was taken."""
    given = context.ports
    shot, upload = await _picture(context)
    command = await store_picture(
        given.queries.visits, given.documents, given.vault, context.caller, visit_id, shot, upload, context.now
    )
    intent = f"{shot.kind} {command.paper.sha256}".encode()
    return await context.perform(given.operations.keep_visit_paper, command, VisitPaperView.of, 201, intent=intent)


async def _picture(context: Context) -> tuple[Shot, tuple[bytes, str]]:
    """The two parts of the form."""
    async with context.request.form(max_files=1, max_fields=2) as form:
        about, file = form.get("about"), form.get("file")
        if not isinstance(about, str) or not isinstance(file, UploadFile):
            detail = "send the parts `about` (JSON) and `file` as multipart/form-data"
            raise Invalid("upload-invalid", detail, [FieldError("/about", "missing", detail)])
        try:
            shot = ShotBody.model_validate_json(about).shot()
        except ValidationError as error:
            told = error.errors(include_url=False, include_input=False, include_context=False)
            wrong = [FieldError("/about/" + "/".join(map(str, it["loc"])), it["type"], it["msg"]) for it in told]
            detail = "; ".join(f"{each.pointer}: {each.detail}" for each in wrong)
            raise Invalid("upload-invalid", detail, wrong) from error
        return shot, (await file.read(), file.content_type or "application/octet-stream")


@router.get(
    "/{visit_id}/papers/{paper_id}/content",
    operation_id="read_visit_paper",
    responses=problems(404)
    | {200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in PICTURES}}},
    response_class=Response,
)
async def read_visit_paper(
    visit_id: UUID, paper_id: UUID, context: Annotated[Context, requires("visit.read")]
) -> Response:
    """A photograph or a drawing. Each look is recorded."""
    queries = context.ports.queries.visits
    visit = await queries.visit(visit_id)
    await context.run(
        context.ports.operations.look_at_visits, LookAtVisits(context.caller, [visit], "read_visit_paper")
    )
    papers = (await queries.papers_of([visit_id])).get(visit_id, ())
    paper = next((each for each in papers if each.id == paper_id), None)
    if paper is None:
        raise NotFound("visit-paper-not-found", f"visit {visit_id} has no picture {paper_id}")
    content = await context.ports.documents.get(content_key(visit_id, paper.sha256))
    headers = PRIVATE | {
        "Content-Disposition": f'attachment; filename="{paper_id}.{PICTURES[paper.media_type]}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, headers=headers, media_type=paper.media_type)


@router.post(
    "/{visit_id}/report",
    operation_id="report_visit",
    responses=problems(404, 409, 412),
    response_model=VisitView,
)
async def report_visit_route(
    visit_id: UUID, body: VisitReportBody, context: Annotated[Context, requires("visit.keep")]
) -> Response:
    """Closes a visit of the caller's own with what came of it; the pictures that it names have arrived before."""
    command = ReportVisit(context.caller, visit_id, body.report(), context.ports.vault, context.expect)
    return await context.perform(context.ports.operations.report_visit, command, VisitView.of)


@router.post(
    "/{visit_id}/confirmation", operation_id="confirm_visit", responses=problems(404, 409), response_model=VisitView
)
async def confirm_visit_route(
    visit_id: UUID, body: CancellationBody, context: Annotated[Context, requires("visit.confirm")]
) -> Response:
    """The second person whom the record names vouches for it."""
    command = ConfirmVisit(context.caller, visit_id)
    return await context.perform(context.ports.operations.confirm_visit, command, VisitView.of)


@router.post(
    "/{visit_id}/cancellation", operation_id="cancel_visit", responses=problems(404, 409), response_model=VisitView
)
async def cancel_visit_route(
    visit_id: UUID, body: CancellationBody, context: Annotated[Context, requires("visit.keep")]
) -> Response:
    """The caller does not go."""
    command = CancelVisit(context.caller, visit_id)
    return await context.perform(context.ports.operations.cancel_visit, command, VisitView.of)
