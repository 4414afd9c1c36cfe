"""Every rule on both sides of its thresholds (domain.md §10.2), and what the facts say about identity (§7.2, §7.3)."""

from datetime import UTC, datetime
from typing import Any

import pytest

from antifraud_svc.domain.rules import consistency, institutions, judge, rules_from
from loan_contracts.assessment import FraudOutcome
from loan_contracts.facts import BureauFacts, CollectedFacts, IdentityFacts, TelecomFacts

PASS, REVIEW, DECLINE = FraudOutcome.PASS, FraudOutcome.REVIEW, FraudOutcome.DECLINE
SEEDS = rules_from({})


@pytest.mark.parametrize(
    ("code", "feature", "outcomes"),
    [
        ("F-01", "multi_org_7d", {0: PASS, 2: PASS, 3: REVIEW, 5: REVIEW, 6: DECLINE}),
        ("F-01", "multi_org_30d", {5: PASS, 6: REVIEW, 11: REVIEW, 12: DECLINE}),
        ("F-01", "multi_org_90d", {9: PASS, 10: REVIEW, 19: REVIEW, 20: DECLINE}),
        ("F-03", "device_id_cnt_30d", {1: PASS, 2: REVIEW, 3: DECLINE}),
        ("F-05", "mobile_id_cnt_180d", {1: PASS, 2: DECLINE}),
        ("F-06", "card_id_cnt", {1: PASS, 2: DECLINE}),
        ("F-19", "identity_mismatch", {0: PASS, 1: DECLINE}),
        ("F-19", "mobile_mismatch", {0: PASS, 1: DECLINE}),
        ("F-21", "new_mobile", {0: PASS, 1: REVIEW}),
        ("F-22", "photo_mismatch", {0: PASS, 1: REVIEW, 9: REVIEW}),
        ("F-33", "velocity_same_product", {2: PASS, 3: DECLINE}),
        ("F-34", "watch_list_hit", {0: PASS, 1: DECLINE}),
        ("F-34", "court_dishonest", {0: PASS, 1: DECLINE}),
        ("F-34", "court_enforcement", {0: PASS, 1: REVIEW, 9: REVIEW}),
    ],
)
def test_a_rule_is_hit_from_its_threshold_on(code: str, feature: str, outcomes: dict[int, FraudOutcome]) -> None:
    for value, expected in outcomes.items():
        outcome, reasons = judge({feature: value}, SEEDS)
        assert (value, outcome) == (value, expected)
        assert [(r.code, r.value) for r in reasons] == ([] if expected is PASS else [(code, str(value))])


def test_the_worst_of_all_rules_is_the_outcome_and_each_has_its_reason() -> None:
    outcome, reasons = judge({"new_mobile": 1, "card_id_cnt": 2, "multi_org_7d": 3, "mobile_mismatch": 0}, SEEDS)
    assert outcome is DECLINE
    assert {r.code for r in reasons} == {"F-01", "F-06", "F-21"}


def test_a_threshold_is_a_parameter_and_a_rule_keeps_its_outcomes() -> None:
    """domain.md R-0.1."""
    stricter = rules_from({"F-01.multi_org_7d.review": "2", "F-21.new_mobile.decline": "1"})
    assert judge({"multi_org_7d": 2}, stricter)[0] is REVIEW
    assert judge({"new_mobile": 1}, stricter)[0] is REVIEW


def facts(**blocks: Any) -> CollectedFacts:
    return CollectedFacts(collected_at=datetime(2026, 9, 1, tzinfo=UTC), statuses={}, **blocks)


@pytest.mark.parametrize(
    ("identity", "outcome", "codes"),
    [
        (IdentityFacts(match="00"), PASS, []),
        (IdentityFacts(match="01"), DECLINE, ["F-19"]),
        (IdentityFacts(match="02"), DECLINE, ["F-19"]),
        (IdentityFacts(match="03"), REVIEW, ["F-22"]),  # a person looks at the photo
        (IdentityFacts(match="00", deceased=True), DECLINE, ["F-19"]),
        (IdentityFacts(match="03", deceased=True), DECLINE, ["F-22", "F-19"]),
    ],
)
def test_what_the_identity_check_says(identity: IdentityFacts, outcome: FraudOutcome, codes: list[str]) -> None:
    found, reasons = judge(consistency(facts(identity=identity)), SEEDS)
    assert (found, sorted(r.code for r in reasons)) == (outcome, sorted(codes))


@pytest.mark.parametrize(
    ("factor", "band", "outcome"),
    [("1", "24+", PASS), ("2", "24+", DECLINE), ("3", "24+", PASS), ("1", "0-3", REVIEW), ("1", "3-6", PASS)],
)
def test_what_the_operator_says(factor: str, band: str, outcome: FraudOutcome) -> None:
    telecom = TelecomFacts(three_factor=factor, online_months_band=band)
    assert judge(consistency(facts(telecom=telecom)), SEEDS)[0] is outcome


def test_a_silent_source_gives_no_figures() -> None:
    """domain.md R-7.3: no figure is not a clean one; the policy refers what is missing to a person."""
    assert consistency(facts()) == {}
    assert institutions(facts(), {"own_7d": 1, "own_30d": 1, "own_90d": 1}) == {}


def test_we_are_one_institution_among_those_that_the_report_tells() -> None:
    report = BureauFacts(open_accounts=0, mortgage_accounts=0, revolving_utilisation=0, queries_1m=9, queries_3m=9,
                         query_orgs_7d=1, query_orgs_30d=4, query_orgs_90d=6)  # fmt: skip
    own = {"own_7d": 0, "own_30d": 1, "own_90d": 1}
    assert institutions(facts(credit_bureau=report), own) == {
        "multi_org_7d": 1, "multi_org_30d": 5, "multi_org_90d": 7,
    }  # fmt: skip
