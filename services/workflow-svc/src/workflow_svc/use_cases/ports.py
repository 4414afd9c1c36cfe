"""What the use cases need of the unit of work, of published processes, and of the reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID, uuid5

from loan_contracts.message import Message
from workflow_svc.domain.case import Case
from workflow_svc.domain.task import Task
from workflow_svc.domain.working_time import WorkingCalendar
from workflow_svc.engine import Definition, ProcessEngine

CASES = UUID("1e7f2a0c-6d0b-5c35-9f0e-3a0d6f2b7c51")


def case_id_of(application_id: UUID) -> UUID:
    """The id of an application's case: it follows from the application, so that there is one."""
    return uuid5(CASES, str(application_id))


def task_id_of(case_id: UUID, wait_id: str) -> UUID:
    """The id of the task that a wait of a case has opened."""
    return uuid5(case_id, f"task {wait_id}")


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


class Definitions(Protocol):
    """Published processes, compiled."""

    def newest(self, code: str) -> Definition:
        """The version that new cases start on; raises NotFound `process-not-found`."""

    def version(self, code: str, version: int) -> Definition:
        """The version that a case is pinned to; raises NotFound `process-not-found`."""


@dataclass(frozen=True, slots=True)
class Processes:
    """What runs cases: the engine, the published definitions, the calendar of working hours, who may approve how much."""

    engine: ProcessEngine
    definitions: Definitions
    calendar: WorkingCalendar
    authority_minor: Mapping[str, int]


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
