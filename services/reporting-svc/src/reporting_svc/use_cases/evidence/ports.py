"""What recording and checking need of the chain."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from reporting_svc.domain.evidence.chain import Entry, Head
from reporting_svc.domain.evidence.recording import Recording
from reporting_svc.domain.observation import Observation


class Records(Protocol):
    """The records inside one transaction."""

    async def lock_head(self) -> Head:
        """Where the chain ends; nobody else can extend it until the transaction is over."""

    async def extend(self, entries: Sequence[Entry]) -> None:
        """Adds entries behind the head."""

    async def project(self, observations: Sequence[Observation]) -> None:
        """Notes in each projection what messages say; what is known already stays."""


class Chain(NamedTuple):
    """One view of the chain: where it ends, what stands before the first entry of the range, and the range in pieces.

    `before` is None where the entry before the range is missing.
    """

    head: Head
    before: Head | None
    pieces: AsyncIterator[Sequence[Entry]]


class EvidenceQueries(Protocol):
    """Reads for the API."""

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


class HowFar(Protocol):
    """Who knows how far recording has come."""

    async def how_far(self) -> Recording:
        """What the recorders come to together."""
