"""Looks at a task that waits: who has to be told, and to whom it goes when nobody has done anything."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.waiting import let_wait
from workflow_svc.use_cases.cases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class LetTaskWait:
    """Look at this task."""

    task_id: UUID


async def let_task_wait(command: LetTaskWait, staff: Staff, uow: UnitOfWork, now: datetime) -> None:
    """Tells each of its moments once."""
    let_wait(await uow.tasks.get(command.task_id), staff, now)
