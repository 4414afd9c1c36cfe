"""What becomes of the checkpoints of a case on its way: they open with their tasks, hold them up, close with the case.

A case knows its open checkpoints, so one that has none costs nothing."""

from collections.abc import Sequence
from datetime import datetime

from workflow_svc.domain.authority.verdict import Choice
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.checkpoints.checkpoint import Checkpoint, checkpoint_id_of, require_evidence
from workflow_svc.domain.tasks.task import Task
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.checkpoints.ports import CheckpointsUnitOfWork

ONWARD = (Choice.APPROVE, Choice.DONE, Choice.COMMITTEE)
"""What lets a case go on as if all had been done; a decline and a question for papers need no evidence."""


async def open_checkpoints(task: Task, case: Case, uow: UnitOfWork, now: datetime) -> None:
    """Those of a task that opens; they take the place of earlier ones there."""
    needs = task.plan.evidence if task.plan is not None else None
    if needs is None:
        return
    opened = [Checkpoint.of(task, kind, needs) for kind in needs.kinds]
    places = {each.place for each in opened}
    await close_checkpoints([each for each in await _kept(case, uow) if each.place in places], case, now)
    for each in opened:
        uow.checkpoints.add(each)
    case.checkpoints += [each.id for each in opened]


async def hold_up(task: Task, case: Case, choice: Choice, uow: UnitOfWork, now: datetime) -> None:
    """Nobody completes a task without the evidence that it needs. Raises what `require_evidence` raises."""
    if case.checkpoints and choice in ONWARD:
        require_evidence(task, await _kept(case, uow), choice is Choice.APPROVE, now)


async def end_checkpoints(case: Case, uow: UnitOfWork, now: datetime, of: Task | None = None) -> None:
    """The case has ended, or needs a task no more: nothing is due any more."""
    ended = [each for each in await _kept(case, uow) if of is None or each.task_id == of.id]
    await close_checkpoints(ended, case, now)


async def move_due(task: Task, uow: CheckpointsUnitOfWork) -> None:
    """The task is due at another time, and so is what it needs."""
    for kind in task.plan.evidence.kinds if task.plan is not None and task.plan.evidence else ():
        (await uow.checkpoints.get(checkpoint_id_of(task.id, kind))).move(task.due_at)


async def close_checkpoints(ended: Sequence[Checkpoint], case: Case, now: datetime) -> None:
    """Nothing is due of these any more."""
    for each in ended:
        each.close(now)
        case.checkpoints.remove(each.id)


async def _kept(case: Case, uow: UnitOfWork) -> list[Checkpoint]:
    return [await uow.checkpoints.get(id) for id in case.checkpoints]
