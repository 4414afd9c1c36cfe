"""What the use cases of cases need of the unit of work, and the reads of cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.people.person import Person
from workflow_svc.use_cases.checkpoints.ports import Checkpoints
from workflow_svc.use_cases.definitions.change_ports import Evaluated
from workflow_svc.use_cases.due import Due
from workflow_svc.use_cases.tasks.ports import Tasks


class Cases(Protocol):
    """The cases of this unit of work."""

    async def get(self, id: UUID) -> Case:
        """The case; raises NotFound `case-not-found`."""

    async def find(self, id: UUID) -> Case | None:
        """The case, if there is one."""

    def add(self, aggregate: Case) -> None:
        """Takes in a new case."""


class People(Protocol):
    """Those who may be given a task."""

    async def find(self, id: UUID) -> Person | None:
        """The person, if he is known."""


class Evaluations(Protocol):
    """The append-only table of decisions that cases asked."""

    def append(self, row: Evaluated) -> None:
        """Adds one."""


class UnitOfWork(Protocol):
    """One transaction: cases, the tasks that they open, what these need, and who is named for them."""

    cases: Cases
    tasks: Tasks
    checkpoints: Checkpoints
    people: People
    decision_evaluations: Evaluations


@dataclass(frozen=True, slots=True)
class Span:
    """Half of them took at most so many seconds, nine of ten at most so many."""

    median_s: int
    ninth_decile_s: int


@dataclass(frozen=True, slots=True)
class ProcessFigures:
    """Of a process: how many cases ended, how, and how long they took; how often each flow was taken by these; how many
    run, and at how many places each element is waited at (course.py)."""

    ended: int
    span: Span
    outcomes: dict[str, int]
    taken: dict[str, int]
    running: int
    at: dict[str, int]


class CaseQueries(Protocol):
    """Reads for the API and the timers."""

    async def case(self, case_id: UUID) -> Case | None:
        """One case."""

    async def decided(self, process_code: str, limit: int) -> Sequence[Case]:
        """The cases of a process that were decided last."""

    async def figures(self, code: str, version: int | None, begin: datetime, end: datetime) -> ProcessFigures:
        """Of the cases of a process, or of a version of it: those that ended in a span, and those that run."""

    async def due(self, now: datetime, after: Due, limit: int) -> Sequence[Due]:
        """Running cases with a timer that should have fired, by its time."""
