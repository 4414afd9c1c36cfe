"""A task that waits: who is told at which moment, and to whom it goes when nobody has done anything (§15.7)."""

from collections.abc import Sequence
from datetime import datetime

from loan_contracts.access import APPROVER, COMMITTEE_MEMBER
from loan_contracts.decisions import TaskHandedOver, TaskOverdue, TaskReminded
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.task import WAITING, Task, TaskStatus


def let_wait(task: Task, staff: Staff, now: datetime) -> None:
    """Tells what its time says by now: first that half of it has passed, then that it is due; at last it goes to the
    deputy. Each once."""
    if task.status not in WAITING:
        return
    if task.snoozed_until is not None and now >= task.snoozed_until:
        task.snoozed_until = None
        task.record(TaskReminded, **told(task, _waits_for(task, staff, now)))
    if not task.reminded and task.remind_at is not None and now >= task.remind_at:
        task.reminded = True
        if now < task.due_at:
            task.record(TaskReminded, **told(task, _waits_for(task, staff, now)))
    if not task.told_overdue and now >= task.due_at:
        task.told_overdue = True
        above = staff.above(task.role, task.branch, now)
        task.record(TaskOverdue, **told(task, [*_waits_for(task, staff, now), *above]))
    if task.hand_over_at is not None and now >= task.hand_over_at:
        task.hand_over_at = None
        _hand_over(task, staff, now)


def _hand_over(task: Task, staff: Staff, now: datetime) -> None:
    """To whom stands in, or has least to do, else to somebody above who may decide it; nobody hands the vote of a
    member to another."""
    before, own = task.assignee, task.role
    roles = () if task.quorum > 1 else (own, *([APPROVER] if own not in (APPROVER, COMMITTEE_MEMBER) else []))
    found = ((role, staff.next_for(role, task.branch, before, task.barred, now)) for role in roles)
    task.role, to = next(((role, to) for role, to in found if to is not None), (own, None))
    if to is not None:
        task.status, task.assignee, task.handed_by = TaskStatus.CLAIMED, to, None
        task.tell_reassigned(task.role if task.role != own else None)
    above = staff.above(task.role, task.branch, now)
    recipients = [*_waits_for(task, staff, now), *([before] if before else []), *above]
    task.record(TaskHandedOver, **told(task, recipients), handed_over_by=before if to else None)


def _waits_for(task: Task, staff: Staff, now: datetime) -> tuple[str, ...]:
    """Who can do something about it: who has it, else those who may take it."""
    if task.assignee is not None:
        return (task.assignee,)
    return staff.told(task.role, task.branch, task.barred, now)


def told(task: Task, recipients: Sequence[str]) -> dict[str, object]:
    """What a message says that the task waits; each of the recipients is told once."""
    return {
        "case_id": task.case_id,
        "application_id": task.application_id,
        "task_id": task.id,
        "stage": task.stage,
        "role": task.role,
        "due_at": task.due_at,
        "assignee": task.assignee,
        "recipients": list(dict.fromkeys(recipients)),
    }
