"""Reads of cases."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from loan_servicekit.db.queries import Reader
from workflow_svc.domain.cases.case import Case
from workflow_svc.persistence.cases.figures import figures
from workflow_svc.persistence.cases.tables import CASES
from workflow_svc.use_cases.cases.ports import ProcessFigures
from workflow_svc.use_cases.due import Due

DUE = (
    "select due_at, id from cases where due_at <= $1 and status = 'RUNNING'"
    " and (due_at, id) > ($2, $3)"
    " order by due_at, id limit $4"
)


class SqlCaseQueries:
    """Implements `CaseQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def case(self, case_id: UUID) -> Case | None:
        """One case."""
        found = await self._reader.aggregates(CASES, "id = $1", case_id)
        return found[0] if found else None

    async def decided(self, process_code: str, limit: int) -> Sequence[Case]:
        """The cases of a process that were decided last."""
        where = "process_code = $1 and status = 'DECIDED' order by opened_at desc limit $2"
        return await self._reader.aggregates(CASES, where, process_code, limit)

    async def figures(self, code: str, version: int | None, begin: datetime, end: datetime) -> ProcessFigures:
        """Of the cases of a process."""
        return await figures(self._reader, code, version, begin, end)

    async def due(self, now: datetime, after: Due, limit: int) -> Sequence[Due]:
        """Running cases with a timer that should have fired."""
        return [Due(*row) for row in await self._reader.rows(DUE, now, after.at, after.id, limit)]
