"""Penalty and compound interest: examples E8 and E8b of domain.md §3.5, the cap of R-3.19, grace of R-3.9."""

from datetime import date
from decimal import Decimal

import pytest

from loan_schedules.rates import Rates
from postloan_svc.domain.delinquency.penalty import NO_CHARGES, late_charges, within_grace

CAP = Decimal("0.24")  # of the courts for financial institutions (domain.md §2.6)


def test_seventeen_days_late_cost_what_example_e8_says() -> None:
    rate = Rates(Decimal("0.12")).penalty(Decimal("1.5"), CAP)
    assert rate.first == Decimal("0.18")
    charges = late_charges(804_337, 84_151, rate, date(2026, 4, 21), date(2026, 5, 8))
    assert charges == (17, 6_837, 715)
    assert 804_337 + 84_151 + charges.penalty_minor + charges.compound_minor == 896_040


def test_a_matured_corporate_loan_costs_what_example_e8b_says() -> None:
    rate = Rates(Decimal("0.0435")).penalty(Decimal("1.5"), CAP)
    assert rate.first == Decimal("0.06525")
    assert late_charges(100_000_000, 108_750, rate, date(2026, 6, 30), date(2026, 8, 14)) == (45, 815_625, 887)


@pytest.mark.parametrize(
    ("annual_rate", "penalty"), [("0.1599", "0.23985"), ("0.16", "0.24"), ("0.1601", "0.24"), ("0.24", "0.24")]
)
def test_no_penalty_rate_passes_the_cap_on_all_charges(annual_rate: str, penalty: str) -> None:
    assert Rates(Decimal(annual_rate)).penalty(Decimal("1.5"), CAP).first == Decimal(penalty)


def test_nothing_is_charged_for_no_day() -> None:
    assert late_charges(804_337, 84_151, Rates(Decimal("0.18")), date(2026, 4, 21), date(2026, 4, 21)) == NO_CHARGES
    assert late_charges(804_337, 84_151, Rates(Decimal("0.18")), date(2026, 4, 21), date(2026, 4, 20)) == NO_CHARGES


@pytest.mark.parametrize(
    ("paid_on", "on_time"),
    [(date(2026, 5, 21), True), (date(2026, 5, 24), True), (date(2026, 5, 25), False)],
)
def test_a_payment_is_on_time_up_to_the_last_day_of_grace(paid_on: date, on_time: bool) -> None:
    assert within_grace(date(2026, 5, 21), paid_on, 3) is on_time
