"""What a person does with a task: claim, release, hand over, complete."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_contracts.decisions import Outcome
from loan_servicekit.core import Caller, new_id
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.task import HEARING, Task
from workflow_svc.use_cases.cases.carry_out import Step
from workflow_svc.use_cases.cases.hear import WAIT_ID
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes


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


async def reassign_task(command: ReassignTask, staff: Staff, uow: UnitOfWork, now: datetime) -> Task:
    """The caller hands the task to another person."""
    task = await _task(command, uow)
    task.reassign(command.caller, command.to, staff)
    return task


async def complete_task(command: CompleteTask, processes: Processes, uow: UnitOfWork, now: datetime) -> Task:
    """Decides the task and lets the case go on. A vote is kept until the quorum is there."""
    task = await _task(command, uow)
    case = await uow.cases.get(task.case_id)
    if task.review is not None:
        return _review(command, task, case, processes, now)
    if task.unfinished:
        case.require_running()  # the case may have ended since the task was read, and must not be refused half-way
    authority_minor = processes.authority_of(command.caller.roles)
    decided = task.complete(command.caller, command.verdict, case.bounds(), authority_minor, now)
    if decided is None:
        return task
    if decided.choice is Choice.SUPPLEMENT:
        case.ask_for(decided.document_kinds)
    case.handled_by(*(vote.subject for vote in task.votes))
    step = Step(case, processes, uow, now, "complete_task", task)
    if task.stage == HEARING and task.wait_id == WAIT_ID:
        step.end(Outcome.APPROVED if decided.choice is Choice.APPROVE else Outcome.DECLINED)
        return task
    await step.answer(task.wait_id, {"outcome": decided.choice.value})
    return task


def _review(command: CompleteTask, task: Task, case: Case, processes: Processes, now: datetime) -> Task:
    """A borrower is answered; an approval becomes the decision in the place of the one that he asked about."""
    assert task.review is not None
    if task.unfinished:
        case.require_decision(task.review.decision_id)
    authority_minor = processes.authority_of(command.caller.roles)
    decided = task.complete(command.caller, command.verdict, case.bounds(review=True), authority_minor, now)
    if decided is not None:
        case.handled_by(*(vote.subject for vote in task.votes))
        if decided.choice is Choice.APPROVE:
            case.revise(new_id(), task, now)
        case.tell_review(task, now)
    return task
