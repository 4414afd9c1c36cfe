"""What appointing committees needs of the unit of work, the reads of them, and what sets minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.committee.sitting import Committee
from workflow_svc.domain.proposals.proposed import ProposedStatus


class Committees(Protocol):
    """The committees of this unit of work."""

    async def get(self, id: UUID) -> Committee:
        """The committee; raises NotFound `committee-not-found`."""

    def add(self, aggregate: Committee) -> None:
        """Takes in a new committee."""


class UnitOfWork(Protocol):
    """One transaction."""

    committees: Committees


class CommitteeQueries(Protocol):
    """Reads for the API, and those that sit, kept fresh."""

    async def committees(self, status: ProposedStatus | None, after: UUID | None, limit: int) -> Sequence[Committee]:
        """Committees and proposals, the newest first, from behind `after` on."""

    async def refresh(self) -> None:
        """Takes in what was approved, so that it sits from now on."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes of a vote say, and as of when."""

    number: str
    content: dict[str, object]
    at: datetime


class Typesetter(Protocol):
    """Sets papers."""

    async def pdf(self, minutes: Minutes) -> bytes:
        """The minutes as PDF: the same bytes for the same minutes."""
