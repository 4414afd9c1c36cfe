"""Working hours over evenings, weekends, public holidays and worked weekends (domain.md §15.7, R-3.8)."""

from datetime import UTC, datetime

import pytest

from workflow_svc.domain.working_time import CALENDAR_2026, SHANGHAI


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-03-02 09:00", 3, "2026-03-02 12:00"),  # Monday morning
        ("2026-03-02 10:00", 4, "2026-03-02 15:00"),  # over lunch
        ("2026-03-02 12:30", 1, "2026-03-02 14:00"),  # during lunch
        ("2026-03-02 17:30", 1, "2026-03-03 09:30"),  # over night
        ("2026-03-06 17:00", 2, "2026-03-09 10:00"),  # over the weekend
        ("2026-03-07 11:00", 1, "2026-03-09 10:00"),  # on a Saturday
        ("2026-03-02 10:15", 8, "2026-03-03 10:15"),  # eight hours are a day
        ("2026-02-13 17:00", 2, "2026-02-14 10:00"),  # Saturday 14 February is worked (调休)
        ("2026-02-14 17:00", 2, "2026-02-24 10:00"),  # over Spring Festival, 15 to 23 February
        ("2026-10-10 09:00", 8, "2026-10-10 18:00"),  # a worked Saturday in October
        ("2026-09-30 17:59", 1, "2026-10-08 09:59"),  # over National Day
    ],
)
def test_due_after_working_hours(start: str, hours: int, due: str) -> None:
    assert CALENDAR_2026.after(local(start), hours) == local(due)


def test_moments_are_utc() -> None:
    due = CALENDAR_2026.after(datetime(2026, 3, 2, 1, 0, tzinfo=UTC), 1)
    assert due == datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    assert due.tzinfo is UTC
