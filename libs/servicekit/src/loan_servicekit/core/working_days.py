"""Working days: weekends are free, public holidays too, and some weekend days are worked (调休; domain.md R-3.8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from loan_servicekit.core.parameters import ParameterKind

HOLIDAYS = "calendar.holidays"
WORKED_WEEKENDS = "calendar.worked-weekends"
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Public holidays, and weekend days that are worked."""

    holidays: frozenset[date] = frozenset()
    worked_weekends: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Whether people work on a day."""
        if day in self.holidays:
            return False
        return day.weekday() < 5 or day in self.worked_weekends

    def next_from(self, day: date) -> date:
        """The first working day from a day on."""
        for offset in range(MOST_DAYS):
            if self.is_working_day(found := day + timedelta(days=offset)):
                return found
        raise AssertionError(f"nobody works for a year from {day} on")

    def knows(self, year: int) -> bool:
        """Whether the holidays of a year are listed; in a year without a list only weekends are free."""
        return any(day.year == year for day in self.holidays)


def days_of(text: str) -> frozenset[date]:
    """The days of a list such as `2026-02-14 2026-10-01/2026-10-07`: ISO 8601 days and spans, ends included.

    Raises ValueError naming the part that is neither.
    """
    days = set[date]()
    for part in text.split():
        first, span, last = part.partition("/")
        try:
            begin, end = date.fromisoformat(first), date.fromisoformat(last if span else first)
        except ValueError as error:
            raise ValueError(
                f"{part} is neither a day (2026-10-01) nor a span of days (2026-10-01/2026-10-07)"
            ) from error
        if not 0 <= (end - begin).days < MOST_DAYS:
            raise ValueError(f"{part} is no span of days: it ends before it begins, or after more than a year")
        days |= {begin + timedelta(days=n) for n in range((end - begin).days + 1)}
    return frozenset(days)


def _days(text: str) -> object:
    if not (days := days_of(text)):
        raise ValueError("name at least one day")
    return days


def _kind(meaning: str) -> ParameterKind:
    return ParameterKind(
        "days", "calendar", meaning, "days (2026-10-01) and spans of days (2026-10-01/2026-10-07)", _days
    )


WORKING_DAYS: Mapping[str, ParameterKind] = {
    HOLIDAYS: _kind("Public holidays, a row for a year"),
    WORKED_WEEKENDS: _kind("Weekend days that are worked (调休), a row for a year"),
}
"""The parameters of a service that has to know on which days people work."""
