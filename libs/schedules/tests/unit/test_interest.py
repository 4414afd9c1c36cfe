"""Interest of a period against the worked examples E1b, E5, E7 and E9 of domain.md."""

from datetime import date
from decimal import Decimal

import pytest

from loan_schedules.interest import interest_for_a_month, interest_for_days


def test_interest_of_days_and_of_a_month_is_that_of_the_examples() -> None:
    assert interest_for_days(10_000_000, Decimal("0.12"), 11, 360) == 36_667  # E7: 366.67
    assert interest_for_days(6_798_422, Decimal("0.12"), 10, 360) == 22_661  # E9: 226.61
    assert interest_for_a_month(100_000_000, Decimal("0.035")) == 291_667  # E1b: 2,916.67


@pytest.mark.parametrize(("basis", "interest"), [(360, 135_000), (365, 133_151)])
def test_interest_of_half_a_year_of_days_is_that_of_example_e5(basis: int, interest: int) -> None:
    days = (date(2026, 8, 28) - date(2026, 3, 1)).days
    assert (days, interest_for_days(5_000_000, Decimal("0.054"), days, basis)) == (180, interest)
