"""What becomes of a borrower's request about the decision of his application (R-9.9)."""

import hashlib
from datetime import datetime

from loan_contracts.decisions import ReviewStatus, ReviewUpdated
from workflow_svc.domain.authority.verdict import Choice
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.task import Task


def tell_review(case: Case, task: Task, now: datetime) -> None:
    """His request has become a task, or was answered by it."""
    assert task.review is not None
    answer, approved = None, False
    if task.verdict is not None and task.verdict.answer is not None:
        answer = hashlib.sha256(task.verdict.answer.encode()).hexdigest()
        approved = task.verdict.choice is Choice.APPROVE
    closed = ReviewStatus.REVISED if approved else ReviewStatus.UPHELD
    case.record(
        ReviewUpdated,
        application_id=case.application_id,
        review_id=task.review.id,
        case_id=case.id,
        task_id=task.id,
        status=closed if answer else ReviewStatus.OPEN,
        due_at=task.due_at,
        answer_sha256=answer,
        updated_at=now,
    )
