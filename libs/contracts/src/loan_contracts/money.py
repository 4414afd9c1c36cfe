"""Exact arithmetic that everybody shares: rounding of money, steps of months. That of schedules is `loan_schedules`.

Money is an integer of minor units and a rate an exact decimal, so every result is computed as one quotient of whole
numbers and rounded once, half up, when it is posted (domain.md R-0.3). No float and no intermediate rounding anywhere.
"""

from datetime import date
from decimal import Decimal

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def half_up(numerator: int, denominator: int) -> int:
    """The quotient to whole units, halves away from zero (R-0.3). The denominator is positive."""
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((-2 * numerator + denominator) // (2 * denominator))


def times(amount_minor: int, factor: Decimal) -> int:
    """An amount times an exact factor, in minor units rounded half up."""
    numerator, denominator = factor.as_integer_ratio()
    return half_up(amount_minor * numerator, denominator)


def months_later(start: date, months: int, day: int | None = None) -> date:
    """The date a number of months on, at `day` (the start's own if absent) or the month's last day (domain.md R-0.7).

    Counting always from the original date is what lets a due date return to its day after a short month.
    """
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    wanted = day or start.day
    if wanted > 28:
        last = _DAYS_IN_MONTH[month]
        if month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
            last = 29
        wanted = min(wanted, last)
    return date(year, month + 1, wanted)
