"""What the minutes of a committee's vote say (R-9.10)."""

from workflow_svc.domain.authority.verdict import Choice
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.committee.vote import Vote
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.use_cases.committee.ports import Minutes


def minutes_of(task: Task, case: Case) -> Minutes | None:
    """The minutes; None where no committee has voted to an end."""
    if task.status is not TaskStatus.COMPLETED or task.quorum == 1 or task.verdict is None or task.closed_at is None:
        return None
    cast, chairs = task.votes[: task.quorum], task.votes[task.quorum :]
    if task.is_secret:
        cast = sorted(cast, key=lambda vote: vote.verdict.comment_sha256)
    decided = task.verdict
    in_favour = sum(vote.verdict.choice is Choice.APPROVE for vote in cast)
    content = {
        "application_no": case.submitted.application_no,
        "product_code": case.submitted.product_code,
        "branch": task.branch,
        "requested_minor": task.requested_minor,
        "opened_on": task.created_at.date().isoformat(),
        "present": sorted(vote.subject for vote in cast),
        "secret": task.is_secret,
        "votes": [_told(vote, task.is_secret) for vote in cast],
        "in_favour": in_favour,
        "against": len(cast) - in_favour,
        "chair": task.sitting.chair if task.sitting else None,
        "chair_said": [_told(vote, False) for vote in chairs],
        "outcome": decided.choice.value,
        "amount_minor": decided.amount_minor,
        "annual_rate": str(decided.annual_rate) if decided.annual_rate is not None else None,
        "reason_codes": list(decided.reason_codes),
        "exceptions": list(decided.exceptions),
        "exception_reason": decided.exception_reason,
        "conditions": list(decided.conditions),
        "conditions_before_contract": list(decided.conditions_before_contract),
        "comment_sha256": decided.comment_sha256,
    }
    return Minutes(str(task.id), content, task.closed_at)


def _told(vote: Vote, secret: bool) -> dict[str, object]:
    verdict = vote.verdict
    return {
        "who": None if secret else vote.subject,
        "choice": verdict.choice.value,
        "amount_minor": verdict.amount_minor,
        "comment": verdict.comment,
    }
