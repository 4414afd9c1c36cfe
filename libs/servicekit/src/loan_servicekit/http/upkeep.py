"""Routes that every service has: health, metrics, consumers, dead letters, outbox."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel, Field

from loan_servicekit.core import NotFound
from loan_servicekit.core.texts import text
from loan_servicekit.db.upkeep.acts import (
    CONFIRM_DISCARD,
    PROPOSE_DISCARD,
    REJECT_DISCARD,
    RELEASE_OUTBOX,
    REPLAY_DEAD_LETTER,
    REPLAY_OUTBOX,
    RESUME_CONSUMERS,
    DiscardReason,
    ProposeDiscard,
)
from loan_servicekit.db.upkeep.consumers import ConsumerState
from loan_servicekit.db.upkeep.dead_letters import WAITING, Letter, LetterState
from loan_servicekit.http.context import Context, requires
from loan_servicekit.http.door import Router
from loan_servicekit.http.fields import Body
from loan_servicekit.http.pages import Cursor, Page, page
from loan_servicekit.http.problems import problems
from loan_servicekit.kafka.judging import Fate
from loan_servicekit.telemetry.process import taken

health = APIRouter(include_in_schema=False)
admin = Router(prefix="/v1/admin", tags=["operations"])


@health.get("/health/live")
async def live() -> dict[str, str]:
    """The process runs."""
    return {"status": "live"}


@health.get("/health/ready")
async def ready(request: Request) -> JSONResponse:
    """The process can do its work: database, consumer and relay are there; and what an operator has to look at."""
    service = request.app.state.service
    checks = await service.readiness()
    good = all(checks.values())
    told = {"status": "ready" if good else "not-ready", "checks": checks, "alarms": service.alarms()}
    return JSONResponse(told, 200 if good else 503)


@health.get("/metrics")
async def metrics() -> Response:
    """Prometheus text."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


class DeadLetterView(BaseModel):
    """A message that could not be handled. Its value is not shown: it is replayed, not read."""

    id: UUID
    topic: str
    topic_id: UUID | None = Field(description="Of the topic as it was then: one that was made anew has another")
    partition: int
    offset: int
    message_id: str | None
    state: LetterState
    reason: str
    detail: str
    attempts: int = Field(description="Every try, those after a replay included")
    created_at: datetime | None
    last_failed_at: datetime | None
    replays: int
    replayed_at: datetime | None
    discard_reason: DiscardReason | None
    discard_note: str | None
    discard_by: str | None
    discarded_by: str | None

    @classmethod
    def of(cls, letter: Letter) -> "DeadLetterView":
        """The view of a letter."""
        shown = {name: getattr(letter, name) for name in cls.model_fields if name != "message_id"}
        named = dict(letter.shown).get("ce_id")
        return cls(message_id=named, **shown)


class RehearsalView(BaseModel):
    """What would become of a letter if it were replayed now. Nothing of it has happened."""

    fate: Fate = Field(description="`done`, `duplicate` and `refused`: finished with; `retried`, `dead`: it would wait")
    code: str | None = Field(description="Why, where it is not done")
    detail: str | None
    sends: dict[str, int] = Field(description="Messages that it leads to, by type")
    writes: dict[str, int] = Field(description="Rows that it changes, by table")


class DiscardBody(Body):
    """Why a letter may be forgotten. The note is for the second person:
    names and numbers of persons do not belong here."""

    reason: DiscardReason
    note: Annotated[str, text(5, 500), Field(examples=["sent by hand while the new release was tried"])]


class ConsumerView(BaseModel):
    """A consuming process of this service."""

    instance: str
    state: ConsumerState
    reason: str
    since: datetime
    seen_at: datetime
    lag: int = Field(description="Messages that it has not handled yet")
    missing: list[str] = Field(description="Topics that it reads and the broker has not")


class RuntimeView(BaseModel):
    """The process that answers. Two looks at the same one tell how much it does a second."""

    instance: str
    mode: str
    at: datetime
    since: datetime = Field(description="When it was started")
    memory_bytes: int
    cpu_seconds: float
    handled: int = Field(description="Messages that it has handled since then, with whatever outcome")
    answered: int = Field(description="Requests that it has answered")


class ResumedView(BaseModel):
    """How many consumers go on."""

    resumed: int


class ReplayView(BaseModel):
    """How many outbox rows are published again."""

    rows: int


@admin.get("/dead-letters", operation_id="list_dead_letters", responses=problems())
async def list_dead_letters(
    context: Annotated[Context, requires("dead-letter.read")],
    cursor: Annotated[Cursor, Depends()],
    state: Annotated[list[LetterState] | None, Query(description="Absent: those that wait for a person")] = None,
) -> Page[DeadLetterView]:
    """Dead letters of this service, newest first."""
    letters = await context.service.dead_letters.page(cursor.uuid(), cursor.limit + 1, state or WAITING)
    shown = [DeadLetterView.of(letter) for letter in letters]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@admin.get("/dead-letters/{letter_id}", operation_id="get_dead_letter", responses=problems(404))
async def get_dead_letter(letter_id: UUID, context: Annotated[Context, requires("dead-letter.read")]) -> DeadLetterView:
    """One letter, in whatever state it is."""
    return DeadLetterView.of(await _letter(letter_id, context))


async def _letter(letter_id: UUID, context: Context) -> Letter:
    letter = await context.service.dead_letters.find(letter_id)
    if letter is None:
        raise NotFound("dead-letter-not-found", f"there is no dead letter {letter_id}")
    return letter


@admin.post("/dead-letters/{letter_id}/rehearsal", operation_id="rehearse_dead_letter", responses=problems(404))
async def rehearse_dead_letter_route(
    letter_id: UUID, context: Annotated[Context, requires("dead-letter.replay", keyed=False)]
) -> RehearsalView:
    """A replay as a dry run: the handler does its work in a transaction that is rolled back. Nothing is kept or sent,
    the letter stays as it is."""
    found = await context.service.rehearse(await _letter(letter_id, context))
    return RehearsalView.model_validate(found, from_attributes=True)


@admin.post(
    "/dead-letters/{letter_id}/replay",
    operation_id="replay_dead_letter",
    status_code=202,
    responses=problems(404, 409),
    response_model=DeadLetterView,
)
async def replay_dead_letter_route(
    letter_id: UUID, context: Annotated[Context, requires("dead-letter.replay")]
) -> Response:
    """Hands a dead letter to its handler again."""
    return await context.perform(REPLAY_DEAD_LETTER, letter_id, DeadLetterView.of, 202)


@admin.post(
    "/dead-letters/{letter_id}/discard",
    operation_id="propose_discard",
    responses=problems(404, 409),
    response_model=DeadLetterView,
)
async def propose_discard_route(
    letter_id: UUID, body: DiscardBody, context: Annotated[Context, requires("dead-letter.discard")]
) -> Response:
    """Proposes to forget a letter without handling it; another person has to confirm."""
    command = ProposeDiscard(letter_id, body.reason, body.note)
    return await context.perform(PROPOSE_DISCARD, command, DeadLetterView.of)


@admin.post(
    "/dead-letters/{letter_id}/discard/confirmation",
    operation_id="confirm_discard",
    responses=problems(404, 409),
    response_model=DeadLetterView,
)
async def confirm_discard_route(
    letter_id: UUID, context: Annotated[Context, requires("dead-letter.discard")]
) -> Response:
    """Discards a letter that another person has proposed to discard. It stays, and is never tried again."""
    return await context.perform(CONFIRM_DISCARD, letter_id, DeadLetterView.of)


@admin.post(
    "/dead-letters/{letter_id}/discard/rejection",
    operation_id="reject_discard",
    responses=problems(404, 409),
    response_model=DeadLetterView,
)
async def reject_discard_route(
    letter_id: UUID, context: Annotated[Context, requires("dead-letter.discard")]
) -> Response:
    """Leaves a letter that was proposed to be discarded as it was."""
    return await context.perform(REJECT_DISCARD, letter_id, DeadLetterView.of)


@admin.get("/consumers", operation_id="list_consumers", responses=problems())
async def list_consumers(context: Annotated[Context, requires("dead-letter.read")]) -> Page[ConsumerView]:
    """The consuming processes of this service that are there, each as it says it is."""
    return Page(items=[ConsumerView(**asdict(found)) for found in await context.service.consumers.living()])


@admin.get("/runtime", operation_id="get_runtime", responses=problems())
async def get_runtime(context: Annotated[Context, requires("dead-letter.read")]) -> RuntimeView:
    """What the process that answers takes and does; where a service has several, ask Prometheus for all of them."""
    service = context.service
    return RuntimeView(instance=service.instance, mode=service.mode, at=context.now, **asdict(taken()))


@admin.post(
    "/consumers/resume",
    operation_id="resume_consumers",
    status_code=202,
    responses=problems(409),
    response_model=ResumedView,
)
async def resume_consumers_route(context: Annotated[Context, requires("consumer.resume")]) -> Response:
    """Lets consumers that stopped after too many dead letters go on, behind those letters, within seconds."""
    return await context.perform(RESUME_CONSUMERS, context.service.name, lambda found: ResumedView(resumed=found), 202)


@admin.post(
    "/outbox/replay", operation_id="replay_outbox", status_code=202, responses=problems(), response_model=ReplayView
)
async def replay_outbox_route(
    context: Annotated[Context, requires("outbox.replay")],
    since_s: Annotated[float, Query(gt=0, le=30 * 86400, description="Rows of the last so many seconds")] = 86400,
) -> Response:
    """Publishes retained outbox rows again; inboxes make the second delivery harmless."""
    return await context.perform(REPLAY_OUTBOX, since_s, lambda rows: ReplayView(rows=rows), 202)


@admin.post(
    "/outbox/release", operation_id="release_outbox", status_code=202, responses=problems(), response_model=ReplayView
)
async def release_outbox_route(context: Annotated[Context, requires("outbox.replay")]) -> Response:
    """Tries messages again that the broker has refused, once what it takes has been changed."""
    return await context.perform(RELEASE_OUTBOX, None, lambda rows: ReplayView(rows=rows), 202)
