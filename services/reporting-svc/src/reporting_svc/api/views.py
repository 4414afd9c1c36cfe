"""What the API answers."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from pydantic import BaseModel, Field

from loan_contracts.decisions import Outcome
from loan_servicekit.http import Page
from reporting_svc.domain.evidence.chain import Entry, FaultCode, Head
from reporting_svc.domain.evidence.figures import withheld_from
from reporting_svc.domain.evidence.recording import Recording, RecordingState
from reporting_svc.domain.projections.funnel.funnel import FunnelRow, Percentiles
from reporting_svc.domain.traces.span import SpanStatus
from reporting_svc.domain.traces.trace import PlacedEntry, PlacedSpan, Trace
from reporting_svc.use_cases.evidence.verify_chain import Verdict
from reporting_svc.use_cases.traces.trace_application import ApplicationTrace


class TimelineEntryView(BaseModel):
    """Who did what when: one message."""

    seq: int = Field(description="Number in the evidence chain")
    message_id: UUID
    type: str = Field(examples=["decision.made"])
    source: str = Field(examples=["workflow-svc"], description="The service that said it")
    actor: str | None = Field(description="Subject of the signed-in person, or the service, that acted")
    occurred_at: datetime
    subject: str = Field(description="The aggregate that the message is about")
    causation_id: str | None = Field(description="The message, or `http:` and the request's trace, that led to it")
    trace_id: str | None = Field(examples=["4bf92f3577b34da6a3ce929d0e0e4736"])
    figures: dict[str, Any] = Field(
        examples=[{"outcome": "APPROVED", "amount_minor": 5000000, "score": 640, "automatic": True}],
        description="Codes, ids and figures of the message. The comment of a decided task is text, and shown by "
        "workflow-svc with its case (`GET /v1/cases/{case_id}/view`); `comment_sha256` proves it",
    )
    withheld: list[str] = Field(description="Figures that the caller's permissions do not cover")

    @classmethod
    def of(cls, e: Entry, permissions: frozenset[str]) -> "TimelineEntryView":
        """The view of an entry, for somebody with these permissions."""
        withheld = withheld_from(e.source, e.type, permissions)
        figures = _figures(e.figures)
        return cls(seq=e.seq, message_id=e.message_id, type=e.type, source=e.source, actor=e.actor,
                   occurred_at=e.occurred_at, subject=e.subject, causation_id=e.causation_id, trace_id=e.trace_id,
                   figures={name: value for name, value in figures.items() if name not in withheld},
                   withheld=sorted(withheld & figures.keys()))  # fmt: skip


class AuditEntryView(BaseModel):
    """One entry of the evidence chain, with all that its hash is made of."""

    seq: int
    message_id: UUID
    type: str
    subject: str
    application_id: UUID | None
    source: str
    actor: str | None
    occurred_at: datetime
    correlation_id: str
    causation_id: str | None
    trace_id: str | None
    figures: dict[str, Any]
    figures_text: str | None = Field(
        description="The figures as the JSON text that is hashed; null where the caller may not see all of them"
    )
    withheld: list[str] = Field(description="Figures that the caller's permissions do not cover")
    payload_hash: str = Field(description="SHA-256 of the message's value, hexadecimal")
    prev_hash: str = Field(description="Hash of the entry before")
    hash: str

    @classmethod
    def of(cls, entry: Entry, permissions: frozenset[str]) -> "AuditEntryView":
        """The view of an entry, for somebody with these permissions."""
        figures = _figures(entry.figures)
        withheld = withheld_from(entry.source, entry.type, permissions) & figures.keys()
        told = entry._asdict() | {name: getattr(entry, name).hex() for name in ("payload_hash", "prev_hash", "hash")}
        shown = {name: value for name, value in figures.items() if name not in withheld}
        text = None if withheld else entry.figures
        return cls(**told | {"figures": shown, "figures_text": text, "withheld": sorted(withheld)})


class HeadView(BaseModel):
    """Where the chain ends. Kept outside, it proves later that nothing up to it was rewritten."""

    seq: int
    hash: str

    @classmethod
    def of(cls, head: Head) -> "HeadView":
        """The view of a head."""
        return cls(seq=head.seq, hash=head.hash.hex())


class RecordingView(BaseModel):
    """How far the record has come."""

    state: RecordingState
    lag: int = Field(description="Messages that lie on the topics and are not recorded yet")
    unrecorded: int = Field(description="Messages that could not be recorded and wait as dead letters")
    reason: str = ""


class VerdictView(BaseModel):
    """Whether the chain holds, and if not, where it breaks first; and whether all that was said so far is in it."""

    valid: bool = Field(description="The entries that are there are as they were written, and none is missing between")
    complete: bool = Field(description="Nothing that was said so far is still to be recorded")
    recording: RecordingView
    entries: int = Field(description="Entries that were checked and found good")
    head: HeadView
    broken_at: int | None = Field(None, description="Number of the first entry that is wrong or missing")
    code: FaultCode | None = None
    detail: str = ""

    @classmethod
    def of(cls, verdict: Verdict, recording: Recording) -> "VerdictView":
        """The view of a verdict."""
        fault = verdict.fault
        told = {"broken_at": fault.seq, "code": fault.code, "detail": fault.detail} if fault else {}
        return cls(valid=fault is None, complete=recording.complete, recording=_recording(recording),
                   entries=verdict.entries, head=HeadView.of(verdict.head), **told)  # fmt: skip


def _recording(recording: Recording) -> RecordingView:
    return RecordingView(state=recording.state, lag=recording.lag, unrecorded=recording.unrecorded,
                         reason=recording.reason)  # fmt: skip


class EvidenceView(Page[AuditEntryView]):
    """The entries of the chain about one application. `valid` speaks of the entries shown: each gives its hash and
    stands behind the entry that it names; `GET /v1/audit/verify` checks the whole chain."""

    application_id: UUID
    valid: bool
    broken_at: int | None = None
    head: HeadView


class PercentilesView(BaseModel):
    """Milliseconds by nearest rank."""

    count: int
    p50: int | None
    p99: int | None

    @classmethod
    def of(cls, p: Percentiles) -> "PercentilesView":
        """The view of percentiles."""
        return cls(count=p.measured, p50=p.p50, p99=p.p99)


class OutcomeCountView(BaseModel):
    """Decisions of one outcome, by the process alone and by people."""

    outcome: Outcome
    automatic: int
    manual: int


class FunnelCountsView(BaseModel):
    """How many unique applications came how far."""

    submitted: int
    decided: int
    outcomes: list[OutcomeCountView]
    offered: int
    signed: int
    disbursed: int
    withdrawn: int
    decision_ms: PercentilesView = Field(description="From submission to decision")
    automatic_decision_ms: PercentilesView = Field(description="The same, decisions without a person alone")
    money_ms: PercentilesView = Field(description="From submission to pay-out")

    @classmethod
    def counts(cls, row: FunnelRow) -> dict[str, Any]:
        """The fields of a row."""
        outcomes = [OutcomeCountView(**o._asdict()) for o in row.outcomes]
        return {"submitted": row.submitted, "decided": row.decided, "outcomes": outcomes, "offered": row.offered,
                "signed": row.signed, "disbursed": row.disbursed, "withdrawn": row.withdrawn,
                "decision_ms": PercentilesView.of(row.decision),
                "automatic_decision_ms": PercentilesView.of(row.automatic_decision),
                "money_ms": PercentilesView.of(row.money)}  # fmt: skip


class FunnelDayView(FunnelCountsView):
    """The applications of one product submitted on one business day."""

    day: date
    product_code: str


class FunnelView(BaseModel):
    """The applications submitted on some business days (Asia/Shanghai), wherever they are by now."""

    first: date
    last: date
    product: str | None
    total: FunnelCountsView
    days: list[FunnelDayView]


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
        return cls(span_id=s.span_id, parent_id=s.parent_id, depth=placed.depth, service=s.service, name=s.name,
                   kind=s.kind, status=s.status, offset_ms=_ms(placed.offset), attributes=s.attributes,
                   duration_ms=_ms(s.ended_at - s.started_at))  # fmt: skip


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
        return cls(trace_id=trace.trace_id, started_at=trace.started_at, duration_ms=_ms(trace.duration),
                   services=list(dict.fromkeys(p.span.service for p in trace.spans)),
                   spans=[SpanView.of(p) for p in trace.spans])  # fmt: skip


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
        return cls(message_id=e.message_id, causation_id=e.causation_id, depth=placed.depth, type=e.type,
                   source=e.source, actor=e.actor, occurred_at=e.occurred_at, trace_id=e.trace_id,
                   offset_ms=_ms(placed.offset),
                   waited_ms=None if placed.waited is None else _ms(placed.waited))  # fmt: skip


class ApplicationTraceView(BaseModel):
    """The way of one application: its messages always, its spans where it was sampled."""

    application_id: UUID
    messages: list[CausedMessageView]
    traces: list[TraceView]

    @classmethod
    def of(cls, found: ApplicationTrace) -> "ApplicationTraceView":
        """The view of an application's trace."""
        return cls(application_id=found.application_id, messages=[CausedMessageView.of(m) for m in found.messages],
                   traces=[TraceView.of(t) for t in found.traces])  # fmt: skip


def _ms(duration: timedelta) -> float:
    return duration / timedelta(milliseconds=1)


def _figures(text: str) -> dict[str, Any]:
    found = orjson.loads(text)
    return found if isinstance(found, dict) else {"unreadable": text}
