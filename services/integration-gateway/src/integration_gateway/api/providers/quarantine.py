"""Answers of which nothing was read, over HTTP."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import Depends, Response
from pydantic import BaseModel, Field

from integration_gateway.api.ports import Context
from integration_gateway.domain.sources.quarantine import Looked, Purpose, Quarantined
from integration_gateway.use_cases.providers.quarantine import CloseQuarantined, ReadQuarantined
from loan_contracts.values import Source
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Cursor, Page, Router, page, problems, requires

router = Router(prefix="/v1")

PRIVATE = {"Cache-Control": "no-store"}


class QuarantinedAnswerView(BaseModel):
    """One answer of which nothing was read; never its text."""

    id: UUID
    source: Source
    provider: str
    code: str = Field(description="The incident: shape-changed, malformed, wrong-subject, bad-signature")
    fault: str = Field(description="Where in the answer, without anything of the person")
    application_id: UUID
    request_id: UUID
    came_at: datetime
    state: Looked
    closed_by: str | None
    closed_at: datetime | None
    finding: str | None

    @classmethod
    def of(cls, found: Quarantined) -> Self:
        """The view of one."""
        return cls.model_validate(found, from_attributes=True)


class QuarantinedTextView(BaseModel):
    """What an answer said."""

    id: UUID
    text: str


class ReadingBody(Body):
    """What it is read for."""

    purpose: Annotated[Purpose, Field(examples=["ADAPTER_REPAIR"])]


class FindingBody(Body):
    """What was found out."""

    finding: Annotated[str, text(5, 500), Field(examples=["the provider renamed a field; adapter nciic-2 reads it"])]


@router.get("/quarantined-answers", operation_id="list_quarantined_answers", responses=problems())
async def list_quarantined_answers(
    context: Annotated[Context, requires("quarantine.read")],
    cursor: Annotated[Cursor, Depends()],
    state: Looked = Looked.OPEN,
) -> Page[QuarantinedAnswerView]:
    """Those in a state, the oldest first."""
    rows = await context.ports.books.quarantine.answers(state, cursor.uuid(), cursor.limit + 1)
    found = [QuarantinedAnswerView.of(each) for each in rows]
    return page(found, cursor, [found[cursor.limit - 1].id] if len(found) > cursor.limit else None)


@router.post(
    "/quarantined-answers/{answer_id}/readings",
    operation_id="read_quarantined_answer",
    responses=problems(404),
    response_model=QuarantinedTextView,
)
async def read_quarantined_answer_route(
    answer_id: UUID, body: ReadingBody, context: Annotated[Context, requires("quarantine.open", keyed=False)]
) -> Response:
    """Shows what an answer said, for a purpose. Each reading is recorded before it is answered; it takes no
    Idempotency-Key."""
    command = ReadQuarantined(answer_id, body.purpose)
    found = await context.run(context.ports.operations.read_quarantined_answer, command)
    said = context.ports.books.open_unread(found.id, found.text).decode("utf-8", "replace")
    view = QuarantinedTextView(id=found.id, text=said)
    return Response(view.model_dump_json(), headers=PRIVATE, media_type="application/json")


@router.post(
    "/quarantined-answers/{answer_id}/closing",
    operation_id="close_quarantined_answer",
    responses=problems(404, 409),
    response_model=QuarantinedAnswerView,
)
async def close_quarantined_answer_route(
    answer_id: UUID, body: FindingBody, context: Annotated[Context, requires("quarantine.close")]
) -> Response:
    """Closes it with what was found out, once."""
    command = CloseQuarantined(answer_id, body.finding, context.caller.subject)
    return await context.perform(context.ports.operations.close_quarantined_answer, command, QuarantinedAnswerView.of)
