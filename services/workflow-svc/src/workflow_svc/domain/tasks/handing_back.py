"""A task that was handed over goes back: who has it sends it back, or who handed it over takes it back."""

from loan_servicekit.core import Caller, Conflict
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.task import Task, TaskStatus


def send_back(task: Task, caller: Caller, staff: Staff) -> None:
    """Who has it gives it back to who handed it over. Raises Conflict `not-handed-over`, Invalid `assignee-unfit`, and
    as `Task.require_held` does."""
    task.require_held(caller)
    if task.handed_by is None:
        raise Conflict("not-handed-over", "nobody has handed this task over; release it, or hand it over yourself")
    task.require_fit(task.handed_by, staff)
    _give(task, task.handed_by)


def take_back(task: Task, caller: Caller) -> None:
    """Who handed it over takes it back while it waits. Raises Conflict `not-handed-over`, and why not him."""
    task.require_open_to(caller)
    if task.handed_by != caller.subject or task.status is not TaskStatus.CLAIMED:
        raise Conflict("not-handed-over", "only who has handed a task over takes it back, while it is in those hands")
    _give(task, caller.subject)


def _give(task: Task, to: str) -> None:
    task.assignee, task.handed_by = to, None
    task.tell_reassigned()
