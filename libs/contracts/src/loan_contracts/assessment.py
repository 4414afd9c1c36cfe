"""Requests for outside data, screening and assessment, and their answers."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.message import ApplicationMessage, Family, OnTimeline, Shown
from loan_contracts.texts import Code, Token, Version
from loan_contracts.values import Measure, Minor, Rate, Reason, RepaymentMethod, Source


class ExternalDataRequested(ApplicationMessage):
    """workflow-svc asks the gateway to collect an applicant's outside data."""

    TYPE = "external-data.requested"
    request_id: UUID
    case_id: UUID
    customer_id: UUID
    sources: Shown[list[Source]]
    consent_ids: dict[Source, UUID] = {}
    purpose_code: Shown[Code] = Field("02", description="Query reason of domain.md §7.1: 02 loan approval")
    product_code: Code | None = Field(None, description="Which providers are asked may depend on it; absent: any")


class ExternalDataCollected(ApplicationMessage):
    """All sources have answered or are recorded as missing."""

    TYPE = "external-data.collected"
    request_id: UUID
    case_id: UUID
    facts: Annotated[CollectedFacts, OnTimeline(parts=("statuses",))]


class FraudScreeningRequested(ApplicationMessage):
    """workflow-svc asks for a fraud screening; the request carries all it needs."""

    TYPE = "fraud-screening.requested"
    request_id: UUID
    case_id: UUID
    customer_id: UUID
    product_code: Shown[Code]
    person_token: Token
    mobile_token: Token
    card_token: Token | None = None
    device_token: Token | None = None
    submitted_at: datetime
    facts: CollectedFacts


class FraudOutcome(StrEnum):
    """Outcomes of domain.md §10.4."""

    PASS = "PASS"
    REVIEW = "REVIEW"
    DECLINE = "DECLINE"
    STOP = "STOP"


class FraudScreened(ApplicationMessage):
    """The screening's outcome with the rules that were hit and the figures they saw."""

    TYPE = "fraud.screened"
    request_id: UUID
    case_id: UUID
    screening_id: Shown[UUID]
    outcome: Shown[FraudOutcome]
    reasons: Shown[list[Reason]] = []
    features: dict[Code, int] = {}
    rules_version: Shown[Version]
    screened_at: datetime


class RiskAssessmentRequested(ApplicationMessage):
    """workflow-svc asks for a credit assessment; the request carries all it needs."""

    TYPE = "risk-assessment.requested"
    request_id: UUID
    case_id: UUID
    branch: Code | None = Field(
        None, description="Whose staff may see the assessment; absent: those of all branches alone"
    )
    product_code: Shown[Code]
    product_min_minor: Minor
    product_max_minor: Minor
    customer_type: Code = Field("PERSONAL", description="Who borrows: PERSONAL, SOLE_TRADER, SME_OWNER or ENTERPRISE")
    online_consumer_credit: bool = Field(
        True,
        description="Personal consumption credit over the internet, which R-2.5a caps; absent: the stricter reading",
    )
    own_exposure_minor: Minor = Field(
        0, description="What the customer owes us or has been approved without collateral, this application left out"
    )
    own_online_consumer_minor: Minor | None = Field(
        None,
        description="The part of it that is online consumer credit (R-2.5a); absent: all of it, the stricter reading",
    )
    own_debt_service_minor: Minor = Field(
        0, description="What all loans of ours, with or without collateral, cost the customer a month (R-11.1)"
    )
    amount_minor: Shown[Minor]
    term_months: Shown[int]
    repayment_method: RepaymentMethod
    required_sources: list[Source]
    declared: DeclaredFacts
    facts: CollectedFacts


class RiskOutcome(StrEnum):
    """What the policy rules recommend."""

    APPROVE = "APPROVE"
    REFER = "REFER"
    DECLINE = "DECLINE"


class RiskAssessed(ApplicationMessage):
    """Probability of default, score, grade, limit, price and reasons, with the versions that gave them."""

    TYPE = "risk.assessed"
    request_id: UUID
    case_id: UUID
    assessment_id: Shown[UUID]
    outcome: Shown[RiskOutcome]
    pd: Shown[Measure]
    score: Shown[int]
    grade: Shown[Code]
    limit_minor: Shown[Minor] = Field(
        description="What may be lent at most; an approval is the smaller of this and the request"
    )
    annual_rate: Shown[Rate]
    reasons: Shown[list[Reason]] = []
    triggers: Shown[list[Code]] = Field([], description="Codes that send the application to a person")
    model_version: Shown[Version]
    scorecard_version: Shown[Version]
    policy_version: Shown[Version]
    assessed_at: datetime


MESSAGES: Family = (
    ExternalDataRequested,
    ExternalDataCollected,
    FraudScreeningRequested,
    FraudScreened,
    RiskAssessmentRequested,
    RiskAssessed,
)
