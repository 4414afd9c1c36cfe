"""What the use cases and routes need of the records."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from reporting_svc.domain.evidence.chain import Entry, Head
from reporting_svc.domain.projections.funnel.funnel import FunnelRow
from reporting_svc.domain.traces.span import Span


class Records(Protocol):
    """The records inside one transaction."""

    async def lock_head(self) -> Head:
        """Where the chain ends; nobody else can extend it until the transaction is over."""

    async def extend(self, entries: Sequence[Entry]) -> None:
        """Adds entries behind the head."""

    async def advance(self, progress: Mapping[UUID, Mapping[str, Any]]) -> None:
        """Notes how far applications have come; what is known already stays."""


class Chain(NamedTuple):
    """One view of the chain: where it ends, what stands before the first entry of the range, and the range in pieces.

    `before` is None where the entry before the range is missing.
    """

    head: Head
    before: Head | None
    pieces: AsyncIterator[Sequence[Entry]]


class Queries(Protocol):
    """Reads for the API."""

    async def branch_of(self, application_id: UUID) -> str | None:
        """The branch of an application whose submission has been heard of."""

    async def timeline(self, application_id: UUID, after: tuple[datetime, UUID] | None, limit: int) -> Sequence[Entry]:
        """Entries about an application by time and message id, from the place after `after`."""

    async def entries(self, subject: str | None, after: int, limit: int) -> Sequence[Entry]:
        """Entries of the chain by number, of one subject if given."""

    async def evidence(self, application_id: UUID, after: int, limit: int) -> Sequence[tuple[Entry, bytes | None]]:
        """Entries about an application by number, each with the hash of the entry before it in the chain."""

    async def head(self) -> Head:
        """Where the chain ends."""

    def chain(self, first: int, last: int | None) -> AbstractAsyncContextManager[Chain]:
        """The chain from one number to another, as it is at one moment."""

    async def funnel(self, begin: datetime, end: datetime, product: str | None) -> Sequence[FunnelRow]:
        """The row of all applications submitted from `begin` until before `end`, then those by day and product."""

    async def spans(self, trace_ids: Sequence[str], limit: int) -> Sequence[Span]:
        """Spans of some traces."""


class SpanStore(Protocol):
    """Where spans are kept for a while."""

    async def keep(self, spans: Sequence[Span]) -> None:
        """Stores spans; one that is there already stays as it is. Raises Unavailable in an outage."""
