"""Five-tier classification: the golden cases of domain.md §4.1."""

from decimal import Decimal

import pytest

from postloan_svc.domain.classification import Restructuring, RiskClass, Standing, Thresholds, classify

LIMITS = Thresholds.of(
    {
        "class.technical_days": "7",
        "class.substandard_dpd_gt": "90",
        "class.doubtful_dpd_gt": "270",
        "class.loss_dpd_gt": "360",
        "class.ecl_doubtful": "50",
        "class.ecl_loss": "90",
        "class.cross_overdue_share": "20",
    }
)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing(dpd=0), RiskClass.NORMAL),
        (Standing(dpd=1), RiskClass.SPECIAL_MENTION),
        (Standing(dpd=5, technical=True), RiskClass.NORMAL),
        (Standing(dpd=7, technical=True), RiskClass.NORMAL),
        (Standing(dpd=8, technical=True), RiskClass.SPECIAL_MENTION),
        (Standing(dpd=90), RiskClass.SPECIAL_MENTION),
        (Standing(dpd=91), RiskClass.SUBSTANDARD),
        (Standing(dpd=270), RiskClass.SUBSTANDARD),
        (Standing(dpd=271), RiskClass.DOUBTFUL),
        (Standing(dpd=360), RiskClass.DOUBTFUL),
        (Standing(dpd=361), RiskClass.LOSS),
        (Standing(impaired=True, ecl_ratio=Decimal("0.3")), RiskClass.SUBSTANDARD),
        (Standing(impaired=True, ecl_ratio=Decimal("0.5")), RiskClass.DOUBTFUL),
        (Standing(impaired=True, ecl_ratio=Decimal("0.9")), RiskClass.LOSS),
        (Standing(misuse=True), RiskClass.SPECIAL_MENTION),
        (Standing(refinanced=True), RiskClass.SPECIAL_MENTION),
        (Standing(retail=False, npl_elsewhere=True), RiskClass.SPECIAL_MENTION),
        (Standing(retail=True, npl_elsewhere=True), RiskClass.NORMAL),
        (Standing(retail=False, overdue90_share=Decimal("0.21")), RiskClass.SUBSTANDARD),
        (Standing(retail=False, overdue90_share=Decimal("0.20")), RiskClass.NORMAL),
        (Standing(evading=True), RiskClass.DOUBTFUL),
        (Standing(bankrupt=True), RiskClass.LOSS),
        (Standing(restructured=Restructuring.FROM_PERFORMING), RiskClass.SPECIAL_MENTION),
        (Standing(restructured=Restructuring.AGAIN_IN_OBSERVATION), RiskClass.SUBSTANDARD),
    ],
)
def test_a_loan_is_in_the_worst_class_of_its_triggers(standing: Standing, expected: RiskClass) -> None:
    assert classify(standing, LIMITS) is expected


def test_the_worst_of_several_triggers_wins() -> None:
    standing = Standing(dpd=91, impaired=True, ecl_ratio=Decimal("0.9"), misuse=True)
    assert classify(standing, LIMITS) is RiskClass.LOSS


def test_the_last_three_classes_are_non_performing() -> None:
    assert [each.non_performing for each in RiskClass] == [False, False, True, True, True]
