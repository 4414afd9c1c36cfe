"""An approval above somebody's authority is kept as his opinion; the task goes to the next who may (§15.7)."""

from datetime import datetime
from typing import NamedTuple

from loan_servicekit.core import Caller
from workflow_svc.domain.authority.binding import Hearing, is_committee
from workflow_svc.domain.authority.verdict import Bounds, Choice, Verdict
from workflow_svc.domain.committee.sitting import Sitting
from workflow_svc.domain.committee.vote import Vote
from workflow_svc.domain.tasks.task import Task, TaskStatus


class Next(NamedTuple):
    """Who decides in his place: one person, or a committee."""

    hearing: Hearing
    assignee: str | None = None
    sitting: Sitting | None = None


def pass_on(
    task: Task, caller: Caller, verdict: Verdict, bounds: Bounds, authority_minor: int, to: Next, now: datetime
) -> None:
    """Raises what `Task.complete` raises, but for `authority-exceeded`. Who was of an opinion takes no part any more.

    A committee hears it afresh, with approval or decline alone; who has signed an exception before was of an opinion.
    """
    task.require_sound(caller, verdict, bounds)
    task.opinions = [*task.opinions, Vote(caller.subject, verdict, now, authority_minor)]
    before, (task.role, task.quorum), task.sitting = task.role, to.hearing, to.sitting
    if is_committee(to.hearing):
        task.opinions, task.votes = [*task.votes, *task.opinions], []
        task.outcomes = tuple(choice for choice in task.outcomes if choice not in (Choice.SUPPLEMENT, Choice.COMMITTEE))
    task.status, task.assignee = TaskStatus.CLAIMED if to.assignee else TaskStatus.OPEN, to.assignee
    told = {"amount_minor": str(verdict.amount_minor), "authority_minor": str(authority_minor), "role": task.role}
    task.audit("pass_on_task", told | {"comment_sha256": verdict.comment_sha256})
    task.tell_reassigned(task.role if task.role != before else None)
