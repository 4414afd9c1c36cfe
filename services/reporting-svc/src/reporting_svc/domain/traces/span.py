"""A span: one piece of work of one service within a trace. What may be kept of it is fixed here."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

Scalar = str | bool | int

LONGEST = 200
# Names, codes and counts only. Addresses with a query, statements, messages of exceptions and whatever else could carry
# data of a person are not kept, whoever sends them.
ATTRIBUTES = frozenset({"http.route", "db.system", "message.id", "batch.size", "exception.type"})


class SpanStatus(StrEnum):
    """How the work ended."""

    UNSET = "UNSET"
    OK = "OK"
    ERROR = "ERROR"


class Span(NamedTuple):
    """Identifiers are hexadecimal, as in a traceparent."""

    trace_id: str
    span_id: str
    parent_id: str | None
    service: str
    name: str
    kind: str
    started_at: datetime
    ended_at: datetime
    status: SpanStatus
    attributes: dict[str, Scalar]


def clipped(text: str) -> str:
    """A text that can be stored: no NUL, not endless."""
    return text.replace("\0", "")[:LONGEST]


def kept(attributes: Iterable[tuple[str, Scalar]]) -> dict[str, Scalar]:
    """The attributes that may be stored."""
    return {
        name: clipped(value) if isinstance(value, str) else value for name, value in attributes if name in ATTRIBUTES
    }
