"""What a person does with a task: claim, release, hand over, complete."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller
from workflow_svc.domain.task import Task
from workflow_svc.domain.verdict import Choice, Verdict
from workflow_svc.engine import State
from workflow_svc.use_cases.carry_out import carry_out
from workflow_svc.use_cases.ports import Processes, UnitOfWork


@dataclass(frozen=True, slots=True)
class WorkOnTask:
    """Claim or release this task."""

    caller: Caller
    task_id: UUID


@dataclass(frozen=True, slots=True)
class ReassignTask:
    """Hand this task over."""

    caller: Caller
    task_id: UUID
    to: str


@dataclass(frozen=True, slots=True)
class CompleteTask:
    """Decide this task, or vote on it."""

    caller: Caller
    task_id: UUID
    verdict: Verdict


async def _task(command: WorkOnTask | ReassignTask | CompleteTask, uow: UnitOfWork) -> Task:
    task = await uow.tasks.get(command.task_id)
    command.caller.require_branch(task.branch)
    return task


async def claim_task(command: WorkOnTask, uow: UnitOfWork, now: datetime) -> Task:
    """The caller takes the task."""
    task = await _task(command, uow)
    task.claim(command.caller)
    return task


async def release_task(command: WorkOnTask, uow: UnitOfWork, now: datetime) -> Task:
    """The caller gives the task back."""
    task = await _task(command, uow)
    task.unclaim(command.caller)
    return task


async def reassign_task(command: ReassignTask, uow: UnitOfWork, now: datetime) -> Task:
    """The caller hands the task to another person."""
    task = await _task(command, uow)
    task.reassign(command.caller, command.to)
    return task


async def complete_task(command: CompleteTask, uow: UnitOfWork, now: datetime) -> Task:
    """Decides the task and lets the case go on. A vote is kept until the quorum is there."""
    task = await _task(command, uow)
    processes: Processes = uow.batch["processes"]
    case = await uow.cases.get(task.case_id)
    if task.unfinished:
        case.require_running()
        case.check(command.verdict)
    decided = task.complete(command.caller, command.verdict, _authority(command.caller, processes.authority_minor), now)
    if decided is None:
        return task
    if decided.choice is Choice.SUPPLEMENT:
        case.ask_for(decided.document_kinds)
    definition = processes.definitions.version(case.process_code, case.process_version)
    answer = {"outcome": decided.choice.value}
    state, effects = processes.engine.answer(definition, State.restored(case.state), task.wait_id, answer, now)
    case.handled_by(*(vote.subject for vote in task.votes))
    await carry_out(case, state, effects, uow, now, "complete_task", decided, task.decided_by)
    return task


def _authority(caller: Caller, by_role: Mapping[str, int]) -> int | None:
    """Up to what the caller may approve alone: the most that one of his roles gives (domain.md §15.7)."""
    return max((by_role[role] for role in caller.roles if role in by_role), default=0)
