"""Days past due, buckets and bureau codes: vectors of domain.md §4.4, grace example of R-3.9."""

from datetime import date

import pytest

from postloan_svc.domain.delinquency import bucket, bureau_code, days_past_due


@pytest.mark.parametrize(
    ("dpd", "expected_bucket", "expected_code"),
    [
        (0, "M0", "N"), (1, "M1", "1"), (30, "M1", "1"), (31, "M2", "2"), (60, "M2", "2"), (61, "M3", "3"),
        (90, "M3", "3"), (91, "M4", "4"), (120, "M4", "4"), (121, "M5", "5"), (150, "M5", "5"), (151, "M6", "6"),
        (180, "M6", "6"), (181, "M6+", "7"), (400, "M6+", "7"),
    ],
)  # fmt: skip
def test_days_past_due_fall_into_buckets_and_bureau_codes(dpd: int, expected_bucket: str, expected_code: str) -> None:
    assert bucket(dpd) == expected_bucket
    assert bureau_code(dpd) == expected_code


def test_a_month_without_a_due_date_has_the_bureau_code_star_unless_overdue() -> None:
    assert bureau_code(0, nothing_due_this_month=True) == "*"
    assert bureau_code(5, nothing_due_this_month=True) == "1"


@pytest.mark.parametrize(
    ("as_of", "dpd"),
    [(date(2026, 5, 20), 0), (date(2026, 5, 21), 0), (date(2026, 5, 24), 0), (date(2026, 5, 25), 4)],
)
def test_within_grace_nothing_is_past_due_and_after_it_days_count_from_the_due_date(as_of: date, dpd: int) -> None:
    assert days_past_due(as_of, date(2026, 5, 21), grace_days=3) == dpd


def test_without_grace_the_day_after_the_due_date_is_the_first() -> None:
    assert days_past_due(date(2026, 5, 21), date(2026, 5, 21), grace_days=0) == 0
    assert days_past_due(date(2026, 5, 22), date(2026, 5, 21), grace_days=0) == 1


def test_nothing_unpaid_is_nothing_past_due() -> None:
    assert days_past_due(date(2026, 5, 25), None, grace_days=0) == 0
