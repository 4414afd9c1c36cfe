"""What a person does with a task: claim, release, hand over, complete."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from loan_contracts.decisions import Outcome
from loan_servicekit.core import Caller, new_id
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.cases.told_review import tell_review
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.spans import measure, take
from workflow_svc.domain.tasks.task import HEARING, Task
from workflow_svc.use_cases.cases.carry_out import Step
from workflow_svc.use_cases.cases.hear import WAIT_ID
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.checkpoints.keep import hold_up
from workflow_svc.use_cases.tasks.pass_on import is_above, to_the_next


class OfTask(Protocol):
    """A command about a task."""

    @property
    def caller(self) -> Caller:
        """Who."""

    @property
    def task_id(self) -> UUID:
        """Which task."""


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
    """Decide this task, or vote on it; `form` is what its form asks for."""

    caller: Caller
    task_id: UUID
    verdict: Verdict
    form: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Completing:
    """What completing tasks needs: what runs cases, and everybody known where somebody approves above his authority."""

    processes: Processes
    staff: Staff = field(default_factory=lambda: Staff(()))

    def exceeds(self, command: CompleteTask, task: Task, case: Case) -> bool:
        """Whether he approves alone more than he may."""
        caller, verdict = command.caller, command.verdict
        mine = self.processes.authority_of(case, caller.roles, caller.subject, verdict.exceptions)
        return is_above(task, verdict, mine)


async def task_of(command: OfTask, uow: UnitOfWork) -> Task:
    """The task of a command. Raises Forbidden `other-branch`."""
    task = await uow.tasks.get(command.task_id)
    command.caller.require_branch(task.branch)
    return task


async def claim_task(command: WorkOnTask, uow: UnitOfWork, now: datetime) -> Task:
    """The caller takes the task."""
    task = await task_of(command, uow)
    task.claim(command.caller)
    take(task, now)
    return task


async def release_task(command: WorkOnTask, uow: UnitOfWork, now: datetime) -> Task:
    """The caller gives the task back."""
    task = await task_of(command, uow)
    task.unclaim(command.caller)
    return task


async def reassign_task(command: ReassignTask, staff: Staff, uow: UnitOfWork, now: datetime) -> Task:
    """The caller hands the task to another person."""
    task = await task_of(command, uow)
    task.reassign(command.caller, command.to, staff)
    return task


async def complete_task(command: CompleteTask, completing: Completing, uow: UnitOfWork, now: datetime) -> Task:
    """Decides the task and lets the case go on. A vote is kept until the quorum is there; an approval above the
    caller's authority is his opinion, and goes to the next who may."""
    task = await task_of(command, uow)
    case = await uow.cases.get(task.case_id)
    _require_open(task, case)
    await hold_up(task, case, command.verdict.choice, uow, now)
    processes, caller, verdict = completing.processes, command.caller, command.verdict
    if completing.exceeds(command, task, case):
        left = to_the_next(task, case, caller, verdict, processes, completing.staff, now)
        if left is None:
            return task
        verdict = left
    authority_minor = processes.authority_of(case, caller.roles, caller.subject, verdict.exceptions)
    bounds = case.bounds(review=task.review is not None)
    decided = task.complete(caller, verdict, bounds, authority_minor, now)
    if decided is None:
        return task
    measure(task, processes.calendar)
    case.handled_by(*task.heard)
    if task.review is not None:
        if decided.choice is Choice.APPROVE:
            case.revise(new_id(), task, now)
        tell_review(case, task, now)
        return task
    if decided.choice is Choice.SUPPLEMENT:
        case.ask_for(decided.document_kinds)
    step = Step(case, processes, uow, now, "complete_task", task if decided.choice is not Choice.DONE else None)
    if task.stage == HEARING and task.wait_id == WAIT_ID:
        await step.end(Outcome.APPROVED if decided.choice is Choice.APPROVE else Outcome.DECLINED)
        return task
    await step.answer(task.wait_id, {"outcome": decided.choice.value, "form": command.form})
    if task.plan is not None and task.plan.form:
        task.plan = replace(task.plan, told=dict(command.form))
    return task


def _require_open(task: Task, case: Case) -> None:
    """The case may have ended since the task was read, and must not be refused half-way."""
    if not task.unfinished:
        return
    if task.review is not None:
        case.require_decision(task.review.decision_id)
    else:
        case.require_running()
