"""What comes in about a repayment, and what is shown of it."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day
from postloan_svc.api.ledger.views import AllocationLineView
from postloan_svc.domain.ledger.allocations import Repayment
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind, RequestStatus

MOST_MINOR = 10**14  # a trillion yuan: far beyond any repayment, far below the limits of the column


Reason = Annotated[str, text(1, 500), Field(examples=["The payer sent it twice"])]
PRINTED = r"^[!-~](?:[ -~]{0,62}[!-~])?$"


class RepaymentBody(Body):
    """Money that came in."""

    amount_minor: Annotated[int, Field(gt=0, le=MOST_MINOR, examples=[888_488])]
    received_on: Annotated[Day | None, Field(description="Absent: the open business day")] = None
    source: Annotated[Source, Field(description="How it came", examples=[Source.TRANSFER])]
    reference: Annotated[
        str, Field(pattern=PRINTED, description="The bank's or payer's own mark; unique", examples=["2026022100017"])
    ]


class ReleaseBody(RepaymentBody):
    """Money beyond what the loan can cost, and why it is no mistake."""

    reason: Reason


class ReversalBody(Body):
    """Why a repayment is taken back."""

    reason: Reason


class RepaymentRequestView(BaseModel):
    """What one person asks for and another one decides."""

    id: UUID
    loan_id: UUID
    kind: RequestKind
    status: RequestStatus
    repayment_id: UUID
    amount_minor: int | None
    received_on: date | None
    source: Source | None
    reference: str | None
    reason: str
    requested_by: str
    requested_at: datetime
    decided_by: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, r: RepaymentRequest) -> "RepaymentRequestView":
        """The view of a request."""
        return cls(
            id=r.id,
            loan_id=r.loan_id,
            kind=r.kind,
            status=r.status,
            repayment_id=r.repayment_id,
            amount_minor=r.amount_minor,
            received_on=r.received_on,
            source=r.source,
            reference=r.reference,
            reason=r.reason,
            requested_by=r.requested_by,
            requested_at=r.requested_at,
            decided_by=r.decided_by,
            decided_at=r.decided_at,
        )


class RepaymentView(BaseModel):
    """What became of a repayment: split by component, the excess in suspense."""

    repayment_id: UUID
    received_on: date
    amount_minor: int
    profile: str
    lines: list[AllocationLineView]
    excess_minor: int

    @classmethod
    def of(cls, r: Repayment) -> "RepaymentView":
        """The view of a repayment."""
        return cls(
            repayment_id=r.repayment_id,
            received_on=r.received_on,
            amount_minor=r.amount_minor,
            profile=r.allocation.profile.value,
            lines=[AllocationLineView(**line._asdict()) for line in r.allocation.lines],
            excess_minor=r.allocation.excess_minor,
        )
