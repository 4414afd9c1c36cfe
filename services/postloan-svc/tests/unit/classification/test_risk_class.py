"""Classes by the handbook's vectors (domain.md §4.1), and the status of the bureau by its table (§4.4)."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from postloan_svc.domain.classification.risk_class import (
    Facts,
    Limits,
    Restructured,
    RiskClass,
    Sign,
    by_days,
    findings,
    worst,
)
from postloan_svc.domain.delinquency.bureau import bureau_code
from postloan_svc.domain.delinquency.dpd import bucket

VECTORS = json.loads((Path(__file__).parents[5] / "docs" / "domain_vectors.json").read_text())
NAMES = dict(zip(["正常", "关注", "次级", "可疑", "损失"], RiskClass, strict=True))
SIGNS = {
    "technical": Sign.TECHNICAL, "impaired": Sign.IMPAIRED, "misuse": Sign.MISUSE, "refinanced": Sign.REFINANCED,
    "npl_elsewhere": Sign.NPL_ELSEWHERE, "evading": Sign.EVADING, "bankrupt": Sign.BANKRUPT,
}  # fmt: skip
SHARES = {"ecl_ratio": Sign.ASSESSED_LOSS, "overdue90_share": Sign.OVERDUE_ELSEWHERE}
RESTRUCTURED = {"from_performing": Restructured.FROM_PERFORMING, "again_in_observation": Restructured.AGAIN}


def classified(**facts: Any) -> RiskClass:
    return worst(findings(Facts(**{"dpd": 0} | facts), Limits()))


@pytest.mark.parametrize("case", VECTORS["CLASSIFY"], ids=lambda case: json.dumps(case["input"]))
def test_the_handbook_s_cases(case: dict[str, Any]) -> None:
    given = case["input"]
    signs: dict[Sign, Decimal | None] = {SIGNS[key]: None for key in given.keys() & SIGNS.keys() if given[key]}
    signs |= {SHARES[key]: Decimal(str(given[key])) * 100 for key in given.keys() & SHARES.keys()}
    restructured = RESTRUCTURED.get(given.get("restructured"))
    found = classified(dpd=given["dpd"], retail=given.get("retail", True), signs=signs, restructured=restructured)
    assert found is NAMES[case["expect"]]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"signs": {Sign.TECHNICAL: None}, "dpd": 7}, RiskClass.NORMAL),
        ({"signs": {Sign.RATING_CUT: None}}, RiskClass.SUBSTANDARD),
        ({"signs": {Sign.FRAUD: None}}, RiskClass.SUBSTANDARD),
        ({"signs": {Sign.WATCHED: None}}, RiskClass.NORMAL),
        ({"signs": {Sign.ASSESSED_LOSS: Decimal(95)}}, RiskClass.NORMAL),  # of a loan that is not impaired
        ({"debtor_npl_percent": Decimal(30)}, RiskClass.NORMAL),  # retail is classified loan by loan
        ({"debtor_npl_percent": Decimal(10), "retail": False}, RiskClass.SPECIAL_MENTION),
        ({"debtor_npl_percent": Decimal("10.01"), "retail": False}, RiskClass.SUBSTANDARD),
        ({"signs": {Sign.MISUSE: None}, "dpd": 400}, RiskClass.LOSS),  # the worst of all
    ],
)
def test_every_reason_counts_and_the_worst_gives_the_class(facts: dict[str, Any], expected: RiskClass) -> None:
    assert classified(**facts) is expected


def test_every_reason_that_holds_is_named() -> None:
    found = findings(Facts(91, signs={Sign.MISUSE: None, Sign.EVADING: None}), Limits())
    assert {each.code for each in found} == {"OVERDUE", "MISUSE", "EVADING"}


def test_the_days_are_parameters() -> None:
    cards = Limits(substandard_dpd_gt=90, doubtful_dpd_gt=120, loss_dpd_gt=180)  # of credit cards, domain.md §4.1
    assert [by_days(dpd, cards) for dpd in (90, 91, 121, 181)] == [2, 3, 4, 5]


@pytest.mark.parametrize("case", VECTORS["STAGE"], ids=lambda case: str(case["dpd"]))
def test_the_bucket_and_the_bureau_s_code_of_days_past_due(case: dict[str, Any]) -> None:
    assert bucket(case["dpd"]) == case["m"]
    assert bureau_code(case["dpd"], anything_due=True, paid_late=False, knows_late_in_month=True) == case["pboc"]


def test_a_month_in_which_nothing_was_due_and_one_that_was_paid_late_have_their_codes() -> None:
    assert bureau_code(0, anything_due=False, paid_late=False, knows_late_in_month=True) == "*"
    assert bureau_code(0, anything_due=True, paid_late=True, knows_late_in_month=True) == "M"
    assert bureau_code(0, anything_due=True, paid_late=True, knows_late_in_month=False) == "N"
    assert bureau_code(12, anything_due=True, paid_late=True, knows_late_in_month=True) == "1"
