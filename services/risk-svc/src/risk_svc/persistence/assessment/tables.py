"""Where assessments live."""

from typing import Any

from loan_contracts.assessment import RiskOutcome
from loan_contracts.values import Reason
from loan_servicekit.db.columns import Column, aggregates, enumerated
from risk_svc.domain.assessment.record import AssessmentRecord


def _reasons(stored: list[Any]) -> list[Reason]:
    return [Reason.model_validate(reason) for reason in stored]


def _stored(reasons: list[Reason]) -> list[Any]:
    return [reason.model_dump(mode="json", exclude_none=True) for reason in reasons]


ASSESSMENTS = aggregates(
    "assessments",
    AssessmentRecord,
    (
        Column("id", "uuid"),
        Column("application_id", "uuid"),
        enumerated("outcome", RiskOutcome),
        Column("pd", "numeric"),
        Column("score", "int"),
        Column("grade", "text"),
        Column("limit_minor", "bigint"),
        Column("annual_rate", "numeric"),
        Column("reasons", "json", read=_reasons, write=_stored),
        Column("triggers", "json"),
        Column("features", "json"),
        Column("detail", "json"),
        Column("request", "json"),
        Column("model_version", "text"),
        Column("scorecard_version", "text"),
        Column("policy_version", "text"),
        Column("assessed_at", "timestamptz"),
    ),
    missing="assessment-not-found",
)
