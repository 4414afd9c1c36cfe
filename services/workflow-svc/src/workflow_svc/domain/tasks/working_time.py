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

    def knows(self, year: int) -> bool:
        """Whether the holidays of a year are listed; in a year without a list only weekends are free."""
        return any(day.year == year for day in self.holidays)

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
