"""The record of an assessment: what was known, what followed, and what gave it. Made once and never changed."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from loan_contracts.assessment import RiskAssessed, RiskAssessmentRequested, RiskOutcome
from loan_contracts.message import JsonObject
from loan_contracts.values import Reason
from loan_servicekit.core import Aggregate, Caller
from risk_svc.domain.assessment.assess import Assessment


@dataclass
class AssessmentRecord(Aggregate):
    """Enough to compute the assessment again (domain.md §9.2): the request as it came, the features, the versions."""

    id: UUID
    application_id: UUID
    outcome: RiskOutcome
    pd: Decimal
    score: int
    grade: str
    limit_minor: int
    annual_rate: Decimal
    reasons: list[Reason]
    triggers: list[str]
    features: dict[str, int | str | None]
    detail: JsonObject
    request: JsonObject
    model_version: str
    scorecard_version: str
    policy_version: str
    assessed_at: datetime

    def require_seen_by(self, caller: Caller) -> None:
        """Raises Forbidden `other-branch` for who sees one branch, and not that of the application."""
        caller.require_branch(self.request.get("branch") or "")

    @classmethod
    def of(cls, id: UUID, request: RiskAssessmentRequested, found: Assessment, now: datetime) -> "AssessmentRecord":
        """A new record that answers a request."""
        record = cls(
            id=id,
            application_id=request.application_id,
            outcome=found.outcome,
            pd=found.pd,
            score=found.score,
            grade=found.grade,
            limit_minor=found.limit_minor,
            annual_rate=found.annual_rate,
            reasons=list(found.reasons),
            triggers=list(found.triggers),
            features=found.facts_used(),
            detail={
                "scorecard_score": found.scorecard_score,
                "limit_set_by": found.limit_set_by,
                "debt_service_ratio": found.debt_service_ratio,
                "hits": list(found.hits),
            },
            request=request.model_dump(mode="json", exclude_none=True),
            model_version=found.versions.model,
            scorecard_version=found.versions.scorecard,
            policy_version=found.versions.policy,
            assessed_at=now,
        )
        record.record(
            RiskAssessed,
            application_id=request.application_id,
            request_id=request.request_id,
            case_id=request.case_id,
            assessment_id=id,
            outcome=found.outcome,
            pd=found.pd,
            score=found.score,
            grade=found.grade,
            limit_minor=found.limit_minor,
            annual_rate=found.annual_rate,
            reasons=record.reasons,
            triggers=record.triggers,
            model_version=record.model_version,
            scorecard_version=record.scorecard_version,
            policy_version=record.policy_version,
            assessed_at=now,
        )
        return record
