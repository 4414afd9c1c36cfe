"""Reads of loans."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.persistence.loan.tables import LOANS
from postloan_svc.use_cases.loan.ports import LoanSearch

FIRST, LAST = UUID(int=0), UUID(int=2**128 - 1)  # before and behind every id
# A range of the index on state and id: however rare a state is, nothing else is read.
OF_STATUS = "(status, id) > (${0}, $1) and (status, id) <= (${0}, '" + str(LAST) + "')"


class SqlLoanQueries:
    """Implements `use_cases.loan.ports.LoanQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def loan(self, loan_id: UUID) -> Loan | None:
        """One loan."""
        found = await self._reader.aggregates(LOANS, "id = $1", loan_id)
        return found[0] if found else None

    async def loans(self, search: LoanSearch, after: UUID | None, limit: int) -> Sequence[Loan]:
        """Those that are looked for, by id, from the one after `after`."""
        where: list[str] = ["id > $1"]
        values: list[object] = [after or FIRST]
        order = "id"
        if search.status is not None:
            values.append(search.status)
            where, order = [OF_STATUS.format(len(values))], "status, id"
        wanted = {
            "branch": search.branch,
            "application_id": search.application_id,
            "customer_id": search.customer_id,
            "loan_no": search.loan_no,
        }
        for column, value in wanted.items():
            if value is not None:
                values.append(value)
                where.append(f"{column} = ${len(values)}")
        if search.unapplied:
            where.append("suspense_minor > 0")
        rest = f"order by {order} limit {int(limit)}"
        return await self._reader.aggregates(LOANS, f"{' and '.join(where)} {rest}", *values)
