"""A process ends with an approval that may not stand: people decide in its place (docs/decisions/0036)."""

from collections.abc import Sequence
from datetime import datetime

from loan_contracts.access import APPROVER
from workflow_svc.domain.authority.binding import hearing_of
from workflow_svc.domain.authority.verdict import Choice
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.task import HEARING, Task, task_id_of
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes

WAIT_ID = f"{HEARING}.1"  # a case has one: it ends with the decision
DUE_HOURS = 4  # domain.md §15.7: approve


def open_hearing(case: Case, bars: Sequence[str], processes: Processes, uow: UnitOfWork, now: datetime) -> None:
    """The task of those who could approve what was asked for; nobody who acted before is among them."""
    hearing = hearing_of(case.submitted, processes.authority_of(case, [APPROVER]))
    task = Task(
        id=task_id_of(case.id, WAIT_ID),
        case_id=case.id,
        application_id=case.application_id,
        wait_id=WAIT_ID,
        stage=HEARING,
        name="越权审批复核",
        role=hearing.role,
        branch=case.submitted.branch,
        requested_minor=case.submitted.amount_minor,
        outcomes=(Choice.APPROVE.value, Choice.DECLINE.value),
        makers=tuple(case.handlers),
        created_at=now,
        **processes.calendar.deadlines(now, DUE_HOURS)._asdict(),
        quorum=hearing.quorum,
        product_code=case.submitted.product_code,
        application_no=case.submitted.application_no,
        sitting=processes.sitting(hearing, case.submitted.branch, case.handlers),
    )
    task.open(tuple(bars))
    uow.tasks.add(task)


async def cancel_hearing(case: Case, uow: UnitOfWork, now: datetime) -> None:
    """The case ends otherwise."""
    task = await uow.tasks.get(task_id_of(case.id, WAIT_ID))
    if task.unfinished:  # else somebody has decided it since the case was read; saving the case will tell
        task.cancel(now)
