"""What a decision tells of itself: its reasons, and the versions that it was made with."""

from loan_contracts.assessment import FraudOutcome, FraudScreened, RiskAssessed, RiskOutcome
from loan_contracts.values import REASONS, Reason
from workflow_svc.domain.authority.verdict import Verdict

INTERNAL_POLICY = "R07"
MOST_REASONS = 4


def reasons_of(verdict: Verdict | None, fraud: FraudScreened | None, risk: RiskAssessed | None) -> list[Reason]:
    """At most four reasons (§11.1). Fraud rules are never told (§10.4): they show as internal policy."""
    if verdict is not None:
        return [Reason(code=code, detail=REASONS[code]) for code in verdict.reason_codes[:MOST_REASONS]]
    reasons = []
    if fraud is not None and fraud.outcome is FraudOutcome.DECLINE:
        reasons.append(Reason(code=INTERNAL_POLICY, detail=REASONS[INTERNAL_POLICY]))
    if risk is not None and risk.outcome is RiskOutcome.DECLINE:
        reasons += risk.reasons
    return reasons[:MOST_REASONS]


def versions_of(process: str, fraud: FraudScreened | None, risk: RiskAssessed | None) -> dict[str, str]:
    """The process and its version, and those of the rules and models that answered it."""
    versions = {"process": process}
    if fraud is not None:
        versions["fraud_rules"] = fraud.rules_version
    if risk is not None:
        versions["model"] = risk.model_version
        versions["scorecard"] = risk.scorecard_version
        versions["policy"] = risk.policy_version
    return versions
