"""Reads for the API and the timers."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from loan_servicekit.db.queries import Reader
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.task import Task
from workflow_svc.persistence.tables import CASES, TASKS
from workflow_svc.use_cases.ports import ProcessVersion

PROCESSES = (
    "select code, version, name, executor, sha256, published_by, published_at, proof::text, bpmn from processes"
    " order by code, version"
)
DUE_CASES = "select id from cases where due_at <= $1 and status = 'RUNNING' order by due_at limit $2"
OVERDUE_TASKS = "select id from tasks where due_at <= $1 and status in ('OPEN', 'CLAIMED') and not told_overdue order by due_at limit $2"


class SqlQueries:
    """Implements `use_cases.ports.Queries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def case(self, case_id: UUID) -> Case | None:
        """One case."""
        found = await self._reader.aggregates(CASES, "id = $1", case_id)
        return found[0] if found else None

    async def tasks_of(self, case_id: UUID) -> Sequence[Task]:
        """The tasks of a case, in order."""
        return await self._reader.aggregates(TASKS, "case_id = $1 order by created_at", case_id)

    async def task(self, task_id: UUID) -> Task | None:
        """One task."""
        found = await self._reader.aggregates(TASKS, "id = $1", task_id)
        return found[0] if found else None

    async def tasks(
        self, roles: Sequence[str] | None, branch: str | None, status: str | None, assignee: str | None,
        application_id: UUID | None, after: tuple[datetime, UUID] | None, limit: int,
    ) -> Sequence[Task]:  # fmt: skip
        """The inbox: tasks by due time."""
        where: list[str] = ["true"]
        values: list[Any] = []
        if roles is not None:
            values.append(list(roles))
            where.append(f"role = any(${len(values)}::text[])")
        wanted = {"branch": branch, "status": status, "assignee": assignee, "application_id": application_id}
        for column, value in wanted.items():
            if value is not None:
                values.append(value)
                where.append(f"{column} = ${len(values)}")
        if after is not None:
            values += after
            where.append(f"(due_at, id) > (${len(values) - 1}, ${len(values)})")
        condition = f"{' and '.join(where)} order by due_at, id limit {int(limit)}"
        return await self._reader.aggregates(TASKS, condition, *values)

    async def due_cases(self, now: datetime, limit: int) -> Sequence[UUID]:
        """Running cases with a timer that should have fired."""
        return [row[0] for row in await self._reader.rows(DUE_CASES, now, limit)]

    async def overdue_tasks(self, now: datetime, limit: int) -> Sequence[UUID]:
        """Unfinished tasks past their due time that were not told yet."""
        return [row[0] for row in await self._reader.rows(OVERDUE_TASKS, now, limit)]

    async def processes(self) -> Sequence[ProcessVersion]:
        """Every published version."""
        rows = await self._reader.rows(PROCESSES)
        return [ProcessVersion(r[0], r[1], r[2], r[3], r[4], r[5], r[6], json.loads(r[7]), bytes(r[8])) for r in rows]
