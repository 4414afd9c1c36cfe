"""What comes in about a change of a loan, and what is shown of it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.values import Rate, RepaymentMethod
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day
from postloan_svc.api.servicing.views import MOST_MINOR, Reason
from postloan_svc.domain.loan import changes
from postloan_svc.domain.loan.changes import Change, ChangeKind
from postloan_svc.domain.servicing.changes.requests import LoanChange
from postloan_svc.domain.servicing.requests import RequestStatus

Part = Annotated[int, Field(ge=0, le=MOST_MINOR)]
Months = Annotated[int, Field(ge=1, le=360, examples=[6])]


class ExtensionBody(Body):
    """展期: the term is so many months longer."""

    kind: Literal[ChangeKind.EXTENSION]
    months: Months
    annual_rate: Annotated[Rate | None, Field(description="Of the longer tenor, from the day on")] = None

    def change(self) -> Change:
        """As it is kept."""
        return changes.Extension(self.months, self.annual_rate)


class RateBody(Body):
    """Another annual rate."""

    kind: Literal[ChangeKind.RATE]
    annual_rate: Rate

    def change(self) -> Change:
        """As it is kept."""
        return changes.RateAgreed(self.annual_rate)


class InterestPauseBody(Body):
    """停息: no interest and no late charges until a day."""

    kind: Literal[ChangeKind.INTEREST_PAUSE]
    until: Annotated[Day, Field(description="The first day that bears interest again")]

    def change(self) -> Change:
        """As it is kept."""
        return changes.InterestPause(self.until)


class PaymentHolidayBody(Body):
    """延期还款: the next instalments are not asked for."""

    kind: Literal[ChangeKind.PAYMENT_HOLIDAY]
    instalments: Annotated[int, Field(ge=1, le=360, examples=[2])]
    principal_only: Annotated[bool, Field(description="Interest is asked for as before")] = False

    def change(self) -> Change:
        """As it is kept."""
        return changes.PaymentHoliday(self.instalments, self.principal_only)


class WaiverBody(Body):
    """减免: so much of what is due is let go."""

    kind: Literal[ChangeKind.WAIVER]
    fee_minor: Part = 0
    penalty_minor: Part = 0
    compound_minor: Part = 0
    interest_minor: Part = 0
    delay_minor: Part = 0

    def change(self) -> Change:
        """As it is kept."""
        return changes.Waiver(**self.model_dump(exclude={"kind"}))


class RestructuringBody(Body):
    """重组: what is owed is repaid over so many months from the day on; what was overdue is due anew."""

    kind: Literal[ChangeKind.RESTRUCTURING]
    months: Months
    annual_rate: Annotated[Rate | None, Field(description="Absent: as it is")] = None
    method: Annotated[RepaymentMethod | None, Field(description="Absent: as it is")] = None

    def change(self) -> Change:
        """As it is kept."""
        return changes.Restructuring(self.months, self.annual_rate, self.method)


class AccelerationBody(Body):
    """提前到期: everything falls due at once."""

    kind: Literal[ChangeKind.ACCELERATION]

    def change(self) -> Change:
        """As it is kept."""
        return changes.Acceleration()


class WriteOffBody(Body):
    """核销: the loan leaves the balance sheet, the claim stays."""

    kind: Literal[ChangeKind.WRITE_OFF]

    def change(self) -> Change:
        """As it is kept."""
        return changes.WriteOff()


class DebtSettlementBody(Body):
    """和解: who pays so much by a day owes nothing more."""

    kind: Literal[ChangeKind.DEBT_SETTLEMENT]
    amount_minor: Annotated[int, Field(gt=0, le=MOST_MINOR, examples=[5_000_000])]
    pay_by: Day

    def change(self) -> Change:
        """As it is kept."""
        return changes.DebtSettlement(self.amount_minor, self.pay_by)


class TransferBody(Body):
    """债权转让: the claim is sold."""

    kind: Literal[ChangeKind.TRANSFER]
    price_minor: Part
    transferee: Annotated[str, text(1, 100), Field(description="The institution that buys it", examples=["AMC-01"])]

    def change(self) -> Change:
        """As it is kept."""
        return changes.ClaimTransfer(self.price_minor, self.transferee)


class EnforcementBody(Body):
    """申请执行: a court enforces a judgment; what it costs, and since when it is not performed."""

    kind: Literal[ChangeKind.ENFORCEMENT]
    costs_minor: Part
    delayed_since: Day

    def change(self) -> Change:
        """As it is kept, at the daily rate of the law."""
        return changes.Enforcement(self.costs_minor, self.delayed_since, Decimal(0))


class UpgradeBody(Body):
    """上调: the loan performs again."""

    kind: Literal[ChangeKind.UPGRADE]

    def change(self) -> Change:
        """As it is kept."""
        return changes.Upgrade()


WhatChanges = Annotated[
    ExtensionBody
    | RateBody
    | InterestPauseBody
    | PaymentHolidayBody
    | WaiverBody
    | RestructuringBody
    | AccelerationBody
    | WriteOffBody
    | DebtSettlementBody
    | TransferBody
    | EnforcementBody
    | UpgradeBody,
    Field(discriminator="kind", examples=[{"kind": "RATE", "annual_rate": "0.108"}]),
]


class ChangeBody(Body):
    """What shall change, from when on, and why."""

    change: WhatChanges
    value_date: Annotated[Day | None, Field(description="Absent: the open business day; or one that has passed")] = None
    reason: Reason


class LoanChangeView(BaseModel):
    """A change that one person asked for and another one decides."""

    id: UUID
    loan_id: UUID
    kind: ChangeKind
    change: Change
    value_date: date
    reverses: Annotated[UUID | None, Field(description="The change that this one takes back")]
    status: RequestStatus
    reason: str
    requested_by: str
    requested_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    process_code: Annotated[str | None, Field(description="The approval process that decides it; else another person")]

    @classmethod
    def of(cls, c: LoanChange) -> "LoanChangeView":
        """The view of a change."""
        return cls(
            id=c.id,
            loan_id=c.loan_id,
            kind=c.change.kind,
            change=c.change,
            value_date=c.value_date,
            reverses=c.reverses,
            status=c.status,
            reason=c.reason,
            requested_by=c.requested_by,
            requested_at=c.requested_at,
            decided_by=c.decided_by,
            decided_at=c.decided_at,
            process_code=c.process_code,
        )
