"""Working hours over evenings, weekends, public holidays and worked weekends (domain.md §15.7, R-3.8)."""

from datetime import UTC, datetime

import pytest

from loan_servicekit.core import BUSINESS_ZONE
from loan_servicekit.core.working_days import WorkingDays, days_of
from workflow_svc.domain.tasks.working_time import WorkingCalendar

CALENDAR = WorkingCalendar(
    WorkingDays(
        holidays=days_of(
            "2026-01-01/2026-01-03 2026-02-15/2026-02-23 2026-04-04/2026-04-06 2026-05-01/2026-05-05"
            " 2026-06-19/2026-06-21 2026-09-25/2026-09-27 2026-10-01/2026-10-07"
        ),
        worked_weekends=days_of("2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"),
    )
)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BUSINESS_ZONE)


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
        ("2026-12-31 17:00", 2, "2027-01-01 10:00"),  # a year without a list has its weekends alone,
        ("2027-01-01 17:00", 2, "2027-01-04 10:00"),  # and Friday 1 January 2027 begins one
    ],
)
def test_due_after_working_hours(start: str, hours: int, due: str) -> None:
    assert CALENDAR.after(local(start), hours) == local(due)


def test_moments_are_utc() -> None:
    due = CALENDAR.after(datetime(2026, 3, 2, 1, 0, tzinfo=UTC), 1)
    assert due == datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    assert due.tzinfo is UTC
