"""A borrower asks about a decision: for an explanation, or that another person decides again (PIPL 24, R-9.9)."""

from dataclasses import dataclass
from uuid import UUID

from loan_contracts.applications import ReviewKind
from loan_servicekit.core import FieldError, Invalid
from workflow_svc.domain.authority.verdict import Choice, Verdict

STAGE = "customer_review"
HOURS_OF_A_DAY = 8


@dataclass(frozen=True, slots=True)
class Review:
    """What a task is about that no process has opened. `decision_id` is the decision that is asked about."""

    id: UUID
    kind: ReviewKind
    decision_id: UUID


def choices(kind: ReviewKind, declined: bool) -> tuple[str, ...]:
    """What a reviewer can choose. Only a decline can be revised:
    an offer that was made is not taken back by a review."""
    revisable = kind is ReviewKind.HUMAN_REVIEW and declined
    return (Choice.UPHOLD.value, Choice.APPROVE.value) if revisable else (Choice.UPHOLD.value,)


def require_answer(review: Review | None, verdict: Verdict) -> None:
    """A review ends with a text for the borrower, and no other task has one. Raises Invalid `verdict-invalid`."""
    if review is not None and verdict.answer is None:
        detail = "a review ends with an answer that the borrower gets to read"
        raise Invalid("verdict-invalid", detail, [FieldError("/answer", "answer-missing", detail)])
    if review is None and verdict.answer is not None:
        detail = "only the answer to a borrower who asked for a review is shown to him"
        raise Invalid("verdict-invalid", detail, [FieldError("/answer", "answer-not-asked-for", detail)])
