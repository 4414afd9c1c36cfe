"""What recording and checking need of the chain."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from loan_contracts.message import Message
from reporting_svc.domain.evidence.chain import Entry, Head
from reporting_svc.domain.evidence.recording import Recording
from reporting_svc.domain.evidence.seals import Seal
from reporting_svc.domain.evidence.verification import Scope, Verification
from reporting_svc.domain.observation import Observation
from reporting_svc.use_cases.evidence.basis import Ends


class Records(Protocol):
    """The records inside one transaction."""

    async def lock_head(self) -> tuple[Head, bool]:
        """Where the chain ends, and whether the service has written it so; nobody else can extend the chain until the
        transaction is over."""

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


class Telling(Protocol):
    """One transaction that tells something."""

    def emit(self, message: Message) -> None:
        """Sends a message that belongs to no aggregate."""


class Seals(Protocol):
    """The seals."""

    def append(self, record: Seal) -> None:
        """Adds one."""


class Verifications(Protocol):
    """The verifications."""

    async def get(self, id: UUID) -> Verification:
        """The verification; raises NotFound `verification-not-found`."""

    def add(self, aggregate: Verification) -> None:
        """Takes in a new one."""


class UnitOfWork(Telling, Protocol):
    """One transaction."""

    audit_seals: Seals
    verifications: Verifications


class EvidenceQueries(Protocol):
    """Reads for the API and the jobs."""

    async def timeline(self, application_id: UUID, after: tuple[datetime, UUID] | None, limit: int) -> Sequence[Entry]:
        """Entries about an application by time and message id, from the place after `after`."""

    async def entries(self, subject: str | None, after: int, limit: int) -> Sequence[Entry]:
        """Entries of the chain by number, of one subject if given."""

    async def newest_first(
        self, before: int, limit: int, type: str | None, application_id: UUID | None
    ) -> Sequence[Entry]:
        """Entries before a number, the newest first, of one type and about one application if given."""

    async def evidence(self, application_id: UUID, after: int, limit: int) -> Sequence[tuple[Entry, bytes | None]]:
        """Entries about an application by number, each with the hash of the entry before it in the chain."""

    async def head(self) -> Head:
        """Where the chain ends."""

    async def time_of(self, seq: int) -> datetime | None:
        """When what an entry tells has happened; None where there is no such entry."""

    async def seals(self, after: int = 0, limit: int | None = None) -> list[Seal]:
        """The seals behind a number, in order."""

    async def ends(self) -> Ends:
        """What the chain can be checked by without reading it."""

    async def verification(self, id: UUID) -> Verification | None:
        """A verification."""

    async def verifications(self, before: UUID, limit: int) -> Sequence[Verification]:
        """Verifications, the newest first, from the place after `before`."""

    async def running(self) -> Sequence[Verification]:
        """Verifications that run."""

    async def newest(self, scope: Scope) -> Verification | None:
        """The newest verification of a scope."""

    async def last_ended(self, scope: Scope) -> Verification | None:
        """The newest verification of a scope that has ended."""

    def pieces(self, first: int, last: int) -> AsyncIterator[Sequence[Entry]]:
        """The entries from one number to another, in pieces."""

    def chain(self, first: int, last: int | None) -> AbstractAsyncContextManager[Chain]:
        """The chain from one number to another, as it is at one moment."""


class HowFar(Protocol):
    """Who knows how far recording has come."""

    async def how_far(self) -> Recording:
        """What the recorders come to together."""
