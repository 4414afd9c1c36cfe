"""Exact arithmetic: rounding half up (domain.md R-0.3), month steps (R-0.7)."""

from datetime import date
from decimal import Decimal

import pytest

from loan_contracts.money import half_up, months_later, times


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


def test_a_due_day_missing_in_a_month_falls_on_its_end_and_returns() -> None:
    assert [months_later(date(2027, 12, 31), months) for months in (1, 2, 3, 4)] == [
        date(2028, 1, 31),
        date(2028, 2, 29),
        date(2028, 3, 31),
        date(2028, 4, 30),
    ]
    assert months_later(date(2096, 1, 29), 49) == date(2100, 2, 28)  # a century that is no leap year
    assert months_later(date(2026, 3, 31), -1) == date(2026, 2, 28)
