"""Reads of tasks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from loan_servicekit.db.queries import Reader
from workflow_svc.domain.tasks.task import Task
from workflow_svc.persistence.tasks.tables import TASKS
from workflow_svc.use_cases.tasks.ports import Inbox

OVERDUE = (
    "select id from tasks where due_at <= $1 and status in ('OPEN', 'CLAIMED') and not told_overdue"
    " order by due_at limit $2"
)


class SqlTaskQueries:
    """Implements `TaskQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def task(self, task_id: UUID) -> Task | None:
        """One task."""
        found = await self._reader.aggregates(TASKS, "id = $1", task_id)
        return found[0] if found else None

    async def tasks_of(self, case_id: UUID) -> Sequence[Task]:
        """The tasks of a case, in order."""
        return await self._reader.aggregates(TASKS, "case_id = $1 order by created_at", case_id)

    async def tasks(self, inbox: Inbox, after: tuple[datetime, UUID] | None, limit: int) -> Sequence[Task]:
        """Tasks by due time."""
        where: list[str] = ["true"]
        values: list[Any] = []
        if inbox.roles is not None:
            values.append(list(inbox.roles))
            where.append(f"role = any(${len(values)}::text[])")
        for column in ("branch", "status", "assignee", "application_id"):
            if (value := getattr(inbox, column)) is not None:
                values.append(value)
                where.append(f"{column} = ${len(values)}")
        if after is not None:
            values += after
            where.append(f"(due_at, id) > (${len(values) - 1}, ${len(values)})")
        condition = f"{' and '.join(where)} order by due_at, id limit {int(limit)}"
        return await self._reader.aggregates(TASKS, condition, *values)

    async def overdue(self, now: datetime, limit: int) -> Sequence[UUID]:
        """Unfinished tasks past their due time that were not told yet."""
        return [row[0] for row in await self._reader.rows(OVERDUE, now, limit)]
