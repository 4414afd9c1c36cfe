"""Reads of who works here."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from workflow_svc.domain.directory.member import Member
from workflow_svc.domain.directory.role_change import RoleChange
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.persistence.directory.tables import ROLE_CHANGES, STAFF_MEMBERS

LISTED = "($1::text is null or status = $1) and ($2::uuid is null or id < $2) order by id desc limit $3"


class SqlDirectory:
    """Implements `DirectoryQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def members(self) -> Sequence[Member]:
        """Everybody who was ever told of, by user id."""
        return await self._reader.aggregates(STAFF_MEMBERS, "true order by subject")

    async def role_changes(self, status: ProposedStatus | None, after: UUID | None, limit: int) -> Sequence[RoleChange]:
        """Changes, the newest first."""
        return await self._reader.aggregates(ROLE_CHANGES, LISTED, status and status.value, after, limit)

    async def waiting(self) -> Sequence[RoleChange]:
        """What is decided and not carried out yet."""
        return await self._reader.aggregates(
            ROLE_CHANGES, "status = 'APPROVED' and carried_out_at is null order by decided_at, id"
        )
