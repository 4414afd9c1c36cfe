"""The applicant steps back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.applications import WithdrawalReason
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class WithdrawApplication:
    """End this application without a decision."""

    caller: Caller
    application_id: UUID
    reason: WithdrawalReason | None
    expect: Callable[[int], None]


async def withdraw_application(command: WithdrawApplication, uow: UnitOfWork, now: datetime) -> Application:
    """Possible until the contract is signed; raises Conflict `application-not-withdrawable`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    application.withdraw(command.reason, now)
    return application
