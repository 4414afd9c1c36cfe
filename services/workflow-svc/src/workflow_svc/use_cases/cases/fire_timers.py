"""Lets time pass for a case: timers that are due fire."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from workflow_svc.domain.cases.case import CaseStatus
from workflow_svc.use_cases.cases.carry_out import Step
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes


@dataclass(frozen=True, slots=True)
class FireTimers:
    """Fire what is due in this case."""

    case_id: UUID


async def fire_timers(command: FireTimers, processes: Processes, uow: UnitOfWork, now: datetime) -> None:
    """Fires the earliest first; what one timer cancels does not fire."""
    case = await uow.cases.get(command.case_id)
    while case.status is CaseStatus.RUNNING and (due := processes.due(case, now)):
        await Step(case, processes, uow, now, "fire_timer").answer(due[0], {})
