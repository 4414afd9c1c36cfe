"""What the use cases of tasks need of the unit of work, and the reads of tasks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.tasks.note import Note
from workflow_svc.domain.tasks.task import CLOSED, WAITING, Task, TaskStatus
from workflow_svc.use_cases.due import Due
from workflow_svc.use_cases.tasks.figures import TaskFigures


class Tasks(Protocol):
    """The tasks of this unit of work."""

    async def get(self, id: UUID) -> Task:
        """The task; raises NotFound `task-not-found`."""

    def add(self, aggregate: Task) -> None:
        """Takes in a new task."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """Which tasks to list; None is every one. `roles` are those of who asks, `branch` is the one that he sees.

    `statuses` empty are all. Only of tasks that wait is asked by `stage`, `product_code` and when they are due, only of
    closed ones when they were closed: from `closed_from` on, before `closed_before`. `person` has a task in his hands,
    or it was closed by his decision or vote. `words` are searched for, each with the stages that are called so.
    """

    roles: Sequence[str] | None = None
    branch: str | None = None
    statuses: Collection[TaskStatus] = ()
    person: str | None = None
    application_id: UUID | None = None
    stage: str | None = None
    product_code: str | None = None
    due_until: datetime | None = None
    due_after: datetime | None = None
    closed_from: datetime | None = None
    closed_before: datetime | None = None
    number: str | None = None
    words: Sequence[tuple[str, Sequence[str]]] = ()

    @property
    def of_few(self) -> bool:
        """Whether it asks for an application, or for those whose number begins so: few enough to look at."""
        return self.application_id is not None or self.number is not None

    @property
    def suspended(self) -> bool:
        """Whether it asks for what stands still."""
        return TaskStatus.SUSPENDED in self.statuses

    @property
    def waiting(self) -> Sequence[TaskStatus]:
        """The states of waiting tasks that are asked for."""
        return [] if self.closed_from or self.closed_before else self._asked(WAITING)

    @property
    def closed(self) -> Sequence[TaskStatus]:
        """The states of closed tasks that are asked for."""
        waiting_alone = self.stage or self.product_code or self.due_until or self.due_after
        return [] if waiting_alone else self._asked(CLOSED)

    def _asked(self, states: Sequence[TaskStatus]) -> Sequence[TaskStatus]:
        return [status for status in states if not self.statuses or status in self.statuses]


@dataclass(frozen=True, slots=True)
class Place:
    """A task's place in a list: waiting tasks come first, by due time; behind them closed ones, newest first."""

    at: datetime
    id: UUID
    closed: bool = False

    @classmethod
    def of(cls, task: Task) -> "Place":
        """Where a task stands."""
        closed = not task.unfinished
        return cls(task.closed_at if closed and task.closed_at else task.due_at, task.id, closed)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many tasks wait: nobody has taken `open` ones, `claimed` ones are in somebody's hands, and of both so many
    are past their due time."""

    open: int = 0
    claimed: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class TaskCounts:
    """How many tasks wait: all of them, those in one person's hands, and by what they are counted by."""

    all: Waiting
    mine: Waiting
    by: Mapping[str, Mapping[str, Waiting]]


class TaskQueries(Protocol):
    """Reads for the API and the timers."""

    async def task(self, task_id: UUID) -> Task | None:
        """One task."""

    async def tasks_of(self, case_id: UUID) -> Sequence[Task]:
        """The tasks of a case, in order."""

    async def notes_of_task(self, task_id: UUID) -> Sequence[Note]:
        """What was written about a task, in order."""

    async def notes_of_case(self, case_id: UUID) -> Sequence[Note]:
        """What was written about the tasks of a case, in order."""

    async def tasks(self, inbox: Inbox, after: Place | None, limit: int) -> Sequence[Task]:
        """Tasks in the order of their places, from behind `after` on."""

    async def counts(self, inbox: Inbox, person: str, now: datetime) -> TaskCounts:
        """How many wait of those that an inbox holds, by role, branch, stage and product; as of one moment, exact."""

    async def figures(
        self, by: str, roles: Sequence[str], branch: str | None, begin: datetime, end: datetime
    ) -> Sequence[TaskFigures]:
        """What was completed from `begin` on, before `end`, by stage, role, branch, product_code or person."""

    async def to_look_at(self, now: datetime, after: Due, limit: int) -> Sequence[Due]:
        """Unfinished tasks of which somebody has to be told by now, by that time."""
