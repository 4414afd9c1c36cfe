"""Spans: where they are kept, and reads of them."""

from collections.abc import Sequence
from typing import Protocol

from reporting_svc.domain.traces.span import Span


class TraceQueries(Protocol):
    """Reads of traces."""

    async def spans(self, trace_ids: Sequence[str], limit: int) -> Sequence[Span]:
        """Spans of some traces."""


class SpanStore(Protocol):
    """Where spans are kept for a while."""

    async def keep(self, spans: Sequence[Span]) -> None:
        """Stores spans; one that is there already stays as it is. Raises Unavailable in an outage."""
