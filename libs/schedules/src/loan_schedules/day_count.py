"""Day counts: which share of a year an interval [start, end) is, as an exact quotient (domain.md §3.2, R-0.5)."""

from collections.abc import Callable
from datetime import date

from loan_contracts.values import DayCount

Share = tuple[int, int]
"""Numerator and denominator of a share of a year."""
OVER: dict[DayCount, int] = {DayCount.ACT_360: 360, DayCount.ACT_365: 365}
"""The day counts that spread actual days over a year of one length."""


OF_A_YEAR: dict[DayCount, int] = {**OVER, DayCount.THIRTY_E_360: 360, DayCount.ACT_ACT: 365 * 366}
"""What an interval counts, by `counted`, is divided by."""


def share_of_a_year(day_count: DayCount, start: date, end: date) -> Share:
    """The share of a year from `start` up to `end`, the last day left out."""
    return counted(day_count, end) - counted(day_count, start), OF_A_YEAR[day_count]


def counted(day_count: DayCount, day: date) -> int:
    """The number of a day: what an interval counts is the difference of its ends."""
    return _NUMBERS[day_count](day)


def _thirties(day: date) -> int:
    """Days in years of twelve months of thirty; a 31st counts as the 30th (30E/360, Eurobond)."""
    return day.year * 360 + day.month * 30 + min(day.day, 30)


def _by_their_year(day: date) -> int:
    """Each day over the length of its own year: those of leap years over 366, all others over 365
    (ISDA 2006 Definitions §4.16(b))."""
    in_leap_years = _days_in_leap_years(day)
    return in_leap_years * 365 + (day.toordinal() - in_leap_years) * 366


def _days_in_leap_years(day: date) -> int:
    """How many days before this one, since the calendar's beginning, lie in leap years."""
    before = day.year - 1
    whole_years = before // 4 - before // 100 + before // 400
    leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    return whole_years * 366 + ((day - date(day.year, 1, 1)).days if leap else 0)


_NUMBERS: dict[DayCount, Callable[[date], int]] = {
    DayCount.ACT_360: date.toordinal,
    DayCount.ACT_365: date.toordinal,
    DayCount.THIRTY_E_360: _thirties,
    DayCount.ACT_ACT: _by_their_year,
}
