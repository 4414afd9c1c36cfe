"""What borrowers ask for: inside the product, by seed, and blind to who defaulted."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from loan_datasets.borrower import Borrower
from loan_datasets.requests import TERMS, requested

ROW = Borrower(7, False, 40, Decimal("0.2"), 0, 0, 0, Decimal("0.3"), 6_000, 8, 1, 0)


@given(row=st.integers(0, 149_999), seed=st.integers(0, 99), income=st.none() | st.integers(0, 3_008_750))
def test_amounts_and_terms_stay_inside_the_product(row: int, seed: int, income: int | None) -> None:
    amount_minor, term = requested(replace(ROW, row=row, monthly_income=income), seed)
    assert 500_000 <= amount_minor <= 20_000_000
    assert amount_minor % 10_000 == 0
    assert term in TERMS


@given(row=st.integers(0, 149_999), seed=st.integers(0, 99))
def test_one_to_six_months_of_income_are_asked_for_and_bearable(row: int, seed: int) -> None:
    amount_minor, term = requested(replace(ROW, row=row), seed)
    assert 600_000 <= amount_minor <= 6 * 600_000
    assert amount_minor / term <= 600_000 / 4


def test_the_same_row_and_seed_ask_for_the_same() -> None:
    assert requested(ROW, 1) == requested(ROW, 1)
    assert len({requested(replace(ROW, row=row), 1) for row in range(50)}) > 25
    assert len({requested(ROW, seed) for seed in range(50)}) > 25


def test_the_request_does_not_tell_who_will_default() -> None:
    assert requested(replace(ROW, defaulted=True), 1) == requested(replace(ROW, defaulted=False), 1)
