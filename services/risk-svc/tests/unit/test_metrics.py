"""WOE, IV, KS and PSI on the worked examples of domain.md §11.1."""

from decimal import Decimal

from risk_svc.domain.monitoring.metrics import evidence, information_value, kolmogorov_smirnov, population_stability

INCOME = [(200, 60), (500, 80), (800, 40), (500, 20)]


def test_weight_of_evidence_and_its_part_of_the_information_value() -> None:
    found = [(round(each.woe, 6), round(each.information, 6)) for each in evidence(INCOME)]
    assert found == [
        (Decimal("-1.098612"), Decimal("0.219722")),
        (Decimal("-0.470004"), Decimal("0.070501")),
        (Decimal("0.693147"), Decimal("0.138629")),
        (Decimal("0.916291"), Decimal("0.137444")),
    ]


def test_information_value_and_ks() -> None:
    assert round(information_value(INCOME), 6) == Decimal("0.566296")
    assert kolmogorov_smirnov(INCOME) == Decimal("0.35")


def test_an_empty_cell_is_smoothed_by_half_a_borrower() -> None:
    # 100 good and none bad of 200 and 10: ln((100.5 / 200) / (0.5 / 10)) = ln 10.05
    first, _ = evidence([(100, 0), (100, 10)])
    assert round(first.woe, 6) == Decimal("2.307573")


def test_population_stability() -> None:
    expected = [Decimal(share) for share in ("0.10", "0.20", "0.40", "0.20", "0.10")]
    actual = [Decimal(share) for share in ("0.14", "0.24", "0.36", "0.17", "0.09")]
    assert round(population_stability(expected, actual), 6) == Decimal("0.030895")
    assert population_stability(expected, expected) == 0
