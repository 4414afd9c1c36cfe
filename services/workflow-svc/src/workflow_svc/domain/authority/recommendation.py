"""What the findings recommend to a person who decides, and why; the decision is his (domain.md §15.7, R-9.9)."""

from dataclasses import dataclass
from decimal import Decimal

from loan_contracts.assessment import FraudOutcome, RiskAssessed, RiskOutcome
from loan_contracts.values import REASONS, Reason
from workflow_svc.domain.authority.binding import Findings
from workflow_svc.domain.authority.terms import assessed_minor, assessed_rate
from workflow_svc.domain.authority.verdict import Choice

INTERNAL_POLICY = "R07"  # what fraud rules show as (§10.4)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A choice with its terms and reasons; None where the findings do not carry any. `cautions` are codes of what a
    person has to look at whatever he decides."""

    choice: Choice | None
    amount_minor: int | None = None
    annual_rate: Decimal | None = None
    reasons: tuple[Reason, ...] = ()
    cautions: tuple[str, ...] = ()


def recommend(findings: Findings) -> Recommendation:
    """To decline what a fraud rule or the policy declines, or what leaves less than the product's least amount; to
    approve what the assessment would lend, within the law; nothing where evidence is missing."""
    cautions = tuple(_cautions(findings))
    if findings.fraud_declines:
        return Recommendation(Choice.DECLINE, reasons=(_reason(INTERNAL_POLICY),), cautions=cautions)
    risk, submitted = findings.risk, findings.submitted
    if risk is None:
        return Recommendation(None, cautions=cautions)
    amount = min(assessed_minor(submitted, risk), findings.room_minor)
    if risk.outcome is RiskOutcome.DECLINE or amount < submitted.product_min_minor:
        return Recommendation(Choice.DECLINE, reasons=_reasons(risk), cautions=cautions)
    if any(findings.lacking()):
        return Recommendation(None, cautions=cautions)
    return Recommendation(Choice.APPROVE, amount, assessed_rate(submitted, risk), _reasons(risk), cautions)


def _reasons(risk: RiskAssessed) -> tuple[Reason, ...]:
    return tuple(risk.reasons) or ((_reason(INTERNAL_POLICY),) if risk.outcome is RiskOutcome.DECLINE else ())


def _reason(code: str) -> Reason:
    return Reason(code=code, detail=REASONS[code])


def _cautions(findings: Findings) -> list[str]:
    found: list[str] = list(findings.lacking())
    if findings.fraud is not None and findings.fraud.outcome is not FraudOutcome.PASS:
        found += [reason.code for reason in findings.fraud.reasons] or [f"FRAUD_{findings.fraud.outcome.value}"]
    found += findings.risk.triggers if findings.risk is not None else []
    return list(dict.fromkeys(found))
