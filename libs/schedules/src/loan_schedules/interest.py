"""Interest of a period (domain.md §3.1, §3.2):
one quotient of whole numbers, rounded once, half up, when it is posted."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from loan_contracts.money import half_up
from loan_contracts.values import DayCount
from loan_schedules.day_count import share_of_a_year


class Part(NamedTuple):
    """What bears interest from one day up to another, at one rate."""

    balance_minor: int
    annual_rate: Decimal
    start: date
    end: date


def interest_between(balance_minor: int, annual_rate: Decimal, start: date, end: date, day_count: DayCount) -> int:
    """Interest of [start, end) in minor units (R-0.5): the last day bears none."""
    numerator, denominator = annual_rate.as_integer_ratio()
    share, of = share_of_a_year(day_count, start, end)
    return half_up(balance_minor * numerator * share, denominator * of)


def interest_of_parts(parts: Iterable[Part], day_count: DayCount) -> int:
    """Interest of several parts that are posted as one: added exactly and rounded once (R-0.3)."""
    exact = Fraction(0)
    for part in parts:
        share = Fraction(*share_of_a_year(day_count, part.start, part.end))
        exact += part.balance_minor * Fraction(part.annual_rate) * share
    return half_up(exact.numerator, exact.denominator)


def interest_for_days(balance_minor: int, annual_rate: Decimal, days: int, basis: int) -> int:
    """Interest of a number of days over a year of `basis` days (360 or 365), in minor units (domain.md §3.2)."""
    numerator, denominator = annual_rate.as_integer_ratio()
    return half_up(balance_minor * numerator * days, denominator * basis)


def interest_for_a_month(balance_minor: int, annual_rate: Decimal) -> int:
    """Interest of one month at a twelfth of the annual rate, in minor units (domain.md §3.1)."""
    numerator, denominator = annual_rate.as_integer_ratio()
    return half_up(balance_minor * numerator, denominator * 12)
