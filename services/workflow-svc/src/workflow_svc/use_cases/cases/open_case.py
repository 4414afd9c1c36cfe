"""Starts the case of a submitted application on the newest version of its process."""

from datetime import datetime

from loan_contracts.messages import ApplicationSubmitted
from loan_servicekit.core import Conflict
from workflow_svc.domain.cases.case import Case, case_id_of
from workflow_svc.use_cases.cases.carry_out import carry_out
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.ports import UnitOfWork


async def open_case(command: ApplicationSubmitted, uow: UnitOfWork, now: datetime) -> Case:
    """An application has one case. Raises Conflict `case-already-open`, NotFound `process-not-found`."""
    if await uow.cases.find(case_id_of(command.application_id)) is not None:
        raise Conflict("case-already-open", f"application {command.application_id} has its case")
    processes: Processes = uow.batch["processes"]
    case, state, effects = processes.opened(command, now)
    await carry_out(case, state, effects, uow, now, "open_case")
    uow.cases.add(case)
    return case
