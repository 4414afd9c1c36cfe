"""Starts the case of a submitted application, or of an act on a loan, on the version of its process that it is bound
to."""

from datetime import datetime

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.decisions import ApprovalRequested, case_id_of_approval
from loan_servicekit.core import Conflict
from workflow_svc.domain.cases.case import Case, case_id_of
from workflow_svc.use_cases.cases.carry_out import Step
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes


async def open_case(command: ApplicationSubmitted, processes: Processes, uow: UnitOfWork, now: datetime) -> Case:
    """An application has one case. Raises Conflict `case-already-open`, NotFound `process-not-found`."""
    if await uow.cases.find(case_id_of(command.application_id)) is not None:
        raise Conflict("case-already-open", f"application {command.application_id} has its case")
    case, state, effects = processes.opened(command, now)
    await Step(case, processes, uow, now, "open_case").carry_out(state, effects)
    uow.cases.add(case)
    return case


async def open_approval(command: ApprovalRequested, processes: Processes, uow: UnitOfWork, now: datetime) -> Case:
    """An act on a loan has one case. Raises Conflict `case-already-open`, NotFound `process-not-found`."""
    if await uow.cases.find(case_id_of_approval(command.approval_id)) is not None:
        raise Conflict("case-already-open", f"the approval {command.approval_id} has its case")
    case, state, effects = processes.asked(command, now)
    await Step(case, processes, uow, now, "open_approval").carry_out(state, effects)
    uow.cases.add(case)
    return case
