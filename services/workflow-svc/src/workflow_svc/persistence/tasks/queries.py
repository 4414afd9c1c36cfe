"""Reads of tasks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from loan_servicekit.db.queries import Reader
from workflow_svc.domain.tasks.note import Note
from workflow_svc.domain.tasks.task import Task
from workflow_svc.persistence.tasks import inbox as listing
from workflow_svc.persistence.tasks.counts import count
from workflow_svc.persistence.tasks.figures import figures
from workflow_svc.persistence.tasks.notes import notes_of_case, notes_of_task
from workflow_svc.persistence.tasks.tables import TASKS
from workflow_svc.use_cases.due import Due
from workflow_svc.use_cases.tasks.figures import TaskFigures
from workflow_svc.use_cases.tasks.ports import Inbox, Place, TaskCounts

TO_LOOK_AT = (
    "select look_at, id from tasks where look_at <= $1 and (look_at, id) > ($2, $3) order by look_at, id limit $4"
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

    async def notes_of_task(self, task_id: UUID) -> Sequence[Note]:
        """What was written about a task."""
        return await notes_of_task(self._reader, task_id)

    async def notes_of_case(self, case_id: UUID) -> Sequence[Note]:
        """What was written about the tasks of a case."""
        return await notes_of_case(self._reader, case_id)

    async def tasks(self, inbox: Inbox, after: Place | None, limit: int) -> Sequence[Task]:
        """Waiting tasks by due time, then closed ones."""
        if inbox.suspended:
            return await self._read(listing.suspended(inbox, after, limit))
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

    async def figures(
        self, by: str, roles: Sequence[str], branch: str | None, begin: datetime, end: datetime
    ) -> Sequence[TaskFigures]:
        """What was completed."""
        return await figures(self._reader, by, roles, branch, span=(begin, end))

    async def to_look_at(self, now: datetime, after: Due, limit: int) -> Sequence[Due]:
        """Unfinished tasks of which somebody has to be told by now."""
        return [Due(*row) for row in await self._reader.rows(TO_LOOK_AT, now, after.at, after.id, limit)]
