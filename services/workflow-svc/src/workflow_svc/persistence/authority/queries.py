"""Reads of grants, and those that count, kept fresh."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from loan_servicekit.core import Clock, business_day
from loan_servicekit.db.queries import Reader
from workflow_svc.domain.authority.grants import Authority, Grant
from workflow_svc.persistence.authority.tables import AUTHORITY_GRANTS
from workflow_svc.use_cases.authority.ports import Wanted

FRESH_S = 5.0
LISTED = (
    "($1::text is null or status = $1) and ($2::text is null or role = $2) and ($3::uuid is null or id < $3)"
    " order by id desc limit $4"
)


class SqlGrants:
    """Implements `GrantQueries` and `GrantsInForce`."""

    def __init__(self, reader: Reader, clock: Clock) -> None:
        self._reader, self._clock = reader, clock
        self._approved: Sequence[Grant] = ()

    async def grants(self, wanted: Wanted, after: UUID | None, limit: int) -> Sequence[Grant]:
        """Grants and proposals, the newest first."""
        asked = (wanted.status and wanted.status.value, wanted.role, after, limit)
        return await self._reader.aggregates(AUTHORITY_GRANTS, LISTED, *asked)

    async def refresh(self) -> None:
        """Takes in what was approved."""
        self._approved = await self._reader.aggregates(AUTHORITY_GRANTS, "status = 'APPROVED'")

    def today(self, general: Mapping[str, int]) -> Authority:
        """Who may approve how much today."""
        day = business_day(self._clock())
        return Authority(general, [grant for grant in self._approved if grant.holds_on(day)])
