"""Working hours: when something is due that people have so many working hours for (domain.md §15.7, R-0.6, R-3.8)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8))  # the business time zone; China has had no summer time since 1991
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Shifts of a working day, public holidays, and weekend days that are worked (调休)."""

    shifts: tuple[tuple[time, time], ...] = ((time(9), time(12)), (time(13), time(18)))
    holidays: frozenset[date] = frozenset()
    worked_weekends: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Whether people work on a day."""
        if day in self.holidays:
            return False
        return day.weekday() < 5 or day in self.worked_weekends

    def after(self, start: datetime, hours: int) -> datetime:
        """The moment, in UTC, at which so many working hours have passed since `start`."""
        left, local = timedelta(hours=hours), start.astimezone(SHANGHAI)
        for offset in range(MOST_DAYS):
            day = local.date() + timedelta(days=offset)
            for opens, closes in self.shifts if self.is_working_day(day) else ():
                begin = max(datetime.combine(day, opens, SHANGHAI), local)
                end = datetime.combine(day, closes, SHANGHAI)
                if begin >= end:
                    continue
                if left <= end - begin:
                    return (begin + left).astimezone(UTC)
                left -= end - begin
        raise AssertionError(f"{hours} working hours do not fit into a year")


def _days(first: date, last: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


CALENDAR_2026 = WorkingCalendar(
    holidays=frozenset(
        _days(date(2026, 1, 1), date(2026, 1, 3))
        | _days(date(2026, 2, 15), date(2026, 2, 23))
        | _days(date(2026, 4, 4), date(2026, 4, 6))
        | _days(date(2026, 5, 1), date(2026, 5, 5))
        | _days(date(2026, 6, 19), date(2026, 6, 21))
        | _days(date(2026, 9, 25), date(2026, 9, 27))
        | _days(date(2026, 10, 1), date(2026, 10, 7))
    ),
    worked_weekends=frozenset(
        date(2026, month, day) for month, day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))
    ),
)
"""Seed of R-3.8 [MM, to be verified]; the calendar in force is a parameter."""
