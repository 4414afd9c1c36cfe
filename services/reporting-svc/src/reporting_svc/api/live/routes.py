"""What has just happened: a tail for operations, and a stream for people at their pages.

The stream is Server-Sent Events and never ends by itself before its time, so it is no part of the OpenAPI document."""

import time
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from datetime import datetime
from typing import Annotated
from uuid import UUID

import orjson
from fastapi import Depends, Header, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from loan_servicekit.core import Caller
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from reporting_svc.api.fields import GREATEST_SEQ, Code, seq_of
from reporting_svc.api.ports import Context
from reporting_svc.domain.evidence.chain import Entry
from reporting_svc.domain.live.notice import Notice, told_to

router = Router(prefix="/v1")
LASTS_S = 240.0
"""Shorter than a token: who follows on comes with a new one, from the last number that he has seen."""
COMES_BACK_MS = 2_000
RESYNC = b"event: resync\ndata: {}\n\n"


class EventView(BaseModel):
    """A message: what it is, what it is about, who caused it; not what it says."""

    seq: int
    message_id: UUID
    type: str
    source: str
    actor: str | None
    subject: str
    application_id: UUID | None
    occurred_at: datetime
    correlation_id: str
    causation_id: str | None
    trace_id: str | None

    @classmethod
    def of(cls, e: Entry) -> "EventView":
        """The view of an entry."""
        return cls(**{name: getattr(e, name) for name in cls.model_fields})


@router.get("/events", operation_id="list_events", responses=problems())
async def list_events(
    context: Annotated[Context, requires("trace.read")],
    cursor: Annotated[Cursor, Depends()],
    type: Annotated[Code, Query(description="Only messages of this type", examples=["decision.made"])] = None,
    application_id: Annotated[UUID | None, Query(description="Only messages about this application")] = None,
) -> Page[EventView]:
    """What was said last, the newest first."""
    before = seq_of(cursor) or GREATEST_SEQ
    found = await context.ports.evidence.newest_first(before, cursor.limit + 1, type, application_id)
    shown = [EventView.of(each) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].seq] if len(shown) > cursor.limit else None)


@router.get("/live", operation_id="follow_events", include_in_schema=False)
async def follow_events(
    context: Annotated[Context, requires("live.read")], last_event_id: Annotated[str | None, Header()] = None
) -> StreamingResponse:
    """What happens from now on, or from behind the event that was seen last, as far as the caller may know: ids and
    codes. `resync` tells that something was missed."""
    after = int(last_event_id) if last_event_id and last_event_id.isascii() and last_event_id.isdecimal() else None
    stream = _stream(context.ports.live.follow(after), context.caller)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(stream, media_type="text/event-stream", headers=headers)


async def _stream(pieces: AsyncGenerator[Sequence[Notice] | None], caller: Caller) -> AsyncIterator[bytes]:
    yield f"retry: {COMES_BACK_MS}\n\n".encode()
    ends = time.monotonic() + LASTS_S
    async with aclosing(pieces):
        async for piece in pieces:
            yield RESYNC if piece is None else _written(piece, caller)
            if time.monotonic() > ends:
                return


def _written(piece: Sequence[Notice], caller: Caller) -> bytes:
    """The events of a piece that the caller may know of; the number goes on with the others too."""
    told = [(notice, told_to(notice, caller)) for notice in piece]
    events = [
        b"id: %d\nevent: message\ndata: %s\n\n" % (notice.seq, orjson.dumps(data)) for notice, data in told if data
    ]
    if not events and piece:
        return b"id: %d\n: -\n\n" % piece[-1].seq
    return b"".join(events) or b": -\n\n"
