"""Days past due and buckets: the table of domain.md §4.4, grace example of R-3.9."""

from datetime import date

import pytest

from postloan_svc.domain.delinquency.dpd import bucket, days_past_due


@pytest.mark.parametrize(
    ("dpd", "expected"),
    [
        (0, "M0"), (1, "M1"), (30, "M1"), (31, "M2"), (60, "M2"), (61, "M3"), (90, "M3"), (91, "M4"), (120, "M4"),
        (121, "M5"), (150, "M5"), (151, "M6"), (180, "M6"), (181, "M6+"), (400, "M6+"),
    ],
)  # fmt: skip
def test_days_past_due_fall_into_buckets(dpd: int, expected: str) -> None:
    assert bucket(dpd) == expected


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
