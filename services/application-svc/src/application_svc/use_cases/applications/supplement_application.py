"""The documents that a reviewer asked for are there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class SupplementApplication:
    """The documents that were asked for are uploaded."""

    caller: Caller
    application_id: UUID
    expect: Callable[[int], None]


async def supplement_application(command: SupplementApplication, uow: UnitOfWork, now: datetime) -> Application:
    """The case goes on; raises Conflict `application-not-in-process`, Invalid `documents-missing`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    application.complete_supplement(now)
    return application
