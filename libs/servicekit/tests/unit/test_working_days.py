"""Working days over weekends, public holidays and worked weekends (domain.md R-3.8)."""

from datetime import date

import pytest

from loan_servicekit.core.working_days import WorkingDays, days_of

DAYS = WorkingDays(
    holidays=days_of("2026-09-25/2026-09-27 2026-10-01/2026-10-07"), worked_weekends=days_of("2026-10-10")
)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-09-24", "2026-09-24"),
        ("2026-09-25", "2026-09-28"),  # Mid-Autumn, Friday to Sunday
        ("2026-10-01", "2026-10-08"),  # National Day
        ("2026-10-10", "2026-10-10"),  # a Saturday that is worked
        ("2026-10-11", "2026-10-12"),
        ("2027-10-01", "2027-10-01"),  # a year without a list has its weekends alone
    ],
)
def test_the_next_working_day(day: str, found: str) -> None:
    assert DAYS.next_from(date.fromisoformat(day)) == date.fromisoformat(found)


def test_a_year_is_known_by_its_holidays() -> None:
    assert DAYS.knows(2026)
    assert not DAYS.knows(2027)


def test_a_list_names_days_and_spans() -> None:
    assert days_of("2026-02-28/2026-03-01\n 2026-05-09") == {date(2026, 2, 28), date(2026, 3, 1), date(2026, 5, 9)}
    assert days_of(" ") == frozenset()


@pytest.mark.parametrize(
    "part", ["2026-02-29", "tomorrow", "2026-10-07/2026-10-01", "2026-01-01/", "2026-01-01/2028-01-01"]
)
def test_a_list_that_cannot_be_read_says_which_part(part: str) -> None:
    with pytest.raises(ValueError, match=part):
        days_of(f"2026-01-01 {part}")
