"""Carries out what the process engine asks for after a step: requests, tasks, and the decision at the end."""

from datetime import datetime

from loan_contracts.values import SourceStatus
from loan_servicekit.core import new_id
from workflow_svc.domain.case import Case
from workflow_svc.domain.task import Task
from workflow_svc.domain.verdict import Verdict
from workflow_svc.engine import Effects, HumanTask, State
from workflow_svc.use_cases.ports import Processes, UnitOfWork, task_id_of


async def carry_out(
    case: Case, state: State, effects: Effects, uow: UnitOfWork, now: datetime, action: str,
    verdict: Verdict | None = None, decided_by: str | None = None,
) -> None:  # fmt: skip
    """`verdict` and `decided_by` are a person's where the step came from one."""
    processes: Processes = uow.batch["processes"]
    for wait_id in effects.closed_tasks:
        task = await uow.tasks.get(task_id_of(case.id, wait_id))
        if task.unfinished:
            task.cancel()
    for request in effects.requests:
        case.emit(request.topic, request.wait_id, request.answer_by, now)
    for human in effects.tasks:
        _open_task(case, human, processes, uow, now)
    if effects.finished and effects.result:
        case.decide(new_id(), effects.result, verdict, decided_by, now)
    case.moved(state.stored(), action)


def _open_task(case: Case, human: HumanTask, processes: Processes, uow: UnitOfWork, now: datetime) -> None:
    task = Task(
        id=task_id_of(case.id, human.wait_id),
        case_id=case.id,
        application_id=case.application_id,
        wait_id=human.wait_id,
        stage=human.node_id,
        name=human.name,
        role=human.role,
        branch=case.submitted.branch,
        requested_minor=case.submitted.amount_minor,
        outcomes=human.outcomes,
        makers=tuple(case.handlers),
        created_at=now,
        due_at=processes.calendar.after(now, human.due_hours),
        quorum=human.quorum,
    )
    task.open(_hints(case))
    uow.tasks.add(task)


def _hints(case: Case) -> tuple[str, ...]:
    """Codes of what sent the case to a person: rules that were hit, sources that stayed silent."""
    hints = [reason.code for reason in case.fraud.reasons] if case.fraud else []
    hints += case.risk.triggers if case.risk else []
    if case.collected:
        hints += [f"{s}:{status}" for s, status in case.collected.statuses.items() if status is not SourceStatus.HIT]
    return tuple(dict.fromkeys(hints))
