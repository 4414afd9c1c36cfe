"""A case goes back from a task to an earlier one of its process (退回), whose work is done anew."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from loan_servicekit.core import Caller, Conflict, new_id
from workflow_svc.domain.tasks.note import Note
from workflow_svc.domain.tasks.task import HEARING, Task, TaskStatus, task_id_of
from workflow_svc.use_cases.cases.carry_out import Step
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.tasks.note_on_task import Notes
from workflow_svc.use_cases.tasks.work_on_task import task_of


class StepBackUnitOfWork(UnitOfWork, Protocol):
    """One transaction in which a case goes back, and it is written why."""

    task_notes: Notes


@dataclass(frozen=True, slots=True)
class StepBack:
    """Send the case of this task back to an earlier one (None: there is none), and tell whoever does it why."""

    caller: Caller
    task_id: UUID
    to: UUID | None
    reason: str


async def step_back(command: StepBack, processes: Processes, uow: StepBackUnitOfWork, now: datetime) -> Task:
    """The earlier task, opened anew. The caller has decided nothing: the task comes to his role again. Raises Conflict
    `step-back-misplaced`, and as `Task.require_held` does."""
    task = await task_of(command, uow)
    task.require_held(command.caller)
    case = await uow.cases.get(task.case_id)
    case.require_running()
    earlier = await uow.tasks.get(command.to) if command.to is not None else None
    if earlier is None or earlier.case_id != case.id or earlier.status is not TaskStatus.COMPLETED:
        raise Conflict("step-back-misplaced", f"no task before {task.stage} was completed by one person")
    if task.review is not None or HEARING in (task.stage, earlier.stage):
        raise Conflict("step-back-misplaced", f"{task.stage} is no step of the process that its case is on")
    step = Step(case, processes, uow, now, "step_back", again=earlier)
    state, effects = processes.back(case, task.wait_id, earlier.stage, now)
    await step.carry_out(state, effects)
    digest = hashlib.sha256(command.reason.encode()).hexdigest()
    task.audit("step_back", {"from": task.stage, "to": earlier.stage, "reason_sha256": digest})
    [human] = effects.tasks
    opened = await uow.tasks.get(task_id_of(case.id, human.wait_id))
    uow.task_notes.append(Note(new_id(), opened.id, case.id, command.caller.subject, now, command.reason))
    return opened


def earlier_of(task: Task, tasks: list[Task], stage: str | None) -> UUID | None:
    """The task of the case that was completed last before this one, by one person; of a stage, where one is named."""
    done = [
        each
        for each in tasks
        if each.completed_at is not None
        and each.quorum == 1
        and each.review is None
        and each.stage not in (HEARING, task.stage)
        and stage in (None, each.stage)
    ]
    return max(done, key=lambda each: each.closed_at or each.created_at).id if done else None
