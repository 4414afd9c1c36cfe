"""What is shown of how a loan stands."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day
from postloan_svc.domain.classification.classification import Change, Classification, SignRow
from postloan_svc.domain.classification.requests import ClassificationRequest, RequestKind
from postloan_svc.domain.classification.risk_class import Restructured, Sign
from postloan_svc.domain.classification.standing import Arrear, Pause
from postloan_svc.domain.provision.ecl import Scenario
from postloan_svc.domain.servicing.requests import RequestStatus
from postloan_svc.use_cases.classification.ports import RecordedDay


class ClassName(StrEnum):
    """The five classes by their names."""

    NORMAL = "NORMAL"
    SPECIAL_MENTION = "SPECIAL_MENTION"
    SUBSTANDARD = "SUBSTANDARD"
    DOUBTFUL = "DOUBTFUL"
    LOSS = "LOSS"


class SignView(BaseModel):
    """What two people have found out about the debtor or the loan."""

    sign: Sign
    since: date
    until: date | None
    percent: Decimal | None

    @classmethod
    def of(cls, row: SignRow) -> "SignView":
        """The view of a sign."""
        return cls(sign=row.sign, since=row.since, until=row.until, percent=row.percent)


class ClassificationRequestBody(Body):
    """What another person shall decide about how a loan stands; which fields it needs follows from its kind."""

    kind: RequestKind = Field(description="What is asked for")
    reason: Annotated[str, text(1, 500), Field(examples=["court notice of 2026-03-02"])]
    sign: Annotated[Sign | None, Field(description="Of SIGN and SIGN_CLEARED")] = None
    percent: Annotated[
        Decimal | None, Field(ge=0, le=100, decimal_places=2, description="Of OVERDUE_ELSEWHERE and ASSESSED_LOSS")
    ] = None
    to_class: Annotated[ClassName | None, Field(description="Of OVERRIDE and UPGRADE")] = None
    first_day: Annotated[Day | None, Field(description="Of PAUSE; of RESTRUCTURED: the day of the change")] = None
    last_day: Annotated[Day | None, Field(description="Of PAUSE and PAUSE_ENDED, itself included")] = None
    pause_id: Annotated[UUID | None, Field(description="Of PAUSE_ENDED: the request that began it")] = None


class ClassificationRequestView(BaseModel):
    """A request and what became of it."""

    id: UUID
    loan_id: UUID
    kind: RequestKind
    reason: str
    sign: Sign | None
    percent: Decimal | None
    to_class: str | None
    first_day: date | None
    last_day: date | None
    pause_id: UUID | None
    status: RequestStatus
    requested_by: str
    requested_at: datetime
    decided_by: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, r: ClassificationRequest) -> "ClassificationRequestView":
        """The view of a request."""
        return cls(
            id=r.id,
            loan_id=r.loan_id,
            kind=r.kind,
            reason=r.reason,
            sign=r.sign,
            percent=r.percent,
            to_class=r.to_class.name if r.to_class else None,
            first_day=r.first_day,
            last_day=r.last_day,
            pause_id=r.pause_id,
            status=r.status,
            requested_by=r.requested_by,
            requested_at=r.requested_at,
            decided_by=r.decided_by,
            decided_at=r.decided_at,
        )


class ChangeView(BaseModel):
    """A change of class or stage."""

    day: date
    from_class: str
    to_class: str
    from_stage: int
    to_stage: int
    reasons: list[str]
    dpd: int

    @classmethod
    def of(cls, change: Change) -> "ChangeView":
        """The view of a change."""
        return cls(
            day=change.on,
            from_class=change.from_class.name,
            to_class=change.to_class.name,
            from_stage=change.from_stage,
            to_stage=change.to_stage,
            reasons=list(change.reasons),
            dpd=change.dpd,
        )


class ScenarioView(BaseModel):
    """A state of the economy: its weight, and what it does to probability and loss."""

    code: str
    weight: Decimal
    pd_factor: Decimal
    lgd_factor: Decimal


class ExpectedLossView(BaseModel):
    """What a loan is expected to lose, as it was computed at the end of a day, and of what."""

    day: date
    stage: int = Field(description="1: over 12 months, 2: over the whole life, 3: it has happened")
    exposure_minor: int
    pd: Decimal = Field(description="Within a year; as risk-svc assessed it, and no less than the bucket shows")
    lgd: Decimal = Field(description="Of the product; of a non-performing class no less than its share")
    annual_rate: Decimal = Field(description="Of the contract: losses are discounted at its effective rate")
    scenarios: list[ScenarioView]
    loss_minor: int = Field(description="Provided for in the general ledger")


class ClassificationView(BaseModel):
    """How a loan stands: its class of five and its stage, every reason, and what it is expected to lose."""

    loan_id: UUID
    risk_class: str = Field(description="NORMAL, SPECIAL_MENTION, SUBSTANDARD, DOUBTFUL or LOSS", examples=["NORMAL"])
    stage: int
    since: date | None
    reasons: list[str] = Field(description="All that hold; the worst gives the class")
    held: bool = Field(description="Non-performing until two people upgrade it, whatever is paid")
    override: str | None
    signs: list[SignView]
    restructured: Restructured | None
    restructured_on: date | None
    as_of: date | None = Field(description="The last day that was closed; the figures below are of its end")
    dpd: int
    bucket: str
    overdue_instalments: int
    overdue_minor: int
    expected_loss: ExpectedLossView | None
    changes: list[ChangeView]

    @classmethod
    def of(
        cls, known: Classification, day: RecordedDay | None, loss: ExpectedLossView | None, changes: Sequence[Change]
    ) -> "ClassificationView":
        """The view of a classification and of the last day that was recorded."""
        return cls(
            loan_id=known.id,
            risk_class=known.risk_class.name,
            stage=known.stage,
            since=known.since,
            reasons=known.reasons,
            held=known.held,
            override=known.override.name if known.override else None,
            signs=[SignView.of(each) for each in known.signs],
            restructured=known.restructured,
            restructured_on=known.restructured_on,
            as_of=day.day if day else None,
            dpd=day.dpd if day else 0,
            bucket=day.bucket if day else "M0",
            overdue_instalments=day.terms if day else 0,
            overdue_minor=day.overdue_minor if day else 0,
            expected_loss=loss,
            changes=[ChangeView.of(each) for each in changes],
        )


def loss_view(day: RecordedDay, annual_rate: Decimal, scenarios: Sequence[Scenario]) -> ExpectedLossView:
    """What the loss of a day was computed of."""
    return ExpectedLossView(
        day=day.day,
        stage=day.stage,
        exposure_minor=day.exposure_minor,
        pd=day.pd,
        lgd=day.lgd,
        annual_rate=annual_rate,
        scenarios=[ScenarioView(**each._asdict()) for each in scenarios],
        loss_minor=day.loss_minor,
    )


class ArrearView(BaseModel):
    """An instalment that has fallen due and is unpaid, late charges left aside."""

    due_on: date
    counts_from: date = Field(
        description="The first day on which it makes the loan overdue: holidays and grace are over"
    )
    principal_minor: int
    interest_minor: int
    fee_minor: int
    dpd: int = Field(description="Of this instalment, whatever is paused")

    @classmethod
    def of(cls, arrear: Arrear, on: date) -> "ArrearView":
        """The view of an instalment on a day."""
        return cls(**arrear._asdict(), dpd=(on - arrear.due_on).days if arrear.counts_from <= on else 0)


class PauseView(BaseModel):
    """Days that do not count, first and last included."""

    first: date
    last: date

    @classmethod
    def of(cls, pause: Pause) -> "PauseView":
        """The view of a pause."""
        return cls(first=pause.first, last=pause.last)


class AgeingBand(BaseModel):
    """Overdue principal of an age, as the credit bureau is told it."""

    days: str = Field(examples=["31-60"])
    principal_minor: int


class AgeingView(BaseModel):
    """The arrears of a loan on the open business day, instalment by instalment."""

    loan_id: UUID
    day: date
    dpd: int
    bucket: str
    overdue_instalments: int
    overdue_minor: int
    instalments: list[ArrearView]
    bands: list[AgeingBand]
    pauses: list[PauseView]


class BureauMonthView(BaseModel):
    """What the credit bureau is told of a month."""

    month: str = Field(examples=["2026-03"])
    as_of: date
    code: str = Field(description="N in time, * nothing due, M late within the month, 1 to 7 by bucket", examples=["N"])
    dpd: int
    overdue_minor: int
    outstanding_minor: int
