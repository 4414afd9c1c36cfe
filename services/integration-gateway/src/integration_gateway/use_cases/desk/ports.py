"""What the desk needs of the database and of who finishes work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from integration_gateway.domain.desk.work import Kind, Work, WorkItem
from loan_contracts.message import Message
from loan_servicekit.core import Cause

W_co = TypeVar("W_co", bound=Work, covariant=True)
U_contra = TypeVar("U_contra", contravariant=True)


class Leases(Protocol[W_co]):
    """Work of one kind on the desk. What this process has a lease on is given to no other until the lease runs out."""

    async def take(self, limit: int) -> Sequence[WorkItem[W_co]]:
        """Leases work that is due, oldest first."""

    async def release(self, held: Sequence[UUID] = ()) -> None:
        """Gives back what this process has a lease on, except what it holds."""

    async def postpone(self, ids: Sequence[UUID], delay_s: float, attempted: bool) -> None:
        """Gives work back, to be tried later; what nobody outside was asked about does not count as a try."""


class Finish(Protocol[U_contra]):
    """How an item ended, and what follows from it."""

    @property
    def item(self) -> WorkItem[Work]:
        """The item."""

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""

    def tell(self, uow: U_contra, now: datetime) -> None:
        """Keeps what was found and tells the platform."""


class FinishedItems(Protocol):
    """The items of the desk that a transaction finishes."""

    async def mark(self, outcomes: Mapping[UUID, Mapping[str, object]], now: datetime) -> set[UUID]:
        """Marks items as finished, all in one statement; gives those that were open until now."""


@dataclass(frozen=True, slots=True)
class DeskRow:
    """An item as it is put on the desk."""

    id: UUID
    kind: Kind
    application_id: UUID | None
    work: Work
    requested_at: datetime
    due_at: datetime
    correlation_id: str | None
    causation_id: str | None
    traceparent: str | None


class DeskRows(Protocol):
    """The desk."""

    def append(self, row: DeskRow) -> None:
        """Puts an item on it."""


class Telling(Protocol):
    """A transaction in which the platform is told something."""

    def emit(self, message: Message) -> None:
        """Sends a message."""


class UnitOfWork(Protocol):
    """One transaction; `cause` is that of the message at hand."""

    desk: DeskRows
    cause: Cause | None


class DeskQueries(Protocol):
    """Reads for the API."""

    async def waiting(self) -> dict[str, int]:
        """How much outside work waits, by kind."""
