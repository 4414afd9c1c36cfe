"""An approval above the authority of who gives it goes to the next who may."""

from dataclasses import replace
from datetime import datetime

from loan_contracts.access import APPROVER, COMMITTEE_MEMBER
from loan_servicekit.core import Caller
from workflow_svc.domain.authority.binding import Hearing, is_committee, members_of
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.people.staff import Colleague, Staff
from workflow_svc.domain.tasks.passing_on import Next, pass_on
from workflow_svc.domain.tasks.task import Task
from workflow_svc.use_cases.cases.processes import Processes


def is_above(task: Task, verdict: Verdict, authority_minor: int) -> bool:
    """Whether one person approves more than he may; several, and a committee, are held to it by the task."""
    return task.quorum == 1 and verdict.choice is Choice.APPROVE and (verdict.amount_minor or 0) > authority_minor


def to_the_next(
    task: Task, case: Case, caller: Caller, verdict: Verdict, processes: Processes, staff: Staff, now: datetime
) -> Verdict | None:
    """To the person of this role, or an approver, whose authority is enough and goes least beyond, of several the one
    with least in his hands; else to the committee: by the process's own way where it has one, as the verdict that is
    left, else as it stands."""
    amount = verdict.amount_minor or 0

    def authority_minor(of: Colleague) -> int:
        return processes.authority_of(case, of.roles, of.subject, verdict.exceptions)

    bounds = case.bounds(review=task.review is not None)
    mine = processes.authority_of(case, caller.roles, caller.subject, verdict.exceptions)
    for role in dict.fromkeys((task.role, APPROVER)):
        fit = staff.fit(role, task.branch, {*task.barred, caller.subject}, now)
        enough = [(authority_minor(each), each.load, each.subject) for each in fit if authority_minor(each) >= amount]
        if enough:
            [*_, assignee] = min(enough)
            pass_on(task, caller, verdict, bounds, mine, Next(Hearing(role, 1), assignee), now)
            return None
    if Choice.COMMITTEE in task.outcomes:
        task.require_sound(caller, verdict, bounds)
        return replace(verdict, choice=Choice.COMMITTEE, exceptions=(), exception_reason=None)
    committee = Hearing(COMMITTEE_MEMBER, members_of(case.submitted.amount_minor))
    assert is_committee(committee)
    sitting = processes.sitting(committee, task.branch, {*task.barred, caller.subject})
    pass_on(task, caller, verdict, bounds, mine, Next(committee, sitting=sitting), now)
    return None
