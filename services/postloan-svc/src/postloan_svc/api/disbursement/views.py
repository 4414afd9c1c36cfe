"""What comes in about a pay-out that waits for a person, and what is shown of it."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from postloan_svc.domain.disbursement.purpose import PurposeCheck, PurposeResult
from postloan_svc.domain.disbursement.release import PayOutRelease, ReleaseStatus


class EvidenceBody(Body):
    """Where it is seen that a condition is fulfilled."""

    evidence: Annotated[str, text(1, 500), Field(examples=["Insurance policy 4711, file 12"])]


class RefusalBody(Body):
    """Why no money goes."""

    reason: Annotated[str, text(1, 500), Field(examples=["The insurance has lapsed"])]


class PurposeBody(EvidenceBody):
    """What was found about the use of a loan's money."""

    result: PurposeResult


class PurposeCheckView(BaseModel):
    """What was found, by whom and when."""

    loan_id: UUID
    result: PurposeResult
    evidence: str
    due_on: date
    checked_by: str
    checked_at: datetime

    @classmethod
    def of(cls, c: PurposeCheck) -> "PurposeCheckView":
        """The view of a check."""
        return cls(
            loan_id=c.id,
            result=c.result,
            evidence=c.evidence,
            due_on=c.due_on,
            checked_by=c.checked_by,
            checked_at=c.checked_at,
        )


class DuePurposeView(BaseModel):
    """A loan that was paid to its borrower, and by when somebody looks at what he used it for."""

    loan_id: UUID
    branch: str
    loan_no: str
    purpose: str
    amount_minor: int
    due_on: date
    overdue: bool


class ConditionView(BaseModel):
    """A condition, and who has checked it off."""

    code: str
    checked_by: str | None
    checked_at: datetime | None
    evidence: str | None


class PayOutView(BaseModel):
    """A pay-out that a person releases. Its id is that of the payment that follows."""

    id: UUID
    loan_id: UUID
    branch: str
    amount_minor: int
    status: ReleaseStatus
    conditions: list[ConditionView]
    waiting_since: datetime
    asked_by: Annotated[str | None, Field(description="Who has asked for another try; absent: the first one")]
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None

    @classmethod
    def of(cls, p: PayOutRelease) -> "PayOutView":
        """The view of a pay-out."""
        conditions = [ConditionView.model_validate(each, from_attributes=True) for each in p.conditions]
        return cls(
            id=p.id,
            loan_id=p.loan_id,
            branch=p.branch,
            amount_minor=p.amount_minor,
            status=p.status,
            conditions=conditions,
            waiting_since=p.waiting_since,
            asked_by=p.asked_by,
            decided_by=p.decided_by,
            decided_at=p.decided_at,
            reason=p.reason,
        )
