"""A condition that an approval sets before the contract is fulfilled, and somebody has seen it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.contracts import contracting
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class CheckConditionOff:
    """The condition is fulfilled; `evidence` says where the proof lies."""

    caller: Caller
    application_id: UUID
    code: str
    evidence: str
    expect: Callable[[int], None]


async def check_condition_off(command: CheckConditionOff, uow: UnitOfWork, now: datetime) -> Application:
    """Raises what `contracting.check_condition_off` raises, Forbidden `other-branch`."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    command.expect(application.sequence)
    contracting.check_condition_off(application, command.code, command.evidence, command.caller.subject, now)
    return application
