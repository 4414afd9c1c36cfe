"""Reads of releases of pay-outs."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.disbursement.release import PayOutRelease
from postloan_svc.persistence.disbursement.tables import PAY_OUTS
from postloan_svc.use_cases.disbursement.ports import PayOutSearch

FIRST = UUID(int=0)  # before every id
SEARCH = "status = $1 and id > $2"


class SqlPayOutQueries:
    """Implements `use_cases.disbursement.ports.PayOutQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def pay_outs(self, search: PayOutSearch, after: UUID | None, limit: int) -> Sequence[PayOutRelease]:
        """Those that are looked for, by id, from the one after `after`."""
        where, values = SEARCH, [search.status.value, after or FIRST]
        if search.branch is not None:
            where, values = f"{SEARCH} and branch = $3", [*values, search.branch]
        return await self._reader.aggregates(PAY_OUTS, f"{where} order by id limit {int(limit)}", *values)

    async def pay_out(self, pay_out_id: UUID) -> PayOutRelease | None:
        """One of them."""
        found = await self._reader.aggregates(PAY_OUTS, "id = $1", pay_out_id)
        return found[0] if found else None
