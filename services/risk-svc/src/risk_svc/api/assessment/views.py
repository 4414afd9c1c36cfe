"""Answer models of assessments."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.assessment import RiskOutcome
from loan_contracts.message import JsonObject
from loan_contracts.values import Reason
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
