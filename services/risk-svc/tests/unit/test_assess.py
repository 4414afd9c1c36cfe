"""The assessment as a whole: what an applicant is told, lent and asked, and why."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from loan_contracts.assessment import RiskOutcome
from loan_contracts.values import Source, SourceStatus
from risk_svc.domain.assessment.assess import Assessment, CreditRequest, Scored, Versions, assess
from risk_svc.domain.features.features import features
from risk_svc.domain.parameters import InForce
from risk_svc.domain.scoring.scorecard import Scorecard
from risk_svc.scoring.policy.decision_graph import GraphPolicy

AnApplicant = Callable[..., CreditRequest]
Assess = Callable[..., Assessment]
VERSIONS = Versions("model-1", "points-1", "policy-1")


@pytest.fixture
def assessed(an_applicant: AnApplicant, scorecard: Scorecard, numbers: InForce, policy: GraphPolicy) -> Assess:
    """Assesses one applicant of a probability of default."""

    def run(pd: str = "0.02", **facts: Any) -> Assessment:
        request = an_applicant(**facts)
        values = features(request.declared, request.collected)
        scored = None if values is None else Scored(values, Decimal(pd), scorecard.points(values))
        (found,) = assess([request], [scored], scorecard, numbers, policy, VERSIONS)
        return found

    return run


def test_a_clean_applicant_is_approved_with_score_grade_limit_and_price(assessed: Assess) -> None:
    found = assessed(pd="0.02")
    assert (found.outcome, found.score, found.grade) == (RiskOutcome.APPROVE, 599, "B")
    assert (found.limit_minor, found.limit_set_by) == (9_000_000, "INCOME_MULTIPLE")
    # PD 2 % over two years is 1.005051 % a year: (2 + 0.60303 + 1.2 + 1.1025 + 0.3) % x 1.0672 = 5.5554 %
    assert found.annual_rate == Decimal("0.0556")
    assert found.triggers == []
    assert found.versions == VERSIONS
    assert found.scorecard_score == 250 + 250 + 30 + 100 + 50 + 22


def test_the_debt_service_ratio_counts_the_new_instalment(assessed: Assess) -> None:
    # 30,000 yuan over 24 months at 5.56 %: 1,323.67 a month, with 1,000 of debts against 10,000 of income
    assert assessed(pd="0.02").debt_service_ratio == Decimal("0.2324")
    assert assessed(income_minor=None).debt_service_ratio is None


def test_the_facts_used_are_kept_by_name(assessed: Assess) -> None:
    used = assessed().facts_used()
    assert used["revolving_utilisation"] == "0.1"
    assert used["verified_income_minor"] == 1_000_000


def test_short_capacity_lowers_the_limit_instead_of_declining(assessed: Assess) -> None:
    found = assessed(bureau={"monthly_debt_service_minor": 600_000}, amount_minor=5_000_000)
    assert found.outcome is RiskOutcome.APPROVE
    assert found.limit_set_by == "CAPACITY"
    assert 500_000 < found.limit_minor < 5_000_000


def test_an_approval_below_the_wish_says_which_line_lowered_it(assessed: Assess) -> None:
    found = assessed(bureau={"monthly_debt_service_minor": 600_000}, amount_minor=5_000_000)
    assert [(r.code, r.detail, r.value, r.limit) for r in found.reasons][:1] == [
        ("R10", "CAPACITY", "5000000", str(found.limit_minor))
    ]
    unproven = assessed(income_minor=None, amount_minor=2_000_100)
    assert (unproven.reasons[0].code, unproven.reasons[0].detail) == ("R09", "UNVERIFIED_INCOME")
    whole = assessed(income_minor=None, amount_minor=2_000_000)
    assert "UNVERIFIED_INCOME" not in [r.detail for r in whole.reasons]


RICH: dict[str, Any] = {"pd": "0.005", "income_minor": 10_000_000, "amount_minor": 20_000_000}


def test_three_applications_at_the_most_are_not_all_approved_at_it(assessed: Assess) -> None:
    """domain.md R-2.5a: 200,000 yuan a borrower, whatever the number of his applications."""
    approved = 0
    outcomes = []
    for _ in range(3):
        found = assessed(**RICH, own_exposure_minor=approved)
        outcomes.append((found.outcome, [r.code for r in found.reasons]))
        if found.outcome is RiskOutcome.APPROVE:
            approved += min(found.limit_minor, 20_000_000)
    assert approved == 20_000_000
    assert outcomes == [(RiskOutcome.APPROVE, [])] + [(RiskOutcome.DECLINE, ["R07"])] * 2


@pytest.mark.parametrize(
    ("own", "outcome", "limit", "hits"),
    [
        (15_000_000, RiskOutcome.APPROVE, 5_000_000, ()),
        (19_500_000, RiskOutcome.APPROVE, 500_000, ()),  # the smallest loan
        (19_500_100, RiskOutcome.DECLINE, 0, ("REGULATORY_LIMIT_REACHED",)),
    ],
)
def test_what_is_left_below_the_regulators_most_is_lent_and_the_reason_is_told(
    assessed: Assess, own: int, outcome: RiskOutcome, limit: int, hits: tuple[str, ...]
) -> None:
    found = assessed(**RICH, own_exposure_minor=own)
    assert (found.outcome, found.limit_minor, found.hits) == (outcome, limit, hits)
    assert (found.limit_set_by, [r.code for r in found.reasons]) == ("REGULATORY", ["R07"])


def test_a_product_outside_the_regulators_most_is_bound_by_exposure_alone(assessed: Assess) -> None:
    offline = RICH | {"online_consumer_credit": False, "product_max_minor": 50_000_000, "amount_minor": 40_000_000}
    assert assessed(**offline).limit_minor == 50_000_000
    found = assessed(**offline, own_exposure_minor=20_000_000, bureau={"unsecured_exposure_minor": 5_000_000})
    assert (found.outcome, found.limit_minor, found.limit_set_by) == (RiskOutcome.APPROVE, 25_000_000, "EXPOSURE")


def test_below_the_smallest_loan_it_is_a_decline_for_capacity(assessed: Assess) -> None:
    found = assessed(bureau={"monthly_debt_service_minor": 690_000})
    assert (found.outcome, found.limit_minor) == (RiskOutcome.DECLINE, 0)
    assert found.reasons[0].code == "R10"
    assert found.hits == ("LIMIT_BELOW_SMALLEST_LOAN",)


def test_without_proof_of_income_the_limit_is_small_and_nobody_has_to_look(assessed: Assess) -> None:
    found = assessed(income_minor=None)
    assert (found.outcome, found.limit_minor) == (RiskOutcome.APPROVE, 2_000_000)
    silent = assessed(income_minor=None, statuses={Source.SOCIAL_INSURANCE: SourceStatus.TIMEOUT})
    assert (silent.outcome, silent.limit_minor) == (RiskOutcome.APPROVE, 2_000_000)


@pytest.mark.parametrize("source", ["identity", "court", "bureau"])
def test_a_required_source_that_is_missing_goes_to_a_person(assessed: Assess, source: str) -> None:
    found = assessed(**{source: None})
    assert found.outcome is RiskOutcome.REFER
    assert set(found.triggers) == {"SOURCE_MISSING", "FACTS_INCOMPLETE"}
    assert (found.reasons[0].code, found.reasons[0].detail) == ("R09", "SOURCE_MISSING")


def test_a_source_that_answers_late_is_missing_even_with_facts_at_hand(assessed: Assess) -> None:
    found = assessed(statuses={Source.COURT: SourceStatus.ERROR})
    assert (found.outcome, found.triggers) == (RiskOutcome.REFER, ["SOURCE_MISSING"])


def test_without_a_credit_report_the_bad_rate_of_all_stands_in_and_the_line_is_small(
    assessed: Assess, scorecard: Scorecard
) -> None:
    found = assessed(bureau=None)
    assert found.pd == scorecard.bad_rate
    assert found.limit_minor == 1_800_000  # 20,000 yuan, grade D
    assert found.scored is None
    assert found.facts_used() == {}
    assert found.scorecard_score is None


@pytest.mark.parametrize(
    "late",
    [
        {"late_1_24m": 6},
        {"late_2_24m": 6},
        {"late_1_24m": 3, "late_2_24m": 1, "late_3_24m": 1, "late_4plus_24m": 1},
    ],
)
def test_six_late_months_of_any_length_are_declined(assessed: Assess, late: dict[str, int]) -> None:
    """累六 (domain.md §1.3)."""
    found = assessed(bureau=late)
    assert (found.outcome, found.hits) == (RiskOutcome.DECLINE, ("LATE_SIX_TIMES",))
    fewer = {name: count - (name == "late_1_24m" or "late_1_24m" not in late) for name, count in late.items()}
    assert assessed(bureau=fewer).hits == ()


def test_a_score_below_the_cutoff_is_declined_with_the_points_that_were_lost(assessed: Assess) -> None:
    # late six times: -130 and -20 for R03; utilisation: -70 for R10; obligations: -5 for R02; few accounts: -2 for R04
    found = assessed(
        pd="0.5",
        bureau={
            "late_2_24m": 4,
            "late_4plus_24m": 1,
            "revolving_utilisation": Decimal("0.95"),
            "open_accounts": 1,
            "monthly_debt_service_minor": 450_000,
        },
    )
    assert (found.outcome, found.grade, found.limit_minor) == (RiskOutcome.DECLINE, "E", 0)
    assert [(reason.code, reason.contribution) for reason in found.reasons] == [
        ("R03", -150),
        ("R10", -70),
        ("R02", -5),
        ("R04", -2),
    ]
    assert (found.reasons[0].detail, found.reasons[0].value) == ("late_over_30_24m", "5")


def test_rules_come_before_lost_points_and_there_are_never_more_than_four_reasons(assessed: Assess) -> None:
    found = assessed(
        identity={"match": "01"},
        court={"dishonest": 1},
        bureau={
            "current_overdue_minor": 5_00,
            "late_2_24m": 2,
            "revolving_utilisation": Decimal("0.95"),
            "queries_1m": 9,
        },
    )
    codes = [reason.code for reason in found.reasons]
    assert codes == ["R06", "R08", "R03", "R01"]
    assert found.reasons[2].contribution == -60  # the rule and the lost points of one code are one reason


def test_an_approved_applicant_without_a_loss_has_no_reasons(assessed: Assess) -> None:
    assert assessed().reasons == []


@pytest.mark.parametrize(("pd", "outcome"), [("0.25", "REFER"), ("0.2", "APPROVE"), ("0.4", "DECLINE")])
def test_only_a_score_just_above_the_cutoff_goes_to_a_person(assessed: Assess, pd: str, outcome: str) -> None:
    # PD 25 % is 518.8, four points above the cut-off of 514; 20 % is 527.1 and 40 % is 498.8
    found = assessed(pd=pd, amount_minor=1_000_000)
    assert found.outcome == outcome
    assert found.triggers == (["GREY_SCORE_BAND"] if outcome == "REFER" else [])


def test_a_rate_above_the_cap_is_not_lent_at(assessed: Assess) -> None:
    found = assessed(pd="0.6")
    assert found.annual_rate > Decimal("0.24")
    assert "RATE_ABOVE_CAP" in found.hits


def test_a_batch_gives_each_applicant_what_he_would_get_alone(
    an_applicant: AnApplicant, scorecard: Scorecard, numbers: InForce, policy: GraphPolicy, assessed: Assess
) -> None:
    requests = [an_applicant(), an_applicant(income_minor=None), an_applicant(court={"dishonest": 1})]
    values = [features(each.declared, each.collected) for each in requests]
    scored = [Scored(each, Decimal("0.02"), scorecard.points(each)) for each in values if each]
    together = assess(requests, scored, scorecard, numbers, policy, VERSIONS)
    assert together == [assessed(), assessed(income_minor=None), assessed(court={"dishonest": 1})]


def test_the_numbers_in_force_decide(
    an_applicant: AnApplicant, scorecard: Scorecard, numbers: InForce, policy: GraphPolicy
) -> None:
    request = an_applicant()
    values = features(request.declared, request.collected)
    assert values is not None
    scored = [Scored(values, Decimal("0.02"), scorecard.points(values))]
    stricter = replace(numbers, income_multiple={**numbers.income_multiple, "B": Decimal(2)})
    (found,) = assess([request], scored, scorecard, stricter, policy, VERSIONS)
    assert found.limit_minor == 2_000_000
