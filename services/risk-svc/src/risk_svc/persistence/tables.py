"""Where assessments live."""

from typing import Any

from loan_contracts.assessment import RiskOutcome
from loan_contracts.values import Reason
from loan_servicekit.db.tables import Row, Table
from loan_servicekit.db.unit_of_work import Schema
from risk_svc.domain.record import AssessmentRecord


def _load(row: Row) -> AssessmentRecord:
    (id, application_id, outcome, pd, score, grade, limit_minor, annual_rate, reasons, triggers, features, detail,
     request, model, scorecard, policy, at) = row  # fmt: skip
    return AssessmentRecord(
        id, application_id, RiskOutcome(outcome), pd, score, grade, limit_minor, annual_rate,
        [Reason.model_validate(reason) for reason in reasons], triggers, features, detail, request, model, scorecard,
        policy, at,
    )  # fmt: skip


def _dump(a: AssessmentRecord) -> list[Any]:
    reasons = [reason.model_dump(mode="json", exclude_none=True) for reason in a.reasons]
    return [a.id, a.application_id, a.outcome, a.pd, a.score, a.grade, a.limit_minor, a.annual_rate, reasons,
            a.triggers, a.features, a.detail, a.request, a.model_version, a.scorecard_version, a.policy_version,
            a.assessed_at]  # fmt: skip


ASSESSMENTS = Table(
    "assessments",
    {"id": "uuid", "application_id": "uuid", "outcome": "text", "pd": "numeric", "score": "int", "grade": "text",
     "limit_minor": "bigint", "annual_rate": "numeric", "reasons": "json", "triggers": "json", "features": "json",
     "detail": "json", "request": "json", "model_version": "text", "scorecard_version": "text",
     "policy_version": "text", "assessed_at": "timestamptz"},
    _load, _dump, "assessment-not-found",
)  # fmt: skip
SCHEMA = Schema({"assessments": ASSESSMENTS}, {})
