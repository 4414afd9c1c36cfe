"""A borrower asks about a decision: for an explanation, or that another person decides again (PIPL 24, R-9.9)."""

from dataclasses import dataclass
from uuid import UUID

from loan_contracts.access import APPROVER, COMMITTEE_MEMBER
from loan_contracts.applications import ReviewKind
from workflow_svc.domain.authority.verdict import Choice

STAGE = "customer_review"
CREDIT_COMMITTEE_OVER_MINOR = 300_000_000  # domain.md §15.7: five members above 3,000,000 yuan
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


def reviewers(requested_minor: int, authority_minor: int) -> tuple[str, int]:
    """The role that reviews, and how many of it: who could have approved what was asked for (domain.md §15.7)."""
    if requested_minor <= authority_minor:
        return APPROVER, 1
    return COMMITTEE_MEMBER, 5 if requested_minor > CREDIT_COMMITTEE_OVER_MINOR else 3
