"""Takes the answers that a case waits for, each under the request that it answers."""

from datetime import datetime

from loan_contracts.applications import ApplicationSupplemented, ApplicationWithdrawn, DocumentAttached
from loan_contracts.assessment import ExternalDataCollected, FraudScreened, RiskAssessed
from workflow_svc.domain.cases.case import Case, case_id_of
from workflow_svc.use_cases.cases.carry_out import Step, close_tasks
from workflow_svc.use_cases.cases.hear import cancel_hearing
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.checkpoints.keep import end_checkpoints


async def take_collection(command: ExternalDataCollected, processes: Processes, uow: UnitOfWork, now: datetime) -> Case:
    """Outside data have come."""
    case, wait = await _waiting_case(command, processes, uow)
    await Step(case, processes, uow, now, "take_collection").answer(wait, case.take_collection(command))
    return case


async def take_screening(command: FraudScreened, processes: Processes, uow: UnitOfWork, now: datetime) -> Case:
    """The fraud screening has come."""
    case, wait = await _waiting_case(command, processes, uow)
    await Step(case, processes, uow, now, "take_screening").answer(wait, case.take_screening(command))
    return case


async def take_assessment(command: RiskAssessed, processes: Processes, uow: UnitOfWork, now: datetime) -> Case:
    """The credit assessment has come."""
    case, wait = await _waiting_case(command, processes, uow)
    await Step(case, processes, uow, now, "take_assessment").answer(wait, case.take_assessment(command))
    return case


async def take_supplement(
    command: ApplicationSupplemented, processes: Processes, uow: UnitOfWork, now: datetime
) -> Case:
    """The documents that a reviewer asked for have come."""
    case = await uow.cases.get(case_id_of(command.application_id))
    case.take_supplement(command)
    await Step(case, processes, uow, now, "take_supplement").answer(command.TYPE, {})
    return case


async def take_paper(command: DocumentAttached, processes: Processes, uow: UnitOfWork, now: datetime) -> Case:
    """Evidence was uploaded that a task may name."""
    case = await uow.cases.get(case_id_of(command.application_id))
    case.take_paper(command)
    return case


async def take_withdrawal(command: ApplicationWithdrawn, processes: Processes, uow: UnitOfWork, now: datetime) -> Case:
    """The applicant has withdrawn: nothing is waited for any more, and there is no decision."""
    case = await uow.cases.get(case_id_of(command.application_id))
    case.require_running()
    if not processes.waiting(case):  # its process is over, and people hear what it may not decide
        case.withdraw(case.state, now)
        await cancel_hearing(case, uow, now)
        await end_checkpoints(case, uow, now)
        return case
    state, effects = processes.cancel(case, "WITHDRAWN")
    case.withdraw(state.stored(), now)
    await close_tasks(case, effects.closed_tasks, uow, now)
    await end_checkpoints(case, uow, now)
    return case


async def _waiting_case(
    answer: ExternalDataCollected | FraudScreened | RiskAssessed, processes: Processes, uow: UnitOfWork
) -> tuple[Case, str]:
    case = await uow.cases.get(answer.case_id)
    return case, case.wait_of(answer.request_id, processes.waiting(case))
