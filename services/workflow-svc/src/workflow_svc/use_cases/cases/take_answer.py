"""Takes the answers that a case waits for, each under the request that it answers."""

from datetime import datetime

from loan_contracts.messages import (
    ApplicationSupplemented,
    ApplicationWithdrawn,
    ExternalDataCollected,
    FraudScreened,
    RiskAssessed,
)
from workflow_svc.domain.cases.case import Case, case_id_of
from workflow_svc.use_cases.cases.carry_out import close_tasks, go_on
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.ports import UnitOfWork


async def take_collection(command: ExternalDataCollected, uow: UnitOfWork, now: datetime) -> Case:
    """Outside data have come."""
    case, wait = await _waiting_case(command, uow)
    await go_on(case, wait, case.take_collection(command), uow, now, "take_collection")
    return case


async def take_screening(command: FraudScreened, uow: UnitOfWork, now: datetime) -> Case:
    """The fraud screening has come."""
    case, wait = await _waiting_case(command, uow)
    await go_on(case, wait, case.take_screening(command), uow, now, "take_screening")
    return case


async def take_assessment(command: RiskAssessed, uow: UnitOfWork, now: datetime) -> Case:
    """The credit assessment has come."""
    case, wait = await _waiting_case(command, uow)
    await go_on(case, wait, case.take_assessment(command), uow, now, "take_assessment")
    return case


async def take_supplement(command: ApplicationSupplemented, uow: UnitOfWork, now: datetime) -> Case:
    """The documents that a reviewer asked for have come."""
    case = await uow.cases.get(case_id_of(command.application_id))
    case.take_supplement(command)
    await go_on(case, command.TYPE, {}, uow, now, "take_supplement")
    return case


async def take_withdrawal(command: ApplicationWithdrawn, uow: UnitOfWork, now: datetime) -> Case:
    """The applicant has withdrawn: nothing is waited for any more, and there is no decision."""
    case = await uow.cases.get(case_id_of(command.application_id))
    case.require_running()
    processes: Processes = uow.batch["processes"]
    state, effects = processes.cancel(case, "WITHDRAWN")
    case.withdraw(state.stored())
    await close_tasks(case, effects.closed_tasks, uow)
    return case


async def _waiting_case(
    answer: ExternalDataCollected | FraudScreened | RiskAssessed, uow: UnitOfWork
) -> tuple[Case, str]:
    case = await uow.cases.get(answer.case_id)
    processes: Processes = uow.batch["processes"]
    return case, case.wait_of(answer.request_id, processes.waiting(case))
