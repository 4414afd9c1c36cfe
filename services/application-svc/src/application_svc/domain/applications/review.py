"""A borrower asks about the decision of his application: to have it explained, or decided by a person (PIPL 24,
R-9.9)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.status import ApplicationStatus
from loan_contracts.applications import ReviewKind, ReviewRequested
from loan_contracts.decisions import ReviewStatus
from loan_contracts.values import REASONS, REASONS_EN, Reason
from loan_servicekit.core import Aggregate, Conflict

MOST_REASONS = 4
INTERNAL_POLICY = "R07"
ASKABLE = (ApplicationStatus.DECLINED, ApplicationStatus.CONDITIONAL)


def review_id_of(decision_id: UUID, kind: ReviewKind) -> UUID:
    """The id of a request: it follows from the decision and the kind, so that there is one of each."""
    return uuid5(decision_id, kind.value)


def told_reasons(reasons: tuple[Reason, ...], declined: bool) -> list[str]:
    """The codes that a borrower is told: at most four, none twice, in his words (§11.1). A code that is none of those,
    such as a fraud rule's, and a decline without any, shows as internal policy (§10.4)."""
    codes = [reason.code if reason.code in REASONS else INTERNAL_POLICY for reason in reasons]
    told = list(dict.fromkeys(codes or ([INTERNAL_POLICY] if declined else [])))[:MOST_REASONS]
    assert REASONS_EN.keys() == REASONS.keys()
    return told


@dataclass(eq=False)
class Review(Aggregate):
    """One request about one decision. `statement` is what the borrower wrote; it stays here. `due_at` and what follows
    are workflow-svc's, where a person answers; the answer's text is read there and proven by `answer_sha256`."""

    AUDITED_AS = "review"

    id: UUID
    application_id: UUID
    decision_id: UUID
    kind: ReviewKind
    statement: str | None
    requested_by: str
    requested_at: datetime
    status: ReviewStatus | None = None
    due_at: datetime | None = None
    answer_sha256: str | None = None
    answered_at: datetime | None = None

    @classmethod
    def ask(
        cls, application: Application, kind: ReviewKind, statement: str | None, days: int, by: str, now: datetime
    ) -> "Review":
        """A request within so many days of the decision.

        Raises Conflict `application-not-decided`, `review-not-open`, `review-window-closed`.
        """
        decision = application.decision
        if decision is None:
            raise Conflict("application-not-decided", f"application {application.application_no} has no decision yet")
        if application.status not in ASKABLE or application.signature is not None:
            raise Conflict(
                "review-not-open",
                f"application {application.application_no} is {application.status}; a review is for who was declined, "
                "or approved for less and has not signed",
            )
        until = decision.decided_at + timedelta(days=days)
        if now > until:
            raise Conflict("review-window-closed", f"a decision can be asked about until {until.isoformat()}")
        review = cls(review_id_of(decision.id, kind), application.id, decision.id, kind, statement, by, now)
        review.record(
            ReviewRequested,
            application_id=application.id,
            review_id=review.id,
            decision_id=decision.id,
            kind=kind,
            requested_by=by,
            requested_at=now,
        )
        return review

    def update(self, status: ReviewStatus, due_at: datetime, answer_sha256: str | None, at: datetime) -> None:
        """Somebody has it, or has answered. Raises Conflict `review-answered`: what comes late changes nothing."""
        if self.answered_at is not None:
            raise Conflict("review-answered", f"the review was answered at {self.answered_at.isoformat()}")
        self.status, self.due_at, self.answer_sha256 = status, due_at, answer_sha256
        if status is not ReviewStatus.OPEN:
            self.answered_at = at
        self.audit("record_review", {"status": status.value})
