"""Drafts that are kept over HTTP: begun, saved again and again, taken up later, discarded. None of it is
in force."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import Depends, Query, Response
from pydantic import BaseModel, Field

from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Cursor, Page, Router, page, problems, requires
from workflow_svc.api.definitions.change_views import Code
from workflow_svc.api.definitions.views import SMALLEST
from workflow_svc.api.ports import Context
from workflow_svc.domain.definitions.draft import DefinitionDraft, DraftKind, DraftStatus
from workflow_svc.use_cases.definitions.keep_draft import BeginDraft, DiscardDraft, SaveDraft

router = Router(prefix="/v1")
Name = Annotated[str, text(1, 100), Field(examples=["小额贷款, 新的复核"])]
Content = Annotated[
    str,
    Field(
        max_length=900_000,
        pattern=r"^[^\x00]*$",
        description="BPMN 2.0 XML, or a decision as JSON; kept as it is, whole or not",
        examples=[SMALLEST],
    ),
]


class DraftBody(Body):
    """What has been drawn so far."""

    kind: DraftKind
    name: Name
    content: Content
    code: Annotated[Code | None, Field(description="Which process or decision it shall be a version of")] = None
    based_on: Annotated[int | None, Field(ge=1, le=10**6, description="The version that it began from")] = None


class DraftContentBody(Body):
    """What has been drawn by now."""

    name: Name
    content: Content


class DraftView(BaseModel):
    """A draft; who has begun it works on it."""

    id: UUID
    kind: DraftKind
    name: str
    code: str | None
    based_on: int | None
    owner: str
    begun_at: datetime
    saved_at: datetime
    status: DraftStatus
    size: int = Field(description="Characters")

    @classmethod
    def of(cls, d: DefinitionDraft) -> Self:
        """The view of a draft."""
        told = {name: getattr(d, name) for name in cls.model_fields if name != "size"}
        return cls(**told, size=len(d.content))


class DrawnDraftView(DraftView):
    """A draft with what it holds."""

    content: str


@router.post(
    "/definition-drafts", operation_id="begin_draft", status_code=201, responses=problems(), response_model=DraftView
)
async def begin_draft_route(body: DraftBody, context: Annotated[Context, requires("process.propose")]) -> Response:
    """Keeps a draft of a process or a decision. It is not checked: POST /v1/process-checks and
    /v1/decision-checks do that, and proposing it."""
    command = BeginDraft(context.caller, body.kind, body.name, body.content, body.code, body.based_on)
    return await context.perform(context.ports.operations.begin_draft, command, DraftView.of, 201)


@router.get("/definition-drafts", operation_id="list_drafts", responses=problems())
async def list_drafts(
    context: Annotated[Context, requires("process.propose")],
    cursor: Annotated[Cursor, Depends()],
    kind: DraftKind | None = None,
    mine: Annotated[bool, Query(description="The caller's own alone")] = False,
) -> Page[DraftView]:
    """Drafts that somebody works on, those that were begun last first."""
    owner = context.caller.subject if mine else None
    found = await context.ports.drafts.drafts(kind, owner, cursor.uuid(), cursor.limit + 1)
    shown = [DraftView.of(each) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/definition-drafts/{draft_id}", operation_id="get_draft", responses=problems(404))
async def get_draft(
    draft_id: UUID, context: Annotated[Context, requires("process.propose")], response: Response
) -> DrawnDraftView:
    """A draft with what it holds; its ETag is for If-Match."""
    found = await context.ports.drafts.draft(draft_id)
    response.headers["ETag"] = f'"{found.sequence}"'
    return DrawnDraftView.of(found)


@router.post(
    "/definition-drafts/{draft_id}/content",
    operation_id="save_draft",
    responses=problems(404, 409, 412),
    response_model=DraftView,
)
async def save_draft_route(
    draft_id: UUID, body: DraftContentBody, context: Annotated[Context, requires("process.propose")]
) -> Response:
    """Saves one's own draft; with If-Match only what nobody has saved meanwhile."""
    command = SaveDraft(context.caller, draft_id, body.name, body.content, context.expect)
    return await context.perform(context.ports.operations.save_draft, command, DraftView.of)


@router.post(
    "/definition-drafts/{draft_id}/disposal",
    operation_id="discard_draft",
    responses=problems(404, 409, 412),
    response_model=DraftView,
)
async def discard_draft_route(draft_id: UUID, context: Annotated[Context, requires("process.propose")]) -> Response:
    """Throws one's own draft away with what it holds."""
    command = DiscardDraft(context.caller, draft_id, context.expect)
    return await context.perform(context.ports.operations.discard_draft, command, DraftView.of)
