"""The case of an application waits for a person."""

from datetime import datetime

from application_svc.domain.application import Application
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.messages import TaskCreated

REVIEW = "customer_review"  # a task that the borrower has asked for; his application stays decided


async def record_task(command: TaskCreated, uow: UnitOfWork, now: datetime) -> Application:
    """Raises Conflict `application-not-in-process`, `supplement-awaited` where the task has been overtaken."""
    if command.stage == REVIEW:
        return await uow.applications.get(command.application_id)
    application = await uow.applications.get(command.application_id)
    application.hand_to(command.role, now)
    return application
