"""Answer models of assessments."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.assessment import RiskOutcome
from loan_contracts.message import JsonObject
from loan_contracts.values import Reason
from risk_svc.domain.assessment.explore import Bound, Explored
from risk_svc.domain.assessment.record import AssessmentRecord


class AssessmentView(BaseModel):
    """An assessment with its explanation: reasons with the points they cost, figures seen, versions that gave them."""

    id: UUID
    application_id: UUID
    outcome: RiskOutcome
    pd: Decimal = Field(description="Probability of default", examples=["0.0312"])
    score: int = Field(examples=[588])
    grade: str = Field(examples=["C"])
    limit_minor: int = Field(examples=[5_000_000])
    annual_rate: Decimal = Field(examples=["0.0712"])
    reasons: list[Reason]
    triggers: list[str] = Field(description="Rules that send the application to a person")
    features: dict[str, int | str | None] = Field(description="The facts that were used")
    detail: JsonObject
    model_version: str
    scorecard_version: str
    policy_version: str
    assessed_at: datetime

    @classmethod
    def of(cls, a: AssessmentRecord) -> "AssessmentView":
        """The view of an assessment."""
        return cls.model_validate(a, from_attributes=True)


class CheckView(BaseModel):
    """Whether terms keep a bound."""

    code: Bound
    kept: bool | None = Field(description="Null: it cannot be computed, a source is missing")
    value: Decimal | None = Field(description="An amount in minor units; of DEBT_SERVICE a fraction of the income")
    limit: Decimal


class WhatIfView(BaseModel):
    """What the engine in force says of other terms. Nothing is kept."""

    outcome: RiskOutcome
    grade: str
    limit_minor: int = Field(description="The most that passes for this term", examples=[5_000_000])
    limit_set_by: str = Field(description="The line that set it", examples=["CAPACITY"])
    annual_rate: Decimal = Field(examples=["0.0712"])
    instalment_minor: int = Field(description="Of equal instalments, a month", examples=[432_512])
    checks: list[CheckView]
    reasons: list[Reason]
    as_decided: bool = Field(description="Model, scorecard and policy are those of the application's assessment")
    model_version: str
    scorecard_version: str
    policy_version: str

    @classmethod
    def of(cls, explored: Explored, before: AssessmentRecord) -> "WhatIfView":
        """The view of what was explored, beside the assessment that is kept."""
        found, versions = explored.found, explored.found.versions
        same = (before.model_version, before.scorecard_version, before.policy_version)
        return cls(
            outcome=found.outcome,
            grade=found.grade,
            limit_minor=found.limit_minor,
            limit_set_by=found.limit_set_by,
            annual_rate=found.annual_rate,
            instalment_minor=explored.instalment_minor,
            checks=[CheckView.model_validate(check, from_attributes=True) for check in explored.checks],
            reasons=list(found.reasons),
            as_decided=same == (versions.model, versions.scorecard, versions.policy),
            model_version=versions.model,
            scorecard_version=versions.scorecard,
            policy_version=versions.policy,
        )
