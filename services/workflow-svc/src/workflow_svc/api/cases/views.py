"""What the routes of cases answer."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.applications import ReviewKind
from loan_contracts.assessment import FraudScreened, RiskAssessed
from loan_contracts.decisions import ApprovalDecided, ApprovalRequested, DecisionMade, ReviewStatus
from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.values import RepaymentMethod
from workflow_svc.api.sight import ALL, Sight
from workflow_svc.api.tasks.views import TaskView
from workflow_svc.domain.authority.verdict import Bounds, Choice
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.committee.vote import Vote
from workflow_svc.domain.tasks.task import Task, TaskStatus


class ReviewView(BaseModel):
    """What became of a borrower's request about the decision of his application, in words for him."""

    review_id: UUID
    kind: ReviewKind
    status: ReviewStatus
    due_at: datetime
    answer: str | None
    answered_at: datetime | None

    @classmethod
    def of(cls, t: Task) -> "ReviewView":
        """The view of a review's task."""
        assert t.review is not None
        done = t.status is TaskStatus.COMPLETED and t.verdict is not None
        revised = done and t.verdict is not None and t.verdict.choice is Choice.APPROVE
        closed = ReviewStatus.REVISED if revised else ReviewStatus.UPHELD
        return cls(
            review_id=t.review.id,
            kind=t.review.kind,
            status=closed if done else ReviewStatus.OPEN,
            due_at=t.due_at,
            answer=t.verdict.answer if done and t.verdict else None,
            answered_at=t.completed_at,
        )


class ReviewsView(BaseModel):
    """The requests about an application, oldest first."""

    items: list[ReviewView]


class CaseDecisionView(BaseModel):
    """What one person decided about a task, or voted, and why; `task.completed` told the comment's hash."""

    subject: str | None = Field(description="Null: the ballot was secret")
    at: datetime | None
    choice: Choice
    comment: str
    comment_sha256: str = Field(description="SHA-256 of the comment in UTF-8")
    amount_minor: int | None
    annual_rate: Decimal | None
    reason_codes: list[str]
    document_kinds: list[str]
    exceptions: list[str]
    exception_reason: str | None
    conditions: list[str] = Field(description="Of an approval: what is fulfilled before the pay-out")
    conditions_before_contract: list[str]

    @classmethod
    def of(cls, vote: Vote, secret: bool = False) -> "CaseDecisionView":
        """The view of a vote."""
        v = vote.verdict
        return cls(
            subject=None if secret else vote.subject,
            at=None if secret else vote.at,
            choice=v.choice,
            comment=v.comment,
            comment_sha256=v.comment_sha256,
            amount_minor=v.amount_minor,
            annual_rate=v.annual_rate,
            reason_codes=list(v.reason_codes),
            document_kinds=list(v.document_kinds),
            exceptions=list(v.exceptions),
            exception_reason=v.exception_reason,
            conditions=list(v.conditions),
            conditions_before_contract=list(v.conditions_before_contract),
        )


class CaseTaskView(TaskView):
    """A task of a case, with the decisions that were made about it once it is complete: votes of a committee are secret
    until then, and who is to sign an exception sees who has signed it before him."""

    comment_sha256: str | None = Field(description="Of the comments together, one a line, as `task.completed` tells it")
    decisions: list[CaseDecisionView]
    opinions: list[CaseDecisionView] = Field(description="Approvals above the authority of who gave them")

    @classmethod
    def fields(cls, t: Task, sight: Sight) -> dict[str, object]:
        """The fields of a task."""
        shown = t.status is TaskStatus.COMPLETED or t.quorum == 1
        decided = t.votes if sight.screening and shown else []
        if t.is_secret:  # neither who voted how, nor in which order
            decided = sorted(decided, key=lambda vote: vote.verdict.comment_sha256)
        return TaskView.fields(t, sight) | {
            "comment_sha256": t.verdict.comment_sha256 if t.verdict else None,
            "decisions": [CaseDecisionView.of(vote, t.is_secret) for vote in decided],
            "opinions": [CaseDecisionView.of(vote) for vote in t.opinions] if sight.screening else [],
        }


class BoundsView(BaseModel):
    """Within what a verdict on the case must stay. Where `assessed_rate` is null, an approval names a rate."""

    lowest_minor: int
    highest_minor: int = Field(description="What was asked for, as far as the law leaves it (R-2.5a)")
    limit_minor: int | None = Field(description="Above it an approval is the exception ABOVE_LIMIT; null: not assessed")
    lacking: list[str] = Field(description="Exceptions that an approval of any amount needs; two people sign them")
    barred: bool = Field(description="Nobody approves: a fraud rule declines it")
    assessed_rate: Decimal | None
    highest_rate: Decimal | None
    accepted_documents: list[str]

    @classmethod
    def of(cls, bounds: Bounds) -> "BoundsView":
        """The view of bounds."""
        return cls.model_validate(bounds, from_attributes=True)


class CaseView(BaseModel):
    """A case and everything a reviewer decides on: what was declared, collected, screened, assessed, decided."""

    id: UUID
    application_id: UUID
    application_no: str
    customer_id: UUID
    branch: str
    product_code: str
    process_code: str
    process_version: int
    status: CaseStatus
    amount_minor: int
    term_months: int
    repayment_method: RepaymentMethod
    purpose: str
    opened_at: datetime
    waiting_for: list[str]
    declared: DeclaredFacts
    collected: CollectedFacts | None
    fraud: FraudScreened | None
    risk: RiskAssessed | None
    decision: DecisionMade | None
    asked: ApprovalRequested | None = Field(description="The act on a loan that it is about, not an application")
    answered: ApprovalDecided | None = Field(description="What was decided of it")
    bounds: BoundsView | None = Field(description="They tell what was assessed and screened")
    tasks: list[CaseTaskView]
    withheld: list[str] = Field(description="Parts that the caller's permissions do not cover", examples=[["fraud"]])
    sequence: int

    @classmethod
    def of(cls, c: Case, waiting: list[str], tasks: list[Task], sight: Sight = ALL) -> "CaseView":
        """The view of a case."""
        s = c.submitted
        withheld = [] if sight.assessment else ["collected", "risk"]
        withheld += [] if sight.screening else ["fraud", "comments"]
        withheld += ["bounds"] if withheld else []
        return cls(
            id=c.id,
            application_id=c.application_id,
            application_no=s.application_no,
            customer_id=s.customer_id,
            branch=s.branch,
            product_code=s.product_code,
            process_code=c.process_code,
            process_version=c.process_version,
            status=c.status,
            amount_minor=s.amount_minor,
            term_months=s.term_months,
            repayment_method=s.repayment_method,
            purpose=s.purpose,
            opened_at=c.opened_at,
            waiting_for=waiting,
            declared=s.declared,
            collected=c.collected if sight.assessment else None,
            fraud=c.fraud if sight.screening else None,
            risk=c.risk if sight.assessment else None,
            decision=c.decision,
            asked=c.asked,
            answered=c.answered,
            bounds=BoundsView.of(c.bounds()) if sight.assessment and sight.screening else None,
            tasks=[CaseTaskView.of(t, sight) for t in tasks],
            withheld=withheld,
            sequence=c.sequence,
        )
