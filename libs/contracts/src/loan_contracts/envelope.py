"""CloudEvents 1.0 in Kafka binary mode: what travels in the headers beside a message's JSON."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

SPECVERSION = b"1.0"
TRACES_IN_THOUSAND = 30  # of how many applications the spans are kept, unless an installation says otherwise
TRACEPARENT = re.compile(r"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
Headers = list[tuple[str, bytes]]


class EnvelopeInvalid(ValueError):
    """A record whose headers are no CloudEvent of ours."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who says what kind of thing, when, about what, because of what, and under which trace.

    `actor` is an extension attribute: the signed-in person (subject of the token) or the service that acted, for the
    evidence chain. `correlation_id` is shared by all messages of one application; `causation_id` is the message, or the
    request, that led to this one.
    """

    id: UUID
    type: str
    source: str
    time: datetime
    subject: str
    dataschema: str
    correlation_id: str
    causation_id: str | None = None
    traceparent: str | None = None
    actor: str | None = None

    def headers(self) -> Headers:
        """The Kafka headers of this envelope."""
        headers: Headers = [
            ("ce_specversion", SPECVERSION),
            ("ce_id", str(self.id).encode()),
            ("ce_type", self.type.encode()),
            ("ce_source", self.source.encode()),
            ("ce_time", self.time.isoformat().encode()),
            ("ce_subject", self.subject.encode()),
            ("ce_dataschema", self.dataschema.encode()),
            ("ce_correlationid", self.correlation_id.encode()),
            ("content-type", b"application/json"),
        ]
        if self.causation_id:
            headers.append(("ce_causationid", self.causation_id.encode()))
        if self.actor:
            headers.append(("ce_actor", self.actor.encode()))
        if self.traceparent:
            headers.append(("traceparent", self.traceparent.encode()))
        return headers

    @classmethod
    def from_headers(cls, headers: Iterable[tuple[str, bytes | None]]) -> "Envelope":
        """Reads the headers of a record; raises EnvelopeInvalid where a required attribute is absent or malformed.

        A malformed `traceparent` is ignored: a trace is no reason to refuse a message.
        """
        found = {name: value for name, value in headers if value is not None}
        try:
            if found["ce_specversion"] != SPECVERSION:
                raise ValueError(f"specversion {found['ce_specversion']!r}, 1.0 is expected")
            return cls(
                id=UUID(found["ce_id"].decode()),
                type=found["ce_type"].decode(),
                source=found["ce_source"].decode(),
                time=_time(found["ce_time"]),
                subject=found["ce_subject"].decode(),
                dataschema=found["ce_dataschema"].decode(),
                correlation_id=found["ce_correlationid"].decode(),
                causation_id=_text(found.get("ce_causationid")),
                traceparent=_traceparent(found.get("traceparent")),
                actor=_text(found.get("ce_actor")),
            )
        except (KeyError, ValueError) as error:
            raise EnvelopeInvalid(f"not a CloudEvent of ours: {error!r}") from error


def _text(value: bytes | None) -> str | None:
    return value.decode() if value is not None else None


def _time(value: bytes) -> datetime:
    time = datetime.fromisoformat(value.decode())
    if time.tzinfo is None:
        raise ValueError("ce_time has no offset")
    return time


def _traceparent(value: bytes | None) -> str | None:
    text = value.decode("latin-1") if value is not None else ""
    return text if TRACEPARENT.fullmatch(text) else None


def is_traced(subject: UUID, in_thousand: int) -> bool:
    """Whether the spans about a subject are kept: a share of all subjects, by their random bits, so that every service
    comes to the same answer without asking anybody."""
    return (subject.int & 0xFFFFFFFF) * 1000 < in_thousand << 32
