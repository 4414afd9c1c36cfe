"""What changing authority needs of the unit of work, and the reads of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.authority.grants import Grant
from workflow_svc.domain.proposals.proposed import ProposedStatus


class Grants(Protocol):
    """The grants of this unit of work."""

    async def get(self, id: UUID) -> Grant:
        """The grant; raises NotFound `authority-not-found`."""

    def add(self, aggregate: Grant) -> None:
        """Takes in a new grant."""


class UnitOfWork(Protocol):
    """One transaction."""

    authority_grants: Grants


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which grants to list; None is every one."""

    status: ProposedStatus | None = None
    role: str | None = None


class GrantQueries(Protocol):
    """Reads for the API."""

    async def grants(self, wanted: Wanted, after: UUID | None, limit: int) -> Sequence[Grant]:
        """Grants and proposals, the newest first, from behind `after` on."""


class GrantsInForce(Protocol):
    """Grants that were approved, kept fresh."""

    async def refresh(self) -> None:
        """Takes in what was approved, so that it counts from now on."""
