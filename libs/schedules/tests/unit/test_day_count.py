"""Day counts against published values: ISDA's of 1999 for actual/actual as QuantLib's suite holds them, and E5."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loan_contracts.values import DayCount
from loan_schedules.day_count import share_of_a_year
from loan_schedules.interest import Part, interest_between, interest_of_parts

days = st.dates(date(1999, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "share"),
    [
        ("2003-11-01", "2004-05-01", "0.497724380567"),
        ("1999-02-01", "1999-07-01", "0.410958904110"),  # short first period
        ("1999-07-01", "2000-07-01", "1.001377348600"),
        ("2002-08-15", "2003-07-15", "0.915068493151"),  # long first period
        ("2003-07-15", "2004-01-15", "0.504004790778"),
        ("1999-07-30", "2000-01-30", "0.503892506924"),
        ("2000-01-30", "2000-06-30", "0.415300546448"),  # short last period
    ],
)
def test_actual_over_actual_is_that_of_isda(start: str, end: str, share: str) -> None:
    numerator, denominator = share_of_a_year(DayCount.ACT_ACT, date.fromisoformat(start), date.fromisoformat(end))
    assert abs(Decimal(numerator) / denominator - Decimal(share)) < Decimal("1e-10")  # as that suite compares


@pytest.mark.parametrize(
    ("start", "end", "thirties"),
    [
        ("2026-03-01", "2026-08-28", 177),  # E5
        ("2007-01-15", "2007-01-31", 15),
        ("2007-01-31", "2007-02-28", 28),
        ("2007-02-28", "2007-03-31", 32),
        ("2007-09-30", "2008-03-31", 180),
        ("2006-08-31", "2007-02-28", 178),
        ("2007-02-26", "2008-02-29", 363),
        ("2008-02-29", "2009-02-28", 359),
    ],
)
def test_a_thirty_first_is_a_thirtieth(start: str, end: str, thirties: int) -> None:
    share = share_of_a_year(DayCount.THIRTY_E_360, date.fromisoformat(start), date.fromisoformat(end))
    assert share == (thirties, 360)


@pytest.mark.parametrize(
    ("day_count", "interest"),
    [(DayCount.ACT_360, 135_000), (DayCount.ACT_365, 133_151), (DayCount.THIRTY_E_360, 132_750)],
)
def test_the_same_days_cost_what_example_e5_says(day_count: DayCount, interest: int) -> None:
    assert interest_between(5_000_000, Decimal("0.054"), date(2026, 3, 1), date(2026, 8, 28), day_count) == interest


@given(st.sampled_from(DayCount), st.lists(days, min_size=2, max_size=6).map(sorted))
def test_the_parts_of_an_interval_are_the_whole(day_count: DayCount, cuts: list[date]) -> None:
    rate = Decimal("0.0435")
    parts = [Part(50_000_000, rate, start, end) for start, end in pairwise(cuts)]
    assert interest_of_parts(parts, day_count) == interest_between(50_000_000, rate, cuts[0], cuts[-1], day_count)


@given(st.sampled_from(DayCount), st.integers(1999, 2060))
def test_a_whole_year_is_about_one(day_count: DayCount, year: int) -> None:
    numerator, denominator = share_of_a_year(day_count, date(year, 1, 1), date(year + 1, 1, 1))
    assert denominator <= numerator <= denominator * Decimal("1.017")
    assert day_count is not DayCount.ACT_ACT or numerator == denominator
