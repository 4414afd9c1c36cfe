"""Reads of loans."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched, load_json
from postloan_svc.domain.loan.changes import ChangeKind
from postloan_svc.domain.loan.history import EventKind
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.versions import PlannedRow
from postloan_svc.persistence.loan.tables import LOANS
from postloan_svc.use_cases.loan.ports import LoanSearch, MadeBy, StoredVersion

FIRST, LAST = UUID(int=0), UUID(int=2**128 - 1)  # before and behind every id
# A range of the index on state and id: however rare a state is, nothing else is read.
OF_STATUS = "(status, id) > (${0}, $1) and (status, id) <= (${0}, '" + str(LAST) + "')"
VERSIONS = (
    "select v.number, v.effective_from, v.made_by, e.kind, e.change ->> 'kind' as change, e.value_date, e.recorded_on,"
    " {rows} as instalments from schedule_versions v join loan_events e on e.event_id = v.made_by where v.loan_id = $1"
)
ONE_VERSION = VERSIONS.format(rows="v.instalments::text") + " and v.number = $2"
LATER_VERSIONS = VERSIONS.format(rows="'[]'") + " and v.number > $2 order by v.number limit $3"


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

    async def versions(self, loan_id: UUID, after: int, limit: int) -> Sequence[StoredVersion]:
        """The later versions of a loan's schedule, by number from the one after `after`, without their rows."""
        return [_version(row) for row in await self._reader.rows(LATER_VERSIONS, loan_id, after, limit)]

    async def version(self, loan_id: UUID, number: int) -> StoredVersion | None:
        """One of them, with its rows."""
        found = await self._reader.rows(ONE_VERSION, loan_id, number)
        return _version(found[0]) if found else None


def _version(row: Fetched) -> StoredVersion:
    change = ChangeKind(row.change) if row.change else None
    made_by = MadeBy(row.made_by, EventKind(row.kind), change, row.value_date, row.recorded_on)
    rows = (_planned(**each) for each in load_json(row.instalments))
    return StoredVersion(row.number, row.effective_from, made_by, tuple(rows))


def _planned(**row: Any) -> PlannedRow:
    days = {name: date.fromisoformat(row[name]) for name in ("starts_on", "due_on")}
    return PlannedRow(**row | days)
