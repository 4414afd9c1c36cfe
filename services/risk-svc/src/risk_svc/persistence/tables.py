"""Where assessments live."""

from typing import Any

from loan_contracts.assessment import RiskOutcome
from loan_contracts.values import Reason
from loan_servicekit.db.tables import Row, Table
from loan_servicekit.db.unit_of_work import Schema
from risk_svc.domain.assessment.record import AssessmentRecord
from risk_svc.domain.policy.proposal import PolicyProposal, ProposalStatus


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


def _load_proposal(row: Row) -> PolicyProposal:
    (id, name, policy_version, content, examples, backtest, reason, status, proposed_by, proposed_at, decided_by,
     decided_at, decision_reason) = row  # fmt: skip
    return PolicyProposal(id, name, policy_version, content, examples, backtest, reason, ProposalStatus(status),
                          proposed_by, proposed_at, decided_by, decided_at, decision_reason)  # fmt: skip


def _dump_proposal(p: PolicyProposal) -> list[Any]:
    return [p.id, p.name, p.policy_version, p.content, p.examples, p.backtest, p.reason, p.status, p.proposed_by,
            p.proposed_at, p.decided_by, p.decided_at, p.decision_reason]  # fmt: skip


POLICY_PROPOSALS = Table(
    "policy_proposals",
    {"id": "uuid", "name": "text", "policy_version": "text", "content": "text", "examples": "json", "backtest": "json",
     "reason": "text", "status": "text", "proposed_by": "text", "proposed_at": "timestamptz", "decided_by": "text",
     "decided_at": "timestamptz", "decision_reason": "text"},
    _load_proposal, _dump_proposal, "policy-proposal-not-found",
)  # fmt: skip
SCHEMA = Schema({"assessments": ASSESSMENTS, "policy_proposals": POLICY_PROPOSALS}, {})
