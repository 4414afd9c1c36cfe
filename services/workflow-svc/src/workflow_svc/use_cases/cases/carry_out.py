"""Lets a case go on, and carries out what the process engine asks for then: requests, tasks, the decision at the end."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from loan_contracts.values import FlowTaken, SourceStatus
from loan_servicekit.core import new_id
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.cases.requests import emit_request
from workflow_svc.domain.tasks.task import Task, task_id_of
from workflow_svc.engine import Effects, HumanTask, State, Turn
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.ports import UnitOfWork

LONG_NUMBER = re.compile(r"[0-9]{16,}")
LONGEST_WORDING, LONGEST_FIGURE = 300, 64


async def go_on(
    case: Case, to: str, data: Mapping[str, Any], uow: UnitOfWork, now: datetime, action: str,
    decided: Task | None = None,
) -> None:  # fmt: skip
    """Takes an answer to a wait of the case. `decided` is the task whose completion it is; `action` names the step."""
    processes: Processes = uow.batch["processes"]
    state, effects = processes.answer(case, to, data, now)
    await carry_out(case, state, effects, uow, now, action, decided)


async def carry_out(
    case: Case, state: State, effects: Effects, uow: UnitOfWork, now: datetime, action: str, decided: Task | None = None
) -> None:
    """Everything that a step asks for, in one go."""
    processes: Processes = uow.batch["processes"]
    await close_tasks(case, effects.closed_tasks, uow)
    for request in effects.requests:
        emit_request(case, request.topic, request.wait_id, request.answer_by, now)
    for human in effects.tasks:
        _open_task(case, human, effects.turns, processes, uow, now)
    if effects.result:
        verdict, by = (decided.verdict, decided.decided_by) if decided else (None, None)
        case.decide(new_id(), effects.result, verdict, by, now)
    case.moved(state.stored(), action, {fault.flow: fault.problem for fault in effects.faults})


async def close_tasks(case: Case, wait_ids: Iterable[str], uow: UnitOfWork) -> None:
    """Cancels the tasks of waits that the case waits at no more."""
    for wait_id in wait_ids:
        task = await uow.tasks.get(task_id_of(case.id, wait_id))
        if task.unfinished:  # else somebody has completed it since the case was read; saving the case will tell
            task.cancel()


def _open_task(
    case: Case, human: HumanTask, turns: tuple[Turn, ...], processes: Processes, uow: UnitOfWork, now: datetime
) -> None:
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
        flows=tuple(_flow(turn) for turn in turns),
    )
    task.open(_hints(case))
    uow.tasks.add(task)


def _flow(turn: Turn) -> FlowTaken:
    values = {name: "" if value is None else _figure(value) for name, value in turn.values.items()}
    return FlowTaken(at=_wording(turn.at), flow=_wording(turn.flow), label=_wording(turn.label),
                     condition=_wording(turn.condition), values=values)  # fmt: skip


def _wording(text: str) -> str:
    """What a designer wrote, as far as a message has room for it (loan_contracts.texts)."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return LONG_NUMBER.sub("…", printable)[:LONGEST_WORDING]


def _figure(value: int | str | bool) -> str:
    return str(value).encode("ascii", "replace").decode()[:LONGEST_FIGURE]


def _hints(case: Case) -> tuple[str, ...]:
    """Codes of what sent the case to a person: rules that were hit, sources that stayed silent."""
    hints = [reason.code for reason in case.fraud.reasons] if case.fraud else []
    hints += case.risk.triggers if case.risk else []
    if case.collected:
        hints += [f"{s}:{status}" for s, status in case.collected.statuses.items() if status is not SourceStatus.HIT]
    return tuple(dict.fromkeys(hints))
