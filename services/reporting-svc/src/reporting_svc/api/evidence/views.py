"""What the routes of the evidence answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from pydantic import BaseModel, Field

from loan_servicekit.http import Page
from reporting_svc.domain.evidence.chain import Entry, FaultCode, Head
from reporting_svc.domain.evidence.figures import withheld_from
from reporting_svc.domain.evidence.recording import Recording, RecordingState
from reporting_svc.use_cases.evidence.verify_chain import Verdict


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
        return cls(
            seq=e.seq,
            message_id=e.message_id,
            type=e.type,
            source=e.source,
            actor=e.actor,
            occurred_at=e.occurred_at,
            subject=e.subject,
            causation_id=e.causation_id,
            trace_id=e.trace_id,
            figures={name: value for name, value in figures.items() if name not in withheld},
            withheld=sorted(withheld & figures.keys()),
        )


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
        return cls(
            valid=fault is None,
            complete=recording.complete,
            recording=RecordingView.model_validate(recording, from_attributes=True),
            entries=verdict.entries,
            head=HeadView.of(verdict.head),
            **told,
        )


class EvidenceView(Page[AuditEntryView]):
    """The entries of the chain about one application. `valid` speaks of the entries shown: each gives its hash and
    stands behind the entry that it names; `GET /v1/audit/verify` checks the whole chain."""

    application_id: UUID
    valid: bool
    broken_at: int | None = None
    head: HeadView


def _figures(text: str) -> dict[str, Any]:
    found = orjson.loads(text)
    return found if isinstance(found, dict) else {"unreadable": text}
