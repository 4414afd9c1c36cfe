"""Reads of committees, and those that sit, kept fresh."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.core import Clock, business_day
from loan_servicekit.db.queries import Reader
from workflow_svc.domain.committee.sitting import Committee, Seats, seats_on
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.persistence.committee.tables import COMMITTEES

LISTED = "($1::text is null or status = $1) and ($2::uuid is null or id < $2) order by id desc limit $3"


class SqlCommittees:
    """Implements `CommitteeQueries`."""

    def __init__(self, reader: Reader, clock: Clock) -> None:
        self._reader, self._clock = reader, clock
        self._approved: Sequence[Committee] = ()

    async def committees(self, status: ProposedStatus | None, after: UUID | None, limit: int) -> Sequence[Committee]:
        """Committees and proposals, the newest first."""
        return await self._reader.aggregates(COMMITTEES, LISTED, status and status.value, after, limit)

    async def refresh(self) -> None:
        """Takes in what was approved."""
        self._approved = await self._reader.aggregates(COMMITTEES, "status = 'APPROVED'")

    def today(self) -> Seats:
        """The committees of today."""
        return seats_on(business_day(self._clock()), self._approved)
