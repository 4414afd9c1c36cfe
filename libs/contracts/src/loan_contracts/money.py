"""Exact money arithmetic that several services share: rounding, interest of a period, instalment plans, month steps.

Money is an integer of minor units and a rate an exact decimal, so every result is computed as one quotient of whole
numbers and rounded once, half up, when it is posted (domain.md R-0.3). No float and no intermediate rounding anywhere.
"""

from datetime import date
from decimal import Decimal

PlanRow = tuple[int, int]
"""Principal and interest of one period, in minor units."""

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class NotAmortising(ValueError):
    """Rounding to whole minor units leaves no plan: the last period would repay nothing or less (R-3.2)."""


def half_up(numerator: int, denominator: int) -> int:
    """The quotient to whole units, halves away from zero (R-0.3). The denominator is positive."""
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((-2 * numerator + denominator) // (2 * denominator))


def times(amount_minor: int, factor: Decimal) -> int:
    """An amount times an exact factor, in minor units rounded half up."""
    numerator, denominator = factor.as_integer_ratio()
    return half_up(amount_minor * numerator, denominator)


def interest_for_days(balance_minor: int, annual_rate: Decimal, days: int, basis: int) -> int:
    """Interest of a number of days over a year of `basis` days (360 or 365), in minor units (domain.md §3.2)."""
    numerator, denominator = annual_rate.as_integer_ratio()
    return half_up(balance_minor * numerator * days, denominator * basis)


def interest_for_a_month(balance_minor: int, annual_rate: Decimal) -> int:
    """Interest of one month at a twelfth of the annual rate, in minor units (domain.md §3.1)."""
    numerator, denominator = annual_rate.as_integer_ratio()
    return half_up(balance_minor * numerator, denominator * 12)


def equal_instalment(principal_minor: int, annual_rate: Decimal, periods: int) -> int:
    """The monthly instalment A = P·i·(1+i)^n / ((1+i)^n − 1) of 等额本息 in minor units; P/n without interest.

    With i = a/b the formula is P·a·(a+b)^n / (b·((a+b)^n − b^n)): whole numbers throughout, so the rounding is exact.
    """
    numerator, denominator = annual_rate.as_integer_ratio()
    if numerator == 0:
        return half_up(principal_minor, periods)
    denominator *= 12
    grown = (numerator + denominator) ** periods
    return half_up(principal_minor * numerator * grown, denominator * (grown - denominator**periods))


def equal_instalment_plan(principal_minor: int, annual_rate: Decimal, periods: int) -> list[PlanRow]:
    """Principal and interest of every month of 等额本息; the last one takes the rounding difference (domain.md E1).

    Raises NotAmortising where the amount is so small that the rounding of the instalment repays it too early.
    """
    numerator, denominator = annual_rate.as_integer_ratio()
    doubled, quotient = 2 * numerator, 12 * denominator
    divisor = 2 * quotient
    instalment = equal_instalment(principal_minor, annual_rate, periods)
    rows: list[PlanRow] = []
    balance = principal_minor
    for _ in range(periods - 1):
        interest = (balance * doubled + quotient) // divisor
        principal = instalment - interest
        balance -= principal
        rows.append((principal, interest))
    _refuse_unless_amortising(balance, principal_minor, periods)
    rows.append((balance, (balance * doubled + quotient) // divisor))
    return rows


def equal_principal_plan(principal_minor: int, annual_rate: Decimal, periods: int) -> list[PlanRow]:
    """Principal and interest of every month of 等额本金; the last principal is the remainder (domain.md E2).

    Raises NotAmortising where the amount is so small that the rounded share repays it too early.
    """
    numerator, denominator = annual_rate.as_integer_ratio()
    doubled, quotient = 2 * numerator, 12 * denominator
    divisor = 2 * quotient
    share = half_up(principal_minor, periods)
    rows: list[PlanRow] = []
    balance = principal_minor
    for _ in range(periods - 1):
        rows.append((share, (balance * doubled + quotient) // divisor))
        balance -= share
    _refuse_unless_amortising(balance, principal_minor, periods)
    rows.append((balance, (balance * doubled + quotient) // divisor))
    return rows


def _refuse_unless_amortising(last_principal: int, principal_minor: int, periods: int) -> None:
    # Every earlier principal is at least zero: an instalment covers the interest of the first, dearest month even when
    # both are rounded. Only the last one, which takes what is left, can turn out negative, or leave nothing to repay.
    if last_principal <= 0:
        raise NotAmortising(f"{principal_minor} minor units cannot be repaid in {periods} equal parts of whole units")


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
