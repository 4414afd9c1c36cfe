"""Working hours: when something is due that people have so many working hours for (domain.md §15.7, R-0.6, R-3.8)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from loan_servicekit.core import BUSINESS_ZONE
from loan_servicekit.core.working_days import MOST_DAYS, WorkingDays


class Deadlines(NamedTuple):
    """The moments at which a task that waits is looked at."""

    remind_at: datetime
    due_at: datetime
    hand_over_at: datetime


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working days, and the shifts of each."""

    days: WorkingDays
    shifts: tuple[tuple[time, time], ...] = ((time(9), time(12)), (time(13), time(18)))

    def after(self, start: datetime, hours: int) -> datetime:
        """The moment, in UTC, at which so many working hours have passed since `start`."""
        return self._after(start, timedelta(hours=hours))

    def deadlines(self, start: datetime, hours: int) -> "Deadlines":
        """When a task is reminded of, is due, and goes to the deputy: at 50 %, 100 % and 150 % (domain.md §15.7)."""
        due, half = self.after(start, hours), timedelta(hours=hours) / 2
        return Deadlines(self._after(start, half), due, self._after(due, half))

    def moved(self, moment: datetime, stood: datetime, now: datetime) -> datetime:
        """A moment that lay ahead when the clock stood still, with the working time that was left from now on. What had
        passed then stays."""
        return moment if moment <= stood else self._after(now, self.between(stood, moment))

    def between(self, begin: datetime, end: datetime) -> timedelta:
        """The working time from one moment to another."""
        first, last, worked = begin.astimezone(BUSINESS_ZONE), end.astimezone(BUSINESS_ZONE), timedelta()
        for offset in range((last.date() - first.date()).days + 1):
            day = first.date() + timedelta(days=offset)
            for opens, closes in self.shifts if self.days.is_working_day(day) else ():
                since = max(datetime.combine(day, opens, BUSINESS_ZONE), first)
                until = min(datetime.combine(day, closes, BUSINESS_ZONE), last)
                worked += max(until - since, timedelta())
        return worked

    def _after(self, start: datetime, span: timedelta) -> datetime:
        left, local = span, start.astimezone(BUSINESS_ZONE)
        for offset in range(MOST_DAYS):
            day = local.date() + timedelta(days=offset)
            for opens, closes in self.shifts if self.days.is_working_day(day) else ():
                begin = max(datetime.combine(day, opens, BUSINESS_ZONE), local)
                end = datetime.combine(day, closes, BUSINESS_ZONE)
                if begin >= end:
                    continue
                if left <= end - begin:
                    return (begin + left).astimezone(UTC)
                left -= end - begin
        raise AssertionError(f"{span} of working time do not fit into a year")
