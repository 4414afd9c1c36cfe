"""The evidence chain: each entry carries the hash of the one before, so that no entry can be changed, removed, put
elsewhere or slipped in without the chain saying so (domain.md §9.4 clause 8.1.4.3, R-9.23).

The hash of an entry is SHA-256 over one JSON array in UTF-8 without blanks: sequence number, message id, type, subject,
application id, source, actor, time (RFC 3339, UTC), correlation id, causation id, trace id, figures (as their JSON
text), SHA-256 of the message's value, hash of the entry before; hashes in hexadecimal, absent values null.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

import orjson

from loan_servicekit.core import NotFound
from reporting_svc.domain.evidence.figures import figures_of
from reporting_svc.domain.observation import Observation


class Entry(NamedTuple):
    """One message as evidence. `figures` is JSON text, `payload_hash` the SHA-256 of the message's value."""

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
    figures: str
    payload_hash: bytes
    prev_hash: bytes
    hash: bytes


class Head(NamedTuple):
    """Where a chain ends: number and hash of an entry."""

    seq: int
    hash: bytes


START = Head(0, bytes(32))  # what stands before the first entry
UNHASHED = b""
AUDIT, SEALER, SEALING = "audit.recorded", "reporting-svc", "seal_segment"  # what the chain says of its seals
NOTHING_SEALED: Mapping[int, bytes] = {}
NO_MARKS: Mapping[str, str] = {}


def application_not_found(application_id: UUID) -> NotFound:
    """The refusal of an application that nobody has spoken of."""
    return NotFound("application-not-found", f"no message has been about the application {application_id}")


class FaultCode(StrEnum):
    """What is wrong with a chain."""

    ENTRY_CHANGED = "ENTRY_CHANGED"
    ENTRY_MISSING = "ENTRY_MISSING"
    LINK_BROKEN = "LINK_BROKEN"
    HEAD_DIFFERS = "HEAD_DIFFERS"
    ENTRY_FOREIGN = "ENTRY_FOREIGN"
    SEAL_MISSING = "SEAL_MISSING"
    SEAL_FORGED = "SEAL_FORGED"
    SEAL_DIFFERS = "SEAL_DIFFERS"
    HEAD_FORGED = "HEAD_FORGED"
    REPORT_FORGED = "REPORT_FORGED"


class Fault(NamedTuple):
    """The first place where a chain does not hold."""

    seq: int
    code: FaultCode
    detail: str


def chained(head: Head, observations: Iterable[Observation]) -> list[Entry]:
    """The entries that follow on `head`, in the order of the observations."""
    entries = []
    seq, previous = head
    for observation in observations:
        envelope, message = observation.envelope, observation.message
        seq += 1
        entry = Entry(
            seq=seq,
            message_id=envelope.id,
            type=envelope.type,
            subject=envelope.subject,
            application_id=getattr(message, "application_id", None),
            source=envelope.source,
            actor=envelope.actor,
            occurred_at=envelope.time.astimezone(UTC),
            correlation_id=envelope.correlation_id,
            causation_id=envelope.causation_id,
            trace_id=envelope.traceparent[3:35] if envelope.traceparent else None,
            figures=figures_of(message),
            payload_hash=hashlib.sha256(observation.value).digest(),
            prev_hash=previous,
            hash=UNHASHED,
        )
        previous = digest(entry)
        entries.append(entry._replace(hash=previous))
    return entries


def digest(entry: Entry) -> bytes:
    """The hash that an entry must have."""
    *plain, payload_hash, prev_hash, _ = entry
    # Identifiers that come from a database driver are a subclass of UUID, which the encoder takes by `default` only.
    return hashlib.sha256(orjson.dumps([*plain, payload_hash.hex(), prev_hash.hex()], default=str)).digest()


class Verifier:
    """Walks along a chain, piece by piece, from what stands before the first entry.

    `ends` are the hashes of the last entries of sealed segments by their numbers, `marks` those of the seals: the chain
    tells of each seal, so one that was taken away is missed.
    """

    def __init__(
        self, before: Head, ends: Mapping[int, bytes] = NOTHING_SEALED, marks: Mapping[str, str] = NO_MARKS
    ) -> None:
        self.last, self._ends, self._marks = before, ends, marks
        self.entries = 0

    def walk(self, entries: Iterable[Entry]) -> Fault | None:
        """Checks the entries that follow; the first fault, or None."""
        for entry in entries:
            expected = self.last.seq + 1
            if entry.seq != expected:
                return Fault(expected, FaultCode.ENTRY_MISSING, f"after entry {self.last.seq} comes entry {entry.seq}")
            if digest(entry) != entry.hash:
                return Fault(entry.seq, FaultCode.ENTRY_CHANGED, "the entry does not give the hash that it carries")
            if entry.prev_hash != self.last.hash:
                return Fault(entry.seq, FaultCode.LINK_BROKEN, "the entry was not written behind the one before it")
            if self._ends.get(entry.seq, entry.hash) != entry.hash:
                return Fault(
                    entry.seq, FaultCode.SEAL_DIFFERS, "the segment ended with another entry when it was sealed"
                )
            if entry.type == AUDIT and SEALING in entry.figures and (fault := self._told_seal(entry)):
                return fault
            self.last = Head(entry.seq, entry.hash)
            self.entries += 1
        return None

    def _told_seal(self, entry: Entry) -> Fault | None:
        told = orjson.loads(entry.figures)
        if entry.source != SEALER or told.get("action") != SEALING:
            return None
        found = self._marks.get(told["subject_id"])
        if found == told["detail"]["mark"]:
            return None
        code = FaultCode.SEAL_FORGED if found else FaultCode.SEAL_MISSING
        return Fault(
            entry.seq, code, f"the entry tells of seal {told['subject_id']}, which is not there as it was made"
        )

    def end(self, head: Head) -> Fault | None:
        """Checks that the last entry is the one that the service wrote last."""
        if self.last.seq < head.seq:
            return Fault(
                self.last.seq + 1, FaultCode.ENTRY_MISSING, f"the chain ends before entry {head.seq}, its head"
            )
        if self.last.seq > head.seq:
            return Fault(head.seq + 1, FaultCode.ENTRY_FOREIGN, f"the entry stands behind entry {head.seq}, the head")
        if self.last.hash != head.hash:
            return Fault(head.seq, FaultCode.HEAD_DIFFERS, "the last entry is not the one that was written last")
        return None
