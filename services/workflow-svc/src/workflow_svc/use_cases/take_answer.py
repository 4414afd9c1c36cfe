"""Takes the answers that a case waits for, each under the request that it answers."""

from datetime import datetime
from typing import Any

from loan_contracts.messages import (
    ApplicationSupplemented,
    ApplicationWithdrawn,
    ExternalDataCollected,
    FraudScreened,
    RiskAssessed,
)
from workflow_svc.domain.case import Case
from workflow_svc.engine import State
from workflow_svc.use_cases.carry_out import carry_out
from workflow_svc.use_cases.ports import Processes, UnitOfWork, case_id_of, task_id_of


async def take_collection(command: ExternalDataCollected, uow: UnitOfWork, now: datetime) -> Case:
    """Outside data have come."""
    case, wait = await _waiting_case(command, uow)
    return await _go_on(case, wait, case.take_collection(command), uow, now, "take_collection")


async def take_screening(command: FraudScreened, uow: UnitOfWork, now: datetime) -> Case:
    """The fraud screening has come."""
    case, wait = await _waiting_case(command, uow)
    return await _go_on(case, wait, case.take_screening(command), uow, now, "take_screening")


async def take_assessment(command: RiskAssessed, uow: UnitOfWork, now: datetime) -> Case:
    """The credit assessment has come."""
    case, wait = await _waiting_case(command, uow)
    return await _go_on(case, wait, case.take_assessment(command), uow, now, "take_assessment")


async def take_supplement(command: ApplicationSupplemented, uow: UnitOfWork, now: datetime) -> Case:
    """The documents that a reviewer asked for have come."""
    case = await uow.cases.get(case_id_of(command.application_id))
    case.require_running()
    return await _go_on(case, command.TYPE, {}, uow, now, "take_supplement")


async def take_withdrawal(command: ApplicationWithdrawn, uow: UnitOfWork, now: datetime) -> Case:
    """The applicant has withdrawn: nothing is waited for any more, and there is no decision."""
    case = await uow.cases.get(case_id_of(command.application_id))
    case.require_running()
    processes: Processes = uow.batch["processes"]
    definition = processes.definitions.version(case.process_code, case.process_version)
    state, effects = processes.engine.cancel(definition, State.restored(case.state), "WITHDRAWN")
    case.withdraw(state.stored())
    for wait_id in effects.closed_tasks:
        await _cancel_task(case, wait_id, uow)
    return case


async def _cancel_task(case: Case, wait_id: str, uow: UnitOfWork) -> None:
    task = await uow.tasks.get(task_id_of(case.id, wait_id))
    if task.unfinished:
        task.cancel()


async def _waiting_case(answer: Any, uow: UnitOfWork) -> tuple[Case, str]:
    case = await uow.cases.get(answer.case_id)
    processes: Processes = uow.batch["processes"]
    definition = processes.definitions.version(case.process_code, case.process_version)
    waiting = processes.engine.waiting(definition, State.restored(case.state))
    return case, case.wait_of(answer.request_id, waiting)


async def _go_on(case: Case, to: str, data: dict[str, Any], uow: UnitOfWork, now: datetime, action: str) -> Case:
    processes: Processes = uow.batch["processes"]
    definition = processes.definitions.version(case.process_code, case.process_version)
    state, effects = processes.engine.answer(definition, State.restored(case.state), to, data, now)
    await carry_out(case, state, effects, uow, now, action)
    return case
