"""A task that stands still: suspended while something outside is awaited, or laid aside until a day (§15.7)."""

from datetime import datetime

from loan_servicekit.core import Caller, Conflict, FieldError, Forbidden, Invalid
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.domain.tasks.working_time import WorkingCalendar


def suspend(task: Task, caller: Caller, now: datetime) -> None:
    """Who has it lets its time stand still. Raises Conflict `task-suspended`, and as `Task.require_held` does."""
    task.require_held(caller)
    task.status, task.suspended_at = TaskStatus.SUSPENDED, now
    task.audit("suspend_task", {"stage": task.stage})


def resume(task: Task, caller: Caller, calendar: WorkingCalendar, now: datetime) -> None:
    """Somebody of its role lets it go on, with the working time that was left. Raises Conflict `task-not-suspended`,
    Forbidden `role-missing`."""
    if task.status is not TaskStatus.SUSPENDED or task.suspended_at is None:
        raise Conflict("task-not-suspended", f"the task is {task.status}")
    if task.role not in caller.roles:
        raise Forbidden("role-missing", f"this task is for the role {task.role}")
    stood = task.suspended_at
    task.due_at = calendar.moved(task.due_at, stood, now)
    task.remind_at = task.remind_at and calendar.moved(task.remind_at, stood, now)
    task.hand_over_at = task.hand_over_at and calendar.moved(task.hand_over_at, stood, now)
    task.stood_s += int(calendar.between(stood, now).total_seconds())
    task.status, task.suspended_at = TaskStatus.CLAIMED, None
    task.audit("resume_task", {"stage": task.stage, "due_at": task.due_at.isoformat()})


def snooze(task: Task, caller: Caller, until: datetime, now: datetime) -> None:
    """Who has it lays it aside, and is reminded then. Raises Invalid `snooze-out-of-range`: not beyond its due time,
    which runs on. Raises Conflict as `Task.require_held` does."""
    task.require_held(caller)
    if not now < until <= task.due_at:
        detail = f"it can be laid aside from now on until it is due at {task.due_at.isoformat()}"
        raise Invalid("snooze-out-of-range", detail, [FieldError("/until", "snooze-out-of-range", detail)])
    task.snoozed_until = until
    task.audit("snooze_task", {"until": until.isoformat()})
