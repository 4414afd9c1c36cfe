"""Lets time pass for a case and for tasks: timers that are due fire, tasks past their due time are told."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workflow_svc.domain.cases.case import CaseStatus
from workflow_svc.use_cases.cases.carry_out import go_on
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class FireTimers:
    """Fire what is due in this case."""

    case_id: UUID


@dataclass(frozen=True, slots=True)
class TellOverdue:
    """Tell that this task is overdue."""

    task_id: UUID


async def fire_timers(command: FireTimers, uow: UnitOfWork, now: datetime) -> None:
    """Fires the earliest first; what one timer cancels does not fire."""
    case = await uow.cases.get(command.case_id)
    processes: Processes = uow.batch["processes"]
    while case.status is CaseStatus.RUNNING and (due := processes.due(case, now)):
        await go_on(case, due[0], {}, uow, now, "fire_timer")


async def tell_overdue(command: TellOverdue, uow: UnitOfWork, now: datetime) -> None:
    """Once a task."""
    (await uow.tasks.get(command.task_id)).tell_overdue(now)
