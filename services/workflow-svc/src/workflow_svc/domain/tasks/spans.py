"""How long a task waited to be taken, and how long somebody worked on it, in working time."""

from datetime import datetime

from workflow_svc.domain.tasks.task import Task
from workflow_svc.domain.tasks.working_time import WorkingCalendar


def take(task: Task, now: datetime) -> None:
    """Somebody has it for the first time."""
    task.taken_at = task.taken_at or now


def measure(task: Task, calendar: WorkingCalendar) -> None:
    """A task that is complete: up to the first hands, or the first vote, it waited; while it was suspended nobody
    worked on it."""
    if task.completed_at is None:
        return
    taken = task.taken_at or min((vote.at for vote in task.votes), default=task.completed_at)
    task.waited_s = int(calendar.between(task.created_at, taken).total_seconds())
    worked = int(calendar.between(taken, task.completed_at).total_seconds())
    task.worked_s = max(0, worked - task.stood_s)
