"""The case of an application waits for a person."""

from datetime import datetime

from application_svc.domain.application import Application
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.messages import TaskCreated


async def record_task(command: TaskCreated, uow: UnitOfWork, now: datetime) -> Application:
    """Raises Conflict `application-not-in-process`, `supplement-awaited` where the task has been overtaken."""
    application = await uow.applications.get(command.application_id)
    application.hand_to(command.role, now)
    return application
