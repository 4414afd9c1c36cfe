"""A task stands still, goes on, is laid aside, goes back to where it came from."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks import handing_back, pausing
from workflow_svc.domain.tasks.task import Task
from workflow_svc.domain.tasks.working_time import WorkingCalendar
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.checkpoints.keep import move_due
from workflow_svc.use_cases.tasks.work_on_task import WorkOnTask, task_of


@dataclass(frozen=True, slots=True)
class SnoozeTask:
    """Lay this task aside until then."""

    caller: Caller
    task_id: UUID
    until: datetime


async def suspend_task(command: WorkOnTask, uow: UnitOfWork, now: datetime) -> Task:
    """Raises what `pausing.suspend` raises."""
    task = await task_of(command, uow)
    pausing.suspend(task, command.caller, now)
    return task


async def resume_task(command: WorkOnTask, calendar: WorkingCalendar, uow: UnitOfWork, now: datetime) -> Task:
    """Raises what `pausing.resume` raises."""
    task = await task_of(command, uow)
    pausing.resume(task, command.caller, calendar, now)
    await move_due(task, uow)
    return task


async def snooze_task(command: SnoozeTask, uow: UnitOfWork, now: datetime) -> Task:
    """Raises what `pausing.snooze` raises."""
    task = await task_of(command, uow)
    pausing.snooze(task, command.caller, command.until, now)
    return task


async def send_task_back(command: WorkOnTask, staff: Staff, uow: UnitOfWork, now: datetime) -> Task:
    """Raises what `handing_back.send_back` raises."""
    task = await task_of(command, uow)
    handing_back.send_back(task, command.caller, staff)
    return task


async def take_task_back(command: WorkOnTask, uow: UnitOfWork, now: datetime) -> Task:
    """Raises what `handing_back.take_back` raises."""
    task = await task_of(command, uow)
    handing_back.take_back(task, command.caller)
    return task
