"""Whether the approval with which a task has ended stands, whatever its process makes of it (docs/decisions/0036)."""

from loan_contracts.applications import ApplicationSubmitted
from workflow_svc.domain.authority.binding import SIGNERS, Bar, Hearing, is_heard
from workflow_svc.domain.authority.verdict import Bounds, Choice
from workflow_svc.domain.tasks.task import Task


def bars_of(task: Task, bounds: Bounds, submitted: ApplicationSubmitted) -> tuple[str, ...]:
    """What keeps it from standing, by code (binding.py). What each of its people might approve when he decided stands
    with his vote."""
    if task.verdict is None or task.verdict.choice is not Choice.APPROVE:
        return ()
    amount = task.verdict.amount_minor or 0
    signed = task.verdict.exceptions if len(task.votes) >= SIGNERS else ()
    found = [code for code in bounds.exceptions(amount) if code not in signed]
    found += [Bar.FRAUD] if bounds.barred else []
    found += [Bar.ABOVE_LAW] if amount > bounds.highest_minor else []
    above = any(v.authority_minor is not None and amount > v.authority_minor for v in task.votes)
    found += [Bar.ABOVE_AUTHORITY] if above else []
    found += [Bar.COMMITTEE] if not is_heard(submitted, Hearing(task.role, task.quorum)) else []
    return tuple(found)
