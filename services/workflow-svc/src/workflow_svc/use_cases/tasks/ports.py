"""What the use cases of tasks need of the unit of work, and the reads of tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.tasks.task import Task


class Tasks(Protocol):
    """The tasks of this unit of work."""

    async def get(self, id: UUID) -> Task:
        """The task; raises NotFound `task-not-found`."""

    def add(self, aggregate: Task) -> None:
        """Takes in a new task."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """Which tasks to list; None is every one. `roles` are those of who asks, `branch` is the one that he sees."""

    roles: Sequence[str] | None = None
    branch: str | None = None
    status: str | None = None
    assignee: str | None = None
    application_id: UUID | None = None


class TaskQueries(Protocol):
    """Reads for the API and the timers."""

    async def task(self, task_id: UUID) -> Task | None:
        """One task."""

    async def tasks_of(self, case_id: UUID) -> Sequence[Task]:
        """The tasks of a case, in order."""

    async def tasks(self, inbox: Inbox, after: tuple[datetime, UUID] | None, limit: int) -> Sequence[Task]:
        """Tasks by due time, from the place after `after`."""

    async def overdue(self, now: datetime, limit: int) -> Sequence[UUID]:
        """Unfinished tasks past their due time that were not told yet."""
