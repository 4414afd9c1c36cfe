"""Limits (domain.md R-11.1, R-11.4 to R-11.7)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from risk_svc.domain.limit.limit import Limit, floor_to_step, lendable, limit_of, repayment_capacity
from risk_svc.domain.parameters import InForce, seeds_on

NUMBERS = InForce.of(seeds_on(date(2026, 9, 1)))
RICH: dict[str, Any] = {
    "grade": "A",
    "income_minor": 10_000_000,
    "debt_service_minor": 0,
    "others_exposure_minor": 0,
    "own_exposure_minor": 0,
    "own_online_consumer_minor": 0,
    "online_consumer_credit": True,
    "annual_rate": Decimal("0.072"),
    "months": 36,
    "product_max_minor": 20_000_000,
    "numbers": NUMBERS,
}


def test_the_worked_example_of_repayment_capacity() -> None:
    capacity = repayment_capacity(1_800_000, 320_000, Decimal("0.55"))
    assert capacity == 670_000
    principal = lendable(capacity, Decimal("0.072"), 36)
    assert round(principal) == 21_634_802
    assert floor_to_step(principal) == 21_630_000


def test_without_interest_the_principal_is_what_the_instalments_add_up_to() -> None:
    assert lendable(Decimal(1_000), Decimal(0), 12) == 12_000


def test_who_owes_more_than_the_highest_ratio_has_no_capacity() -> None:
    assert repayment_capacity(1_000_000, 700_000, Decimal("0.70")) == 0
    assert repayment_capacity(1_000_000, 900_000, Decimal("0.70")) == 0


@pytest.mark.parametrize(("grade", "multiple"), [("A", 12), ("B", 9), ("C", 6)])
def test_a_grade_lends_its_multiple_of_the_income(grade: str, multiple: int) -> None:
    found = limit_of(
        **RICH
        | {"grade": grade, "income_minor": 1_000_000, "product_max_minor": 10**9, "online_consumer_credit": False}
    )
    assert (found.limit_minor, found.set_by) == (multiple * 1_000_000, "INCOME_MULTIPLE")


def test_the_risk_factor_lowers_the_limit_of_a_grade() -> None:
    found = limit_of(**RICH | {"grade": "D", "income_minor": 1_000_000})
    assert (found.limit_minor, found.set_by) == (2_700_000, "INCOME_MULTIPLE")  # 3 x 10,000 yuan x 90 %


def test_a_small_income_may_still_have_the_starter_line_if_it_can_bear_it() -> None:
    small = RICH | {"grade": "D", "income_minor": 100_000}
    assert limit_of(**small).limit_minor == 540_000  # 6,000 yuan x 90 %, not 3 x 1,000
    burdened = limit_of(**small | {"debt_service_minor": 65_000})
    assert burdened.set_by == "CAPACITY"
    assert burdened.limit_minor < 500_000


@pytest.mark.parametrize(("others", "own"), [(49_000_000, 0), (0, 49_000_000), (40_000_000, 9_000_000)])
def test_what_is_owed_to_all_lenders_counts_once_against_the_most_for_one_borrower(others: int, own: int) -> None:
    """domain.md R-11.6: 500,000 yuan, less what others and we ourselves have lent."""
    offline = RICH | {"online_consumer_credit": False, "product_max_minor": 50_000_000}
    owing = offline | {"others_exposure_minor": others, "own_exposure_minor": own}
    found = limit_of(**owing)
    assert (found.limit_minor, found.set_by) == (1_000_000, "EXPOSURE")
    assert limit_of(**owing | {"others_exposure_minor": others + 11_000_000}).limit_minor == 0


@pytest.mark.parametrize(
    ("own", "limit", "set_by"),
    [
        (0, 20_000_000, "PRODUCT"),  # both are 200,000 yuan
        (1, 19_990_000, "REGULATORY"),
        (15_000_000, 5_000_000, "REGULATORY"),
        (19_990_000, 10_000, "REGULATORY"),
        (20_000_000, 0, "REGULATORY"),
        (30_000_000, 0, "REGULATORY"),
    ],
)
def test_the_regulators_most_for_consumption_over_the_internet_is_one_for_all_our_loans_to_a_borrower(
    own: int, limit: int, set_by: str
) -> None:
    """domain.md R-2.5a, R-11.7."""
    found = limit_of(**RICH | {"own_exposure_minor": own, "own_online_consumer_minor": own})
    assert (found.limit_minor, found.set_by) == (limit, set_by)


def test_our_loans_of_other_kinds_leave_the_regulators_most_alone() -> None:
    """domain.md R-2.5a, R-11.6."""
    assert limit_of(**RICH | {"own_exposure_minor": 20_000_000}).limit_minor == 20_000_000
    both = limit_of(**RICH | {"own_exposure_minor": 35_000_000, "own_online_consumer_minor": 10_000_000})
    assert (both.limit_minor, both.set_by) == (10_000_000, "REGULATORY")


def test_who_has_no_grade_is_bound_by_the_lines_that_hold_for_everybody() -> None:
    business = RICH | {"grade": None, "online_consumer_credit": False, "product_max_minor": 10**9}
    assert limit_of(**business) == Limit(50_000_000, "EXPOSURE")
    small = limit_of(**business | {"income_minor": 1_000_000})
    assert small.set_by == "CAPACITY"
    assert small.limit_minor > limit_of(**business | {"income_minor": 1_000_000, "grade": "D"}).limit_minor


def test_what_others_have_lent_does_not_lower_the_regulators_most() -> None:
    assert limit_of(**RICH | {"others_exposure_minor": 30_000_000}).limit_minor == 20_000_000


def test_the_regulators_most_binds_no_other_product() -> None:
    large = RICH | {"product_max_minor": 50_000_000}
    assert limit_of(**large).limit_minor == 20_000_000
    assert limit_of(**large | {"online_consumer_credit": False}).limit_minor == 50_000_000
    assert limit_of(**large | {"online_consumer_credit": False, "own_exposure_minor": 20_000_000}) == Limit(
        30_000_000, "EXPOSURE"
    )


def test_the_product_bounds_the_limit() -> None:
    assert limit_of(**RICH | {"product_max_minor": 5_000_000}) == Limit(5_000_000, "PRODUCT")


def test_without_verified_income_there_is_a_small_fixed_line() -> None:
    found = limit_of(**RICH | {"income_minor": None})
    assert (found.limit_minor, found.set_by) == (2_000_000, "UNVERIFIED_INCOME")


def test_grade_e_is_not_lent_to() -> None:
    assert limit_of(**RICH | {"grade": "E"}).limit_minor == 0


@given(
    income=st.integers(101, 50_000_000),
    debts=st.integers(0, 30_000_000),
    months=st.sampled_from([6, 12, 18, 24, 36]),
    grade=st.sampled_from("ABCD"),
)
def test_a_limit_is_whole_hundreds_and_its_instalment_is_borne(
    income: int, debts: int, months: int, grade: str
) -> None:
    asked = {"income_minor": income, "debt_service_minor": debts, "months": months, "grade": grade}
    limit = limit_of(**RICH | asked).limit_minor
    assert limit % 10_000 == 0
    assert Decimal(limit) <= lendable(repayment_capacity(income, debts, Decimal("0.70")), Decimal("0.072"), months)
