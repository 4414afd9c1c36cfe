"""Day counts: which share of a year an interval [start, end) is, as an exact quotient (domain.md §3.2, R-0.5)."""

from collections.abc import Callable
from datetime import date

from loan_contracts.values import DayCount

Share = tuple[int, int]
"""Numerator and denominator of a share of a year."""
OVER: dict[DayCount, int] = {DayCount.ACT_360: 360, DayCount.ACT_365: 365}
"""The day counts that spread actual days over a year of one length."""


def share_of_a_year(day_count: DayCount, start: date, end: date) -> Share:
    """The share of a year from `start` up to `end`, the last day left out."""
    return _SHARES[day_count](start, end)


def _actual_over_360(start: date, end: date) -> Share:
    return (end - start).days, 360


def _actual_over_365(start: date, end: date) -> Share:
    return (end - start).days, 365


def _thirty_over_360(start: date, end: date) -> Share:
    return _thirties(end) - _thirties(start), 360


def _thirties(day: date) -> int:
    """Days in years of twelve months of thirty; a 31st counts as the 30th (30E/360, Eurobond)."""
    return day.year * 360 + day.month * 30 + min(day.day, 30)


def _actual_over_actual(start: date, end: date) -> Share:
    """Days in leap years over 366 and all others over 365 (ISDA 2006 Definitions §4.16(b))."""
    in_leap_years = _days_in_leap_years(end) - _days_in_leap_years(start)
    return in_leap_years * 365 + ((end - start).days - in_leap_years) * 366, 365 * 366


def _days_in_leap_years(day: date) -> int:
    """How many days before this one, since the calendar's beginning, lie in leap years."""
    before = day.year - 1
    whole_years = before // 4 - before // 100 + before // 400
    leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    return whole_years * 366 + ((day - date(day.year, 1, 1)).days if leap else 0)


_SHARES: dict[DayCount, Callable[[date, date], Share]] = {
    DayCount.ACT_360: _actual_over_360,
    DayCount.ACT_365: _actual_over_365,
    DayCount.THIRTY_E_360: _thirty_over_360,
    DayCount.ACT_ACT: _actual_over_actual,
}
