"""Reads of releases of pay-outs."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.disbursement.purpose import PurposeCheck
from postloan_svc.domain.disbursement.release import PayOutRelease
from postloan_svc.persistence.disbursement.tables import PAY_OUTS, PURPOSE_CHECKS
from postloan_svc.use_cases.disbursement.ports import DuePurpose, PayOutSearch

FIRST, LAST = UUID(int=0), UUID(int=2**128 - 1)  # before and behind every id
# Ranges of the indexes: however rare a state is, nothing else is read.
OF_STATUS = f"(status, id) > ($1, $2) and (status, id) <= ($1, '{LAST}') order by status, id"
OF_BRANCH = (
    f"(branch, status, id) > ($3, $1, $2) and (branch, status, id) <= ($3, $1, '{LAST}') order by branch, status, id"
)


DUE_PURPOSES = (
    "select id, branch, loan_no, contract->>'purpose', (contract->>'principal_minor')::bigint, purpose_due_on"
    " from loans where purpose_due_on is not null and {place} > ({value}$1, $2) order by {order} limit $3"
)
DUE_ANYWHERE = DUE_PURPOSES.format(place="(purpose_due_on, id)", value="", order="purpose_due_on, id")
DUE_IN_BRANCH = DUE_PURPOSES.format(
    place="branch = $4 and (branch, purpose_due_on, id)", value="$4, ", order="branch, purpose_due_on, id"
)


class SqlPayOutQueries:
    """Implements `use_cases.disbursement.ports.PayOutQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def pay_outs(self, search: PayOutSearch, after: UUID | None, limit: int) -> Sequence[PayOutRelease]:
        """Those that are looked for, by id, from the one after `after`."""
        values, where = [search.status.value, after or FIRST], OF_STATUS
        if search.branch is not None:
            values, where = [*values, search.branch], OF_BRANCH
        return await self._reader.aggregates(PAY_OUTS, f"{where} limit {int(limit)}", *values)

    async def due_purposes(
        self, branch: str | None, after: tuple[date, UUID] | None, limit: int
    ) -> Sequence[DuePurpose]:
        """The loans whose purpose nobody has checked, the longest due first, from the one after `after`."""
        place = (*(after or (date.min, FIRST)), limit)
        statement, values = (DUE_ANYWHERE, place) if branch is None else (DUE_IN_BRANCH, (*place, branch))
        found = await self._reader.rows(statement, *values)
        return [
            DuePurpose(loan_id=id, branch=of, loan_no=loan_no, purpose=purpose, amount_minor=amount, due_on=due_on)
            for id, of, loan_no, purpose, amount, due_on in found
        ]

    async def purpose_check(self, loan_id: UUID) -> PurposeCheck | None:
        """What was found about a loan."""
        found = await self._reader.aggregates(PURPOSE_CHECKS, "id = $1", loan_id)
        return found[0] if found else None

    async def pay_out(self, pay_out_id: UUID) -> PayOutRelease | None:
        """One of them."""
        found = await self._reader.aggregates(PAY_OUTS, "id = $1", pay_out_id)
        return found[0] if found else None
