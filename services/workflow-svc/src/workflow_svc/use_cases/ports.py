"""What the use cases need of the unit of work, and the routes beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from loan_contracts.message import Message
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.task import Task
from workflow_svc.engine import Publication
from workflow_svc.use_cases.cases.processes import Processes


class Cases(Protocol):
    """The cases of this unit of work."""

    async def get(self, id: UUID) -> Case:
        """The case; raises NotFound `case-not-found`."""

    async def find(self, id: UUID) -> Case | None:
        """The case, if there is one."""

    def add(self, aggregate: Case) -> None:
        """Takes in a new case."""


class Tasks(Protocol):
    """The tasks of this unit of work."""

    async def get(self, id: UUID) -> Task:
        """The task; raises NotFound `task-not-found`."""

    def add(self, aggregate: Task) -> None:
        """Takes in a new task."""


class Rows(Protocol):
    """An append-only table."""

    def append(self, *values: Any) -> None:
        """Adds a row."""


class UnitOfWork(Protocol):
    """One transaction. `batch["processes"]` holds what runs cases, `batch["published"]` which versions there are."""

    cases: Cases
    tasks: Tasks
    processes: Rows
    batch: dict[str, Any]

    def emit(self, message: Message) -> None:
        """Sends a message that belongs to no aggregate."""


@dataclass(frozen=True, slots=True)
class ProcessVersion:
    """A published version of a process."""

    code: str
    version: int
    name: str
    executor: str
    sha256: str
    published_by: str
    published_at: datetime
    proof: dict[str, Any]
    bpmn: bytes


class Queries(Protocol):
    """Reads for the API and the timers."""

    async def case(self, case_id: UUID) -> Case | None:
        """One case."""

    async def tasks_of(self, case_id: UUID) -> Sequence[Task]:
        """The tasks of a case, in order."""

    async def task(self, task_id: UUID) -> Task | None:
        """One task."""

    async def tasks(
        self, roles: Sequence[str] | None, branch: str | None, status: str | None, assignee: str | None,
        application_id: UUID | None, after: tuple[datetime, UUID] | None, limit: int,
    ) -> Sequence[Task]:  # fmt: skip
        """The inbox: tasks by due time."""

    async def due_cases(self, now: datetime, limit: int) -> Sequence[UUID]:
        """Running cases with a timer that should have fired."""

    async def overdue_tasks(self, now: datetime, limit: int) -> Sequence[UUID]:
        """Unfinished tasks past their due time that were not told yet."""

    async def processes(self) -> Sequence[ProcessVersion]:
        """Every published version."""


class Preloads(Protocol):
    """What a batch loads at once, by what its commands are about, beside `batch["processes"]`."""

    async def cases(self, uow: Any, commands: Sequence[Any]) -> None:
        """Cases."""

    async def tasks(self, uow: Any, commands: Sequence[Any]) -> None:
        """Tasks."""

    async def completions(self, uow: Any, commands: Sequence[Any]) -> None:
        """Tasks, and the cases that go on when the tasks are decided."""

    async def versions(self, uow: Any, commands: Sequence[Any]) -> None:
        """`batch["published"]` of the processes to publish."""


class Publisher(Protocol):
    """Prepares what `publish_process` publishes, before the transaction."""

    async def checked(self, bpmn: bytes) -> Publication:
        """The process as the next version of its code; raises Invalid `process-not-publishable`. Takes seconds."""

    async def learn(self) -> None:
        """Takes in what has been published, so that new cases start on it."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything that wiring hands to the routes beside the unit of work."""

    queries: Queries
    preloads: Preloads
    publisher: Publisher
    processes: Callable[[], Processes]
