"""Interest of a period (domain.md §3.1, §3.2):
one quotient of whole numbers, rounded once, half up, when it is posted."""

from decimal import Decimal
from enum import IntEnum

from loan_contracts.money import half_up


class DayCount(IntEnum):
    """Over how many days of a year a rate is spread; the days themselves are counted as they are (domain.md §3.2)."""

    ACT_360 = 360
    ACT_365 = 365


def interest_for_days(balance_minor: int, annual_rate: Decimal, days: int, basis: int) -> int:
    """Interest of a number of days over a year of `basis` days (360 or 365), in minor units (domain.md §3.2)."""
    numerator, denominator = annual_rate.as_integer_ratio()
    return half_up(balance_minor * numerator * days, denominator * basis)


def interest_for_a_month(balance_minor: int, annual_rate: Decimal) -> int:
    """Interest of one month at a twelfth of the annual rate, in minor units (domain.md §3.1)."""
    numerator, denominator = annual_rate.as_integer_ratio()
    return half_up(balance_minor * numerator, denominator * 12)
