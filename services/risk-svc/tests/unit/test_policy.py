"""Every rule of the policy on both sides of its threshold, and what happens where facts are missing."""

from dataclasses import fields, replace
from typing import Any

import pytest

from loan_contracts.assessment import RiskOutcome
from risk_svc.domain.policy import PolicyFacts
from risk_svc.scoring.policy import GraphPolicy, UnsafePolicy

CLEAN = PolicyFacts(
    identity_match="00",
    deceased=False,
    court_dishonest=0,
    court_enforcement=0,
    court_enforcement_ended=0,
    court_spending_restricted=0,
    court_judgments=0,
    current_overdue_minor=0,
    late_24m=0,
    late_4plus_24m=0,
    queries_1m=0,
    queries_3m=0,
    missing_sources=0,
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


@pytest.mark.parametrize("name", [each.name for each in fields(PolicyFacts)])
def test_no_application_is_approved_while_a_fact_is_unknown(policy: GraphPolicy, name: str) -> None:
    found = policy.recommend(replace(CLEAN, **{name: None}))
    assert found.outcome is not APPROVE
    assert "FACTS_INCOMPLETE" in [hit.code for hit in found.hits]


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
