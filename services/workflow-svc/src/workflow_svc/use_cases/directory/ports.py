"""What changing who works here needs of the unit of work, and the reads of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.directory.member import Directory, Member
from workflow_svc.domain.directory.role_change import RoleChange
from workflow_svc.domain.proposals.proposed import ProposedStatus


class Members(Protocol):
    """The members of staff of this unit of work."""

    async def find(self, id: UUID) -> Member | None:
        """Somebody, if he is known."""

    def add(self, aggregate: Member) -> None:
        """Takes in somebody new."""


class RoleChanges(Protocol):
    """The changes of this unit of work."""

    async def get(self, id: UUID) -> RoleChange:
        """The change; raises NotFound `role-change-not-found`."""

    def add(self, aggregate: RoleChange) -> None:
        """Takes in a new change."""


class UnitOfWork(Protocol):
    """One transaction."""

    staff_members: Members
    role_changes: RoleChanges


@dataclass(slots=True)
class Known:
    """Everybody, whose change waits for a second person, and which changes wait to be carried out."""

    directory: Directory
    open: set[str]
    waiting: Sequence[UUID]


class DirectoryQueries(Protocol):
    """Reads for the API."""

    async def members(self) -> Sequence[Member]:
        """Everybody who was ever told of, by user id."""

    async def role_changes(self, status: ProposedStatus | None, after: UUID | None, limit: int) -> Sequence[RoleChange]:
        """Changes, the newest first, from behind `after` on."""

    async def waiting(self) -> Sequence[RoleChange]:
        """What is decided and not carried out yet, in the order in which it was decided."""
