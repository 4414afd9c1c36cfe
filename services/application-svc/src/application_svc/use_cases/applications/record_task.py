"""The case of an application waits for a person."""

from datetime import datetime

from application_svc.domain.applications.application import Application
from application_svc.use_cases.applications.ports import TaskFact
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.decisions import TaskClaimed, TaskCompleted, TaskCreated, TaskReassigned, case_id_of

REVIEW = "customer_review"  # a task that the borrower has asked for; his application stays decided


TaskMessage = TaskCreated | TaskClaimed | TaskReassigned | TaskCompleted


async def record_task(command: TaskCreated, uow: UnitOfWork, now: datetime) -> Application:
    """Raises Conflict `application-not-in-process`, `supplement-awaited` where the task has been overtaken."""
    application = await uow.applications.get(command.application_id)
    if command.stage == REVIEW:
        return application
    if command.case_id == case_id_of(application.id):  # else it is about the loan that came of it (docs/decisions/0060)
        application.hand_to(command.role, now)
    note_task(uow, command, command.role, None, open=True)
    return application


async def record_claim(command: TaskClaimed | TaskReassigned, uow: UnitOfWork, now: datetime) -> None:
    """A person has the task now, or nobody any more: who it is decides whose look at protected values belongs to it."""
    role = command.role if isinstance(command, TaskReassigned) else None
    note_task(uow, command, role, command.assignee, open=True)


async def record_completion(command: TaskCompleted, uow: UnitOfWork, now: datetime) -> None:
    """The task is done."""
    note_task(uow, command, None, command.assignee, open=False)


def note_task(uow: UnitOfWork, told: TaskMessage, role: str | None, assignee: str | None, open: bool) -> None:
    """One fact about a task; facts are kept one by one, since across topics they come in any order."""
    uow.task_facts.append(TaskFact(told.task_id, told.sequence, told.application_id, role, assignee, open))
