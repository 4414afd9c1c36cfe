"""The screening rules: which figure is looked at, and from where on it means review or decline (domain.md §10.2).

The thresholds are parameters (`<rule>.<feature>.review|decline`), so that the institution can change them by date.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loan_contracts.assessment import FraudOutcome
from loan_contracts.facts import CollectedFacts
from loan_contracts.values import Reason

RULES_VERSION = "antifraud-2026.12"
_NOBODY = frozenset({"01", "02"})  # name and number differ, no such number (domain.md §7.2)
_OTHER_PHOTO = "03"
SEVERITY = {FraudOutcome.PASS: 0, FraudOutcome.REVIEW: 1, FraudOutcome.DECLINE: 2, FraudOutcome.STOP: 3}


@dataclass(frozen=True, slots=True)
class Rule:
    """A figure and its thresholds; None where the rule knows no such outcome. Reached from the threshold on (>=)."""

    code: str
    feature: str
    review: int | None
    decline: int | None
    detail: str


RULES = (
    Rule("F-01", "multi_org_7d", 3, 6, "institutions with an application by this person in 7 days"),
    Rule("F-01", "multi_org_30d", 6, 12, "institutions with an application by this person in 30 days"),
    Rule("F-01", "multi_org_90d", 10, 20, "institutions with an application by this person in 90 days"),
    Rule("F-03", "device_id_cnt_30d", 2, 3, "persons on this device in 30 days"),
    Rule("F-05", "mobile_id_cnt_180d", None, 2, "persons on this mobile number in 180 days"),
    Rule("F-06", "card_id_cnt", None, 2, "persons with this bank card"),
    Rule("F-33", "velocity_same_product", None, 3, "applications of this person for this product in 24 hours"),
    Rule("F-34", "watch_list_hit", None, 1, "entries of the watch list that match"),
    Rule("F-34", "court_dishonest", None, 1, "entries in the list of dishonest judgment debtors"),
    Rule("F-34", "court_enforcement", 1, None, "pending enforcement cases"),
    Rule(
        "F-19", "identity_mismatch", None, 1, "name and identity number do not belong together, or their owner is dead"
    ),
    Rule("F-19", "mobile_mismatch", None, 1, "name, identity number and mobile number do not belong together"),
    Rule("F-22", "photo_mismatch", 1, None, "the photo is not that of the register"),
    Rule("F-21", "new_mobile", 1, None, "the mobile number is in service for less than three months"),
)

# (code, value, unit, valid from, source, confidence): the seeds of the parameter table
PARAMETERS = [
    (f"{rule.code}.{rule.feature}.{name}", str(value), "count", date(2026, 1, 1), "domain.md §10.2", "P")
    for rule in RULES
    for name, value in (("review", rule.review), ("decline", rule.decline))
    if value is not None
]


def rules_from(parameters: Mapping[str, str]) -> tuple[Rule, ...]:
    """The rules with the thresholds that hold now. A rule keeps its outcomes; only its numbers change."""

    def threshold(rule: Rule, name: str, seed: int | None) -> int | None:
        return None if seed is None else int(parameters.get(f"{rule.code}.{rule.feature}.{name}", seed))

    return tuple(
        Rule(r.code, r.feature, threshold(r, "review", r.review), threshold(r, "decline", r.decline), r.detail)
        for r in RULES
    )


def consistency(facts: CollectedFacts) -> dict[str, int]:
    """Figures of identity consistency and court hits. A silent source gives none: that is no clean answer (R-7.3)."""
    found: dict[str, int] = {}
    if facts.identity:
        found["identity_mismatch"] = int(facts.identity.match in _NOBODY or facts.identity.deceased)
        found["photo_mismatch"] = int(facts.identity.match == _OTHER_PHOTO)
    if facts.telecom:
        found["mobile_mismatch"] = int(facts.telecom.three_factor == "2")
        found["new_mobile"] = int(facts.telecom.online_months_band == "0-3")
    if facts.court:
        found["court_dishonest"] = facts.court.dishonest
        found["court_enforcement"] = facts.court.enforcement
    return found


def institutions(facts: CollectedFacts, own: Mapping[str, int]) -> dict[str, int]:
    """F-01: different lenders with an application by the same person or mobile number, in 7, 30 and 90 days.

    Other lenders are known by their queries in the credit report, which leaves ours out; we are one more where
    `own_<window>` says that the person or the number has applied here before. Without a report there is no figure.
    """
    bureau = facts.credit_bureau
    if bureau is None:
        return {}
    others = {"7d": bureau.query_orgs_7d, "30d": bureau.query_orgs_30d, "90d": bureau.query_orgs_90d}
    return {f"multi_org_{window}": count + own[f"own_{window}"] for window, count in others.items()}


def judge(features: Mapping[str, int], rules: tuple[Rule, ...]) -> tuple[FraudOutcome, list[Reason]]:
    """The worst outcome of all rules (domain.md §10.4), with a reason for each rule that was hit."""
    outcome = FraudOutcome.PASS
    reasons = []
    for rule in rules:
        value = features.get(rule.feature)
        if value is None:
            continue
        if rule.decline is not None and value >= rule.decline:
            hit, limit = FraudOutcome.DECLINE, rule.decline
        elif rule.review is not None and value >= rule.review:
            hit, limit = FraudOutcome.REVIEW, rule.review
        else:
            continue
        reasons.append(
            Reason(code=rule.code, detail=f"{rule.feature}: {rule.detail}", value=str(value), limit=str(limit))
        )
        if SEVERITY[hit] > SEVERITY[outcome]:
            outcome = hit
    return outcome, reasons
