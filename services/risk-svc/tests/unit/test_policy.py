"""Every rule of the policy on both sides of its threshold, and what happens where facts are missing."""

from dataclasses import fields, replace
from typing import Any

import pytest

from loan_contracts.assessment import RiskOutcome
from risk_svc.domain.policy.rules import OPTIONAL, PolicyFacts
from risk_svc.scoring.policy.decision_graph import GraphPolicy, UnsafePolicy

NOTHING_BAD = dict.fromkeys(
    (
        "court_dishonest", "court_enforcement", "court_enforced_minor", "court_enforcement_ended",
        "court_spending_restricted", "court_judgments", "current_overdue_minor", "overdue_accounts", "late_24m",
        "late_run_24m", "late_4plus_24m", "late_months_60m", "worst_12m", "worst_24m", "worst_60m",
        "unknown_months_24m", "bad_debts", "recovered_debts", "recovered_debts_ended", "bad_class_accounts",
        "watched_accounts", "enforced_accounts", "restricted_accounts", "bad_transactions", "eased_transactions",
        "guarantee_balance_minor", "bad_guarantees", "doubtful_guarantees", "tax_arrears_records", "judgment_records",
        "enforcement_records", "penalty_records", "unknown_codes", "queries_1m", "queries_3m", "tax_arrears_minor",
        "zero_invoice_months_12m", "missing_sources",
    ),
    0,
)  # fmt: skip
CLEAN = PolicyFacts(
    **NOTHING_BAD,
    identity_match="00",
    deceased=False,
    mobile_three_factor="1",
    mobile_in_service=True,
    insured_months=24,
    cards_overdrawn=False,
    tax_credit_level="A",
    sales_12m_minor=100_000_000,
    business_state="存续",
    business_months=60,
    business_abnormal=False,
    business_serious_illegal=False,
    income_year_minor=12_000_000,
    model_fits=True,
    grade="B",
    points_above_cutoff=90,
    rate_within_cap=True,
    limit_minor=3_000_000,
    limit_set_by="CAPACITY",
    least_loan_minor=500_000,
)
APPROVE, REFER, DECLINE = RiskOutcome.APPROVE, RiskOutcome.REFER, RiskOutcome.DECLINE

BOUNDARIES: list[tuple[dict[str, Any], RiskOutcome, str | None, str]] = [
    ({"identity_match": "00"}, APPROVE, None, ""),
    ({"identity_match": "01"}, DECLINE, "IDENTITY_MISMATCH", "R06"),
    ({"identity_match": "02"}, DECLINE, "IDENTITY_MISMATCH", "R06"),
    ({"identity_match": "03"}, REFER, "IDENTITY_PHOTO_DIFFERS", "R06"),
    ({"deceased": True}, DECLINE, "DECEASED", "R06"),
    ({"court_dishonest": 1}, DECLINE, "COURT_DISHONEST", "R08"),
    ({"court_enforcement_ended": 1}, DECLINE, "COURT_ENFORCEMENT_ENDED", "R08"),
    ({"court_enforcement": 1}, REFER, "COURT_ENFORCEMENT", "R08"),
    ({"court_spending_restricted": 1}, REFER, "COURT_SPENDING_RESTRICTED", "R08"),
    ({"court_judgments": 1}, REFER, "COURT_JUDGMENTS", "R08"),
    ({"current_overdue_minor": 1}, DECLINE, "OVERDUE_NOW", "R03"),
    ({"late_24m": 5}, APPROVE, None, ""),
    ({"late_24m": 6}, DECLINE, "LATE_SIX_TIMES", "R03"),
    ({"late_4plus_24m": 2}, APPROVE, None, ""),
    ({"late_4plus_24m": 3}, DECLINE, "LATE_OVER_90_THREE_TIMES", "R03"),
    ({"late_run_24m": 2}, APPROVE, None, ""),
    ({"late_run_24m": 3}, DECLINE, "LATE_THREE_IN_A_ROW", "R03"),
    ({"worst_24m": 3}, APPROVE, None, ""),  # three instalments in a row are the run's affair
    ({"worst_24m": 4}, DECLINE, "LATE_OVER_90", "R03"),
    ({"worst_12m": 1}, APPROVE, None, ""),
    ({"worst_12m": 2}, REFER, "LATE_OVER_30_LAST_YEAR", "R03"),
    ({"worst_60m": 3}, APPROVE, None, ""),
    ({"worst_60m": 4}, REFER, "LATE_OVER_90_FIVE_YEARS", "R03"),
    ({"worst_60m": 6}, REFER, "LATE_OVER_90_FIVE_YEARS", "R03"),
    ({"worst_60m": 7}, DECLINE, "LATE_OVER_180_FIVE_YEARS", "R03"),
    ({"late_months_60m": 11}, APPROVE, None, ""),
    ({"late_months_60m": 12}, REFER, "LATE_OFTEN_FIVE_YEARS", "R03"),
    ({"unknown_months_24m": 2}, APPROVE, None, ""),
    ({"unknown_months_24m": 3}, REFER, "MONTHS_NOT_KNOWN", "R09"),
    ({"unknown_codes": 1}, REFER, "CODES_NOT_KNOWN", "R09"),
    ({"overdue_accounts": 1}, DECLINE, "OVERDUE_ACCOUNT", "R03"),
    ({"bad_debts": 1}, DECLINE, "BAD_DEBT", "R03"),
    ({"recovered_debts": 1}, DECLINE, "DEBT_RECOVERED_FROM", "R03"),
    ({"recovered_debts_ended": 1}, REFER, "DEBT_RECOVERY_ENDED", "R03"),
    ({"bad_class_accounts": 1}, DECLINE, "BAD_CLASS", "R03"),
    ({"watched_accounts": 1}, REFER, "SPECIAL_MENTION", "R03"),
    ({"enforced_accounts": 1}, DECLINE, "ACCOUNT_ENFORCED", "R08"),
    ({"restricted_accounts": 1}, REFER, "ACCOUNT_RESTRICTED", "R03"),
    ({"bad_transactions": 1}, DECLINE, "DEBT_NOT_REPAID_BY_BORROWER", "R03"),
    ({"eased_transactions": 1}, REFER, "DEBT_EASED", "R03"),
    ({"cards_overdrawn": True}, REFER, "CARDS_OVERDRAWN", "R10"),
    ({"bad_guarantees": 1}, DECLINE, "GUARANTEED_LOAN_BAD", "R11"),
    ({"doubtful_guarantees": 1}, REFER, "GUARANTEED_LOAN_IN_DOUBT", "R11"),
    ({"guarantee_balance_minor": 50_000_000}, APPROVE, None, ""),
    ({"guarantee_balance_minor": 50_000_001}, REFER, "GUARANTEES_LARGE", "R11"),
    ({"tax_arrears_records": 1}, REFER, "RECORD_OF_TAX_ARREARS", "R12"),
    ({"judgment_records": 1}, REFER, "RECORD_OF_JUDGMENT", "R08"),
    ({"enforcement_records": 1}, REFER, "RECORD_OF_ENFORCEMENT", "R08"),
    ({"penalty_records": 1}, REFER, "RECORD_OF_PENALTY", "R12"),
    ({"court_enforced_minor": 120_000}, APPROVE, None, ""),  # 1 % of a year's income
    ({"court_enforced_minor": 120_001}, DECLINE, "COURT_ENFORCEMENT_HEAVY", "R08"),
    ({"court_enforced_minor": 120_001, "income_year_minor": None}, APPROVE, None, ""),  # COURT_ENFORCEMENT refers
    ({"mobile_three_factor": "2"}, REFER, "MOBILE_MISMATCH", "R06"),  # the fraud rules decline it
    ({"mobile_three_factor": "3"}, REFER, "MOBILE_NOT_ON_RECORD", "R06"),  # no record is no match
    ({"mobile_in_service": False}, REFER, "MOBILE_OUT_OF_SERVICE", "R06"),
    ({"insured_months": 6}, APPROVE, None, ""),
    ({"insured_months": 5}, REFER, "INSURED_TOO_SHORTLY", "R05"),
    ({"business_serious_illegal": True}, DECLINE, "BUSINESS_SERIOUS_ILLEGAL", "R12"),
    ({"business_abnormal": True}, REFER, "BUSINESS_ABNORMAL", "R12"),
    ({"business_state": "在业"}, APPROVE, None, ""),
    ({"business_state": "吊销"}, DECLINE, "BUSINESS_ENDED", "R12"),
    ({"business_state": "注销"}, DECLINE, "BUSINESS_ENDED", "R12"),
    ({"business_state": "迁移"}, REFER, "BUSINESS_STATE_UNCLEAR", "R12"),
    ({"business_months": 12}, APPROVE, None, ""),
    ({"business_months": 11}, REFER, "BUSINESS_YOUNG", "R05"),
    ({"tax_credit_level": "M"}, APPROVE, None, ""),
    ({"tax_credit_level": "C"}, REFER, "TAX_CREDIT_C", "R12"),
    ({"tax_credit_level": "D"}, DECLINE, "TAX_CREDIT_D", "R12"),
    ({"tax_arrears_minor": 1}, REFER, "TAX_ARREARS", "R12"),
    ({"sales_12m_minor": 1}, APPROVE, None, ""),
    ({"sales_12m_minor": 0}, REFER, "NO_SALES", "R05"),
    ({"zero_invoice_months_12m": 5}, APPROVE, None, ""),
    ({"zero_invoice_months_12m": 6}, REFER, "MONTHS_WITHOUT_INVOICE", "R05"),
    ({"model_fits": False}, REFER, "NO_FITTING_MODEL", ""),
    ({"model_fits": False, "grade": None, "points_above_cutoff": None}, REFER, "NO_FITTING_MODEL", ""),
    ({"queries_1m": 3}, APPROVE, None, ""),
    ({"queries_1m": 4}, REFER, "QUERIES_1M_MANY", "R01"),
    ({"queries_1m": 6}, REFER, "QUERIES_1M_MANY", "R01"),
    ({"queries_1m": 7}, DECLINE, "QUERIES_1M_EXCESSIVE", "R01"),
    ({"queries_3m": 7}, APPROVE, None, ""),
    ({"queries_3m": 8}, REFER, "QUERIES_3M_MANY", "R01"),
    ({"queries_3m": 13}, REFER, "QUERIES_3M_MANY", "R01"),
    ({"queries_3m": 14}, DECLINE, "QUERIES_3M_EXCESSIVE", "R01"),
    ({"missing_sources": 1}, REFER, "SOURCE_MISSING", "R09"),
    ({"grade": "D", "points_above_cutoff": 7}, APPROVE, None, ""),
    ({"grade": "D", "points_above_cutoff": 6}, REFER, "GREY_SCORE_BAND", ""),
    ({"grade": "D", "points_above_cutoff": 0}, REFER, "GREY_SCORE_BAND", ""),
    ({"grade": "E", "points_above_cutoff": -1}, DECLINE, "SCORE_BELOW_CUTOFF", ""),
    ({"rate_within_cap": False}, DECLINE, "RATE_ABOVE_CAP", "R07"),
    ({"limit_minor": 500_000}, APPROVE, None, ""),
    ({"limit_minor": 490_000}, DECLINE, "LIMIT_BELOW_SMALLEST_LOAN", "R10"),
    ({"limit_minor": 490_000, "limit_set_by": "INCOME_MULTIPLE"}, DECLINE, "LIMIT_BELOW_SMALLEST_LOAN", "R10"),
    ({"limit_minor": 490_000, "limit_set_by": "REGULATORY"}, DECLINE, "REGULATORY_LIMIT_REACHED", "R07"),
    ({"limit_minor": 490_000, "limit_set_by": "EXPOSURE"}, DECLINE, "EXPOSURE_LIMIT_REACHED", "R07"),
    ({"limit_minor": 500_000, "limit_set_by": "REGULATORY"}, APPROVE, None, ""),
    ({"limit_minor": 500_000, "limit_set_by": "EXPOSURE"}, APPROVE, None, ""),
]


@pytest.mark.parametrize(("changed", "outcome", "code", "reason"), BOUNDARIES)
def test_a_rule_is_hit_from_its_threshold_on(
    policy: GraphPolicy, changed: dict[str, Any], outcome: RiskOutcome, code: str | None, reason: str
) -> None:
    found = policy.recommend(replace(CLEAN, **changed))
    assert found.outcome is outcome
    assert [(hit.code, hit.reason) for hit in found.hits] == ([(code, reason)] if code else [])


@pytest.mark.parametrize("name", sorted({each.name for each in fields(PolicyFacts)} - OPTIONAL))
def test_no_application_is_approved_while_a_fact_is_unknown(policy: GraphPolicy, name: str) -> None:
    found = policy.recommend(replace(CLEAN, **{name: None}))
    assert found.outcome is not APPROVE
    assert "FACTS_INCOMPLETE" in [hit.code for hit in found.hits]


def test_what_a_product_need_not_ask_does_not_hold_up_an_approval(policy: GraphPolicy) -> None:
    assert policy.recommend(replace(CLEAN, **dict.fromkeys(OPTIONAL))).outcome is APPROVE


@pytest.mark.parametrize("name", [each.name for each in fields(PolicyFacts)])
def test_a_fact_of_the_wrong_kind_does_not_approve(policy: GraphPolicy, name: str) -> None:
    assert policy.recommend(replace(CLEAN, **{name: "other"})).outcome is not APPROVE


def test_a_decline_outweighs_a_referral_and_all_hits_are_told(policy: GraphPolicy) -> None:
    found = policy.recommend(replace(CLEAN, court_judgments=2, court_dishonest=1))
    assert found.outcome is DECLINE
    assert {hit.code for hit in found.hits} == {"COURT_DISHONEST", "COURT_JUDGMENTS"}


def test_a_hit_shows_what_was_seen_and_what_was_allowed(policy: GraphPolicy) -> None:
    (hit,) = policy.recommend(replace(CLEAN, late_24m=8)).hits
    assert (hit.value, hit.limit) == ("8", "5")
    (hit,) = policy.recommend(replace(CLEAN, limit_minor=120_000)).hits
    assert (hit.value, hit.limit) == ("120000", "500000")


def test_a_policy_that_approves_on_nothing_cannot_come_into_force() -> None:
    permissive = b"""{"nodes": [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {"id": "all", "name": "all", "type": "expressionNode", "position": {"x": 0, "y": 0}, "content": {"expressions": [
            {"id": "o", "key": "outcome", "value": "'APPROVE'"}, {"id": "h", "key": "hits", "value": "[]"}]}},
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 0, "y": 0}}],
        "edges": [{"id": "1", "sourceId": "in", "targetId": "all", "type": "edge"},
                  {"id": "2", "sourceId": "all", "targetId": "out", "type": "edge"}]}"""
    with pytest.raises(UnsafePolicy, match="approves where nothing is known"):
        GraphPolicy("permissive", permissive)


@pytest.mark.parametrize("content", [b"", b"no json", b"[]", b'{"nodes": 1}'])
def test_what_is_no_graph_cannot_come_into_force(content: bytes) -> None:
    with pytest.raises(UnsafePolicy):
        GraphPolicy("broken", content)


def test_the_version_names_the_content() -> None:
    empty = b'{"nodes": [], "edges": []}'
    assert GraphPolicy("a", empty).version == GraphPolicy("a", empty).version
    assert GraphPolicy("a", empty).version != GraphPolicy("a", empty + b" ").version
