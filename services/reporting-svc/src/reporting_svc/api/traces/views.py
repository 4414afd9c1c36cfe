"""What the routes of traces answer."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from reporting_svc.domain.traces.span import SpanStatus
from reporting_svc.domain.traces.trace import PlacedEntry, PlacedSpan, Trace
from reporting_svc.use_cases.traces.trace_application import ApplicationTrace


class SpanView(BaseModel):
    """One piece of work; the list is in the order of the tree, `depth` is its level."""

    span_id: str
    parent_id: str | None
    depth: int
    service: str = Field(examples=["risk-svc"])
    name: str = Field(examples=["handle risk-assessment.requested"])
    kind: str = Field(examples=["CONSUMER"])
    status: SpanStatus
    offset_ms: float = Field(description="Since the start of the trace")
    duration_ms: float
    attributes: dict[str, Any]

    @classmethod
    def of(cls, placed: PlacedSpan) -> "SpanView":
        """The view of a span in its tree."""
        s = placed.span
        return cls(
            span_id=s.span_id,
            parent_id=s.parent_id,
            depth=placed.depth,
            service=s.service,
            name=s.name,
            kind=s.kind,
            status=s.status,
            offset_ms=_ms(placed.offset),
            duration_ms=_ms(s.ended_at - s.started_at),
            attributes=s.attributes,
        )


class TraceView(BaseModel):
    """The spans of one trace from all services."""

    trace_id: str
    started_at: datetime
    duration_ms: float
    services: list[str]
    spans: list[SpanView]

    @classmethod
    def of(cls, trace: Trace) -> "TraceView":
        """The view of a trace."""
        return cls(
            trace_id=trace.trace_id,
            started_at=trace.started_at,
            duration_ms=_ms(trace.duration),
            services=list(dict.fromkeys(p.span.service for p in trace.spans)),
            spans=[SpanView.of(p) for p in trace.spans],
        )


class CausedMessageView(BaseModel):
    """One message behind the one that caused it; the list is in the order of the tree, `depth` is its level."""

    message_id: UUID
    causation_id: str | None
    depth: int
    type: str
    source: str
    actor: str | None
    occurred_at: datetime
    trace_id: str | None
    offset_ms: float = Field(description="Since the application's first message")
    waited_ms: float | None = Field(description="Since the message that caused it; absent for a beginning")

    @classmethod
    def of(cls, placed: PlacedEntry) -> "CausedMessageView":
        """The view of a message in its tree."""
        e = placed.entry
        return cls(
            message_id=e.message_id,
            causation_id=e.causation_id,
            depth=placed.depth,
            type=e.type,
            source=e.source,
            actor=e.actor,
            occurred_at=e.occurred_at,
            trace_id=e.trace_id,
            offset_ms=_ms(placed.offset),
            waited_ms=None if placed.waited is None else _ms(placed.waited),
        )


class ApplicationTraceView(BaseModel):
    """The way of one application: its messages always, its spans where it was sampled."""

    application_id: UUID
    messages: list[CausedMessageView]
    traces: list[TraceView]

    @classmethod
    def of(cls, found: ApplicationTrace) -> "ApplicationTraceView":
        """The view of an application's trace."""
        return cls(
            application_id=found.application_id,
            messages=[CausedMessageView.of(message) for message in found.messages],
            traces=[TraceView.of(trace) for trace in found.traces],
        )


def _ms(duration: timedelta) -> float:
    return duration / timedelta(milliseconds=1)
