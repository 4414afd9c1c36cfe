"""Reads of tasks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from loan_servicekit.db.queries import Reader
from workflow_svc.domain.tasks.task import Task
from workflow_svc.persistence.tasks import inbox as listing
from workflow_svc.persistence.tasks.counts import count
from workflow_svc.persistence.tasks.tables import TASKS
from workflow_svc.use_cases.due import Due
from workflow_svc.use_cases.tasks.ports import Inbox, Place, TaskCounts

OVERDUE = (
    "select due_at, id from tasks where due_at <= $1 and status in ('OPEN', 'CLAIMED') and not told_overdue"
    " and (due_at, id) > ($2, $3)"
    " order by due_at, id limit $4"
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

    async def tasks(self, inbox: Inbox, after: Place | None, limit: int) -> Sequence[Task]:
        """Waiting tasks by due time, then closed ones."""
        found: list[Task] = []
        if inbox.waiting and not (after and after.closed):
            found += await self._read(listing.waiting(inbox, after, limit))
        if inbox.closed and len(found) < limit:
            place = after if after and after.closed else None
            found += await self._read(listing.closed(inbox, place, limit - len(found)))
        return found

    async def _read(self, condition: listing.Condition) -> list[Task]:
        return await self._reader.aggregates(TASKS, condition.text, *condition.parameters)

    async def counts(self, inbox: Inbox, person: str, now: datetime) -> TaskCounts:
        """How many wait."""
        return await count(self._reader, inbox, person, now)

    async def overdue(self, now: datetime, after: Due, limit: int) -> Sequence[Due]:
        """Unfinished tasks past their due time that were not told yet."""
        return [Due(*row) for row in await self._reader.rows(OVERDUE, now, after.at, after.id, limit)]
