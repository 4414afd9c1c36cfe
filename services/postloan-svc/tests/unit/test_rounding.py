"""Rounding to minor units: half up means away from zero, as for a commercial amount (domain.md R-0.3)."""

from decimal import Decimal

import pytest

from loan_contracts.money import half_up, interest_for_a_month, interest_for_days, times


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(1, 2, 1), (-1, 2, -1), (3, 2, 2), (5, 2, 3), (-5, 2, -3), (49, 100, 0), (-49, 100, 0), (51, 100, 1), (7, 7, 1)],
)
def test_halves_are_rounded_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert half_up(numerator, denominator) == rounded


def test_a_tie_that_binary_fractions_would_miss_is_rounded_up() -> None:
    assert times(101, Decimal("0.005")) == 1  # 0.505
    assert times(100, Decimal("0.005")) == 1  # 0.500, a tie
    assert times(100, Decimal("0.00499999999999999999")) == 0


def test_interest_of_days_and_of_a_month_is_that_of_the_examples() -> None:
    assert interest_for_days(10_000_000, Decimal("0.12"), 11, 360) == 36_667  # E7: 366.67
    assert interest_for_days(6_798_422, Decimal("0.12"), 10, 360) == 22_661  # E9: 226.61
    assert interest_for_a_month(100_000_000, Decimal("0.035")) == 291_667  # E1b: 2,916.67
