"""What comes in about a repayment, and what is shown of it."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.values import Currency
from loan_schedules.prepayment import Effect
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day
from postloan_svc.api.ledger.views import AllocationLineView
from postloan_svc.domain.ledger.allocations import Repayment
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.servicing.quotes import PrepaymentQuote
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind, RequestStatus

MOST_MINOR = 10**14  # a trillion yuan: far beyond any repayment, far below the limits of the column


Reason = Annotated[str, text(1, 500), Field(examples=["The payer sent it twice"])]
PRINTED = r"^[!-~](?:[ -~]{0,62}[!-~])?$"


class RepaymentBody(Body):
    """Money that came in."""

    amount_minor: Annotated[int, Field(gt=0, le=MOST_MINOR, examples=[888_488])]
    currency: Currency = "CNY"
    received_on: Annotated[Day | None, Field(description="Absent: the open business day")] = None
    source: Annotated[Source, Field(description="How it came", examples=[Source.TRANSFER])]
    reference: Annotated[
        str, Field(pattern=PRINTED, description="The bank's or payer's own mark; unique", examples=["2026022100017"])
    ]


class QuotedRepaymentBody(RepaymentBody):
    """Money that came in, for what falls due or as it was quoted."""

    designated: Annotated[
        list[Annotated[int, Field(ge=0, le=100_000)]],
        Field(max_length=50, description="Instalments that the payer wants paid first", examples=[[2]]),
    ] = []
    quote_id: Annotated[UUID | None, Field(description="What was quoted for repaying before the term")] = None


class QuoteBody(Body):
    """What shall be repaid before its term."""

    principal_minor: Annotated[
        int | None, Field(gt=0, le=MOST_MINOR, description="Absent: all of it", examples=[100_000])
    ] = None
    effect: Annotated[Effect, Field(description="What a part changes")] = Effect.SHORTER_TERM
    pay_by: Annotated[Day | None, Field(description="Up to when it holds; absent: the open business day")] = None


class QuotedRowView(BaseModel):
    """A row of the schedule that holds after the quoted repayment."""

    number: int
    due_on: date
    principal_minor: int
    interest_minor: int
    fee_minor: int
    balance_minor: int


class QuoteView(BaseModel):
    """What repaying before the term costs, up to a day: who pays the total by then has repaid the principal."""

    id: UUID
    loan_id: UUID
    effect: Annotated[Effect | None, Field(description="Absent: the loan ends")]
    valid_from: date
    pay_by: date
    due_minor: Annotated[int, Field(description="What has fallen due by then, late charges included")]
    principal_minor: int
    interest_minor: int
    fee_minor: int
    suspense_minor: Annotated[int, Field(description="What was left over from before, and is taken off")]
    total_minor: int
    schedule: list[QuotedRowView]
    quoted_by: str
    quoted_at: datetime
    repayment_id: Annotated[UUID | None, Field(description="The repayment that took it up")]

    @classmethod
    def of(cls, q: PrepaymentQuote) -> "QuoteView":
        """The view of a quote."""
        costs = q.breakdown
        rows = [QuotedRowView.model_validate(row, from_attributes=True) for row in costs.schedule]
        return cls(
            id=q.id,
            loan_id=q.loan_id,
            effect=q.effect,
            valid_from=q.quoted_on,
            pay_by=q.pay_by,
            due_minor=costs.due_minor,
            principal_minor=costs.principal_minor,
            interest_minor=costs.interest_minor,
            fee_minor=costs.fee_minor,
            suspense_minor=costs.suspense_minor,
            total_minor=costs.total_minor,
            schedule=rows,
            quoted_by=q.quoted_by,
            quoted_at=q.quoted_at,
            repayment_id=q.repayment_id,
        )


class ReleaseBody(RepaymentBody):
    """Money beyond what the loan can cost, and why it is no mistake."""

    reason: Reason


class ReversalBody(Body):
    """Why a repayment is taken back."""

    reason: Reason


class MoveBody(Body):
    """What is left over on a loan, and the loan of the same customer that it goes to."""

    to_loan_id: UUID
    amount_minor: Annotated[int, Field(gt=0, le=MOST_MINOR, examples=[20_000])]
    value_date: Annotated[
        Day | None, Field(description="From when it counts on both loans; absent: the open business day")
    ] = None
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
    to_loan_id: Annotated[UUID | None, Field(description="The loan that money is moved to, or was")]
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
            to_loan_id=r.to_loan_id,
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
