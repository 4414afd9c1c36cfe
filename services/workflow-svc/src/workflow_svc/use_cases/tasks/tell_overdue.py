"""Tells that a task is past its due time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workflow_svc.use_cases.cases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class TellOverdue:
    """Tell that this task is overdue."""

    task_id: UUID


async def tell_overdue(command: TellOverdue, uow: UnitOfWork, now: datetime) -> None:
    """Once a task."""
    (await uow.tasks.get(command.task_id)).tell_overdue(now)
