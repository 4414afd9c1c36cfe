"""Expected loss and the ratios of a portfolio by the handbook's examples (domain.md §4.2, §4.3)."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from postloan_svc.domain.classification.risk_class import RiskClass
from postloan_svc.domain.provision.ecl import (
    Exposure,
    Risk,
    Scenario,
    Stage,
    discounted_loss,
    discounts,
    expected_loss_minor,
    months_between,
    to_fen,
    year_months,
)
from postloan_svc.domain.provision.parameters import EXPECTED_LOSS, LossTables, scenarios_of, shares
from postloan_svc.domain.provision.ratios import ratios

VECTORS = json.loads((Path(__file__).parents[5] / "docs" / "domain_vectors.json").read_text())
SIX_PERCENT = 12 * (Decimal("1.06") ** (Decimal(1) / 12) - 1)  # the nominal rate whose effective one is 6 %
ONE = (Scenario("BASE", Decimal(1), Decimal(1), Decimal(1)),)
LGD = Decimal("0.55")


def fen(amount: str) -> int:
    return int(Decimal(amount) * 100)


def test_stage_one_of_the_handbook() -> None:
    exposure = Exposure((10_000_000,), 12, SIX_PERCENT)
    assert expected_loss_minor(Stage.ONE, exposure, Risk(Decimal("0.012"), LGD), ONE) == fen(VECTORS["ECL"]["stage1"])


def test_stage_two_of_the_handbook() -> None:
    factors = [discounts(SIX_PERCENT, 72)[half_months] for half_months in (12, 36, 60)]
    marginal = [Decimal("0.08"), Decimal("0.06"), Decimal("0.04")]
    lost = discounted_loss((10_000_000, 7_000_000, 3_600_000), marginal, LGD, factors)
    assert to_fen(lost) == fen(VECTORS["ECL"]["stage2"])


def test_stage_three_of_the_handbook_and_what_people_have_assessed() -> None:
    exposure = Exposure((10_000_000,), 30, SIX_PERCENT)
    assert expected_loss_minor(Stage.THREE, exposure, Risk(Decimal(1), LGD), ONE) == fen(VECTORS["ECL"]["stage3"])
    assessed = Risk(Decimal(1), LGD, assessed=Decimal("0.9"))
    assert expected_loss_minor(Stage.THREE, exposure, assessed, ONE) == 9_000_000


def test_stage_one_looks_a_year_ahead_and_stage_two_to_the_end() -> None:
    assert [year_months(months, Stage.ONE) for months in (5, 12, 30)] == [(5,), (12,), (12,)]
    assert [year_months(months, Stage.TWO) for months in (5, 24, 30)] == [(5,), (12, 12), (12, 12, 6)]
    assert [months_between(days) for days in (-40, 0, 1, 31, 365, 366)] == [1, 1, 1, 2, 12, 13]
    exposure, risk = Exposure((10_000_000, 5_000_000), 24, None), Risk(Decimal("0.1"), Decimal("0.5"))
    assert expected_loss_minor(Stage.ONE, exposure, risk, ONE) == 500_000
    assert expected_loss_minor(Stage.TWO, exposure, risk, ONE) == 500_000 + 225_000  # nine of ten are alive in year two


def test_scenarios_weigh_and_neither_probability_nor_loss_passes_one() -> None:
    exposure, risk = Exposure((1_000_000,), 12, None), Risk(Decimal("0.4"), Decimal("0.8"))
    both = scenarios_of("BASE:50:1:1 BAD:50:3:2")
    assert expected_loss_minor(Stage.ONE, exposure, risk, both) == (320_000 + 1_000_000) // 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ecl.scenarios", "BASE:60:1:1 BAD:30:1:1"),
        ("ecl.scenarios", "BASE:100:x:1"),
        ("ecl.scenarios", ""),
        ("ecl.lgd", "PCL-ONLINE:60"),  # and the others?
        ("ecl.lgd", "*:101"),
        ("ecl.pd", "*:5 *:6"),
        ("ecl.pd_floors", "M0:0"),
        ("ecl.ead", "PRINCIPAL:100 INTEREST:100 UNDRAWN:75 GIFTS:1"),
        ("ecl.impaired_least", "SUBSTANDARD:thirty DOUBTFUL:60 LOSS:100"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused(code: str, text: str) -> None:
    with pytest.raises(ValueError):
        EXPECTED_LOSS[code].read(text)


def test_arrears_and_a_bad_class_give_the_least_of_probability_and_loss() -> None:
    tables = LossTables(
        pd=shares("A:1 *:5"),
        pd_floors=shares("M0:0 M1:10"),
        lgd=shares("PCL-ONLINE:60 *:45"),
        impaired_least=shares("SUBSTANDARD:30 DOUBTFUL:60 LOSS:100"),
        ead=shares("PRINCIPAL:100"),
        scenarios=ONE,
    )
    assert tables.pd_of(Decimal("0.013"), "A", "M0") == Decimal("0.013")
    assert (tables.pd_of(None, "A", "M0"), tables.pd_of(None, None, "M0")) == (Decimal("0.01"), Decimal("0.05"))
    assert tables.pd_of(Decimal("0.013"), "A", "M1") == Decimal("0.1")
    assert (tables.lgd_of("PCL-ONLINE", "NORMAL"), tables.lgd_of("CAR", "SUBSTANDARD")) == (
        Decimal("0.6"),
        Decimal("0.45"),
    )
    assert tables.lgd_of("CAR", "LOSS") == 1


def test_the_ratios_of_the_handbook() -> None:
    npl = VECTORS["NPL"]
    balances = dict(zip(RiskClass, (npl["normal"], npl["sm"], npl["sub"], npl["doubt"], npl["loss"]), strict=True))
    found = ratios(balances, npl["allowance"], overdue_90_minor=180)
    assert (f"{found.npl_ratio}%", f"{found.coverage}%", f"{found.provision_ratio}%") == (
        npl["npl_ratio"], npl["coverage"], npl["provision_ratio"])  # fmt: skip
    assert found.overdue_90_to_npl == Decimal("90.00")
    assert ratios({}, 0, 0).npl_ratio is None
