"""Routes that every service has: health, metrics, dead letters, outbox replay."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from loan_servicekit.db.dead_letters import Letter
from loan_servicekit.db.operations import replay_dead_letter, replay_outbox
from loan_servicekit.http.door import Router
from loan_servicekit.http.edge import Edge, requires
from loan_servicekit.http.pages import Cursor, Page, page
from loan_servicekit.http.problems import problems

health = APIRouter(include_in_schema=False)
admin = Router(prefix="/v1/admin", tags=["operations"])


@health.get("/health/live")
async def live() -> dict[str, str]:
    """The process runs."""
    return {"status": "live"}


@health.get("/health/ready")
async def ready(request: Request) -> JSONResponse:
    """The process can do its work: database, consumer and relay are there."""
    checks = await request.app.state.service.readiness()
    good = all(checks.values())
    return JSONResponse({"status": "ready" if good else "not-ready", "checks": checks}, 200 if good else 503)


@health.get("/metrics")
async def metrics() -> Response:
    """Prometheus text."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


class DeadLetterView(BaseModel):
    """A message that could not be handled. Its value is not shown: it is replayed, not read."""

    id: UUID
    topic: str
    partition: int
    offset: int
    message_id: str | None
    reason: str
    detail: str
    attempts: int
    created_at: datetime | None

    @classmethod
    def of(cls, letter: Letter) -> "DeadLetterView":
        """The view of a letter."""
        headers = {entry[0]: entry[1] for entry in letter.headers}
        return cls(id=letter.id, topic=letter.topic, partition=letter.partition, offset=letter.offset,
                   message_id=headers.get("ce_id"), reason=letter.reason, detail=letter.detail,
                   attempts=letter.attempts, created_at=letter.created_at)  # fmt: skip


class ReplayView(BaseModel):
    """How many outbox rows are published again."""

    rows: int


@admin.get("/dead-letters", operation_id="list_dead_letters", responses=problems())
async def list_dead_letters(
    edge: Annotated[Edge, requires("dead-letter.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[DeadLetterView]:
    """Dead letters of this service, newest first."""
    letters = await edge.service.dead_letters.page(cursor.uuid(), cursor.limit + 1)
    shown = [DeadLetterView.of(letter) for letter in letters]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@admin.post(
    "/dead-letters/{letter_id}/replay",
    operation_id="replay_dead_letter",
    status_code=202,
    responses=problems(404, 409),
    response_model=DeadLetterView,
)
async def replay_dead_letter_route(letter_id: UUID, edge: Annotated[Edge, requires("dead-letter.replay")]) -> Response:
    """Hands a dead letter to its handler again."""
    return await edge.perform(replay_dead_letter, letter_id, DeadLetterView.of, 202)


@admin.post("/outbox/replay", operation_id="replay_outbox", status_code=202, responses=problems(),
            response_model=ReplayView)  # fmt: skip
async def replay_outbox_route(
    edge: Annotated[Edge, requires("outbox.replay")],
    since_s: Annotated[float, Query(gt=0, le=30 * 86400, description="Rows of the last so many seconds")] = 86400,
) -> Response:
    """Publishes retained outbox rows again; inboxes make the second delivery harmless."""
    return await edge.perform(replay_outbox, since_s, lambda rows: ReplayView(rows=rows), 202)
