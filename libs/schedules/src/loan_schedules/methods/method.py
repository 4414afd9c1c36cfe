"""What makes a repayment method, and what those of level periods have in common."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from loan_contracts.money import half_up, months_later
from loan_contracts.values import DayCount, PeriodUnit
from loan_schedules.day_count import OVER, share_of_a_year
from loan_schedules.interest import interest_between
from loan_schedules.terms import Period, ScheduleTerms
from loan_servicekit.core import Invalid

Amounts = tuple[int, int]
"""Principal and interest of one period, in minor units."""
Rate = tuple[int, int]
"""The rate of one period as a quotient of whole numbers."""


class Method(NamedTuple):
    """When its instalments fall due, and what each asks.

    `amounts` raises Invalid `schedule-not-amortising` where rounding to whole minor units leaves no plan (R-3.2).
    `keeps` says how a plan goes on if its instalments are kept while the balance is another: from the terms, the next
    principal and the balance before it, which principal a balance is followed by. Absent, what is planned stays and the
    last principals give way.
    """

    due_dates: Callable[[ScheduleTerms], Sequence[date]]
    amounts: Callable[[ScheduleTerms, Sequence[date]], list[Amounts]]
    keeps: Callable[[ScheduleTerms, int, int], Callable[[int], int]] | None = None


def period_rate(terms: ScheduleTerms) -> Rate:
    """The rate of one of its periods."""
    return rate_of_a_period(terms.annual_rate, terms.every, terms.day_count)


def rate_of_a_period(annual_rate: Decimal, every: Period, day_count: DayCount) -> Rate:
    """i = r·k/12 of k months; of weeks and days r times the days over those of a year (§3.1)."""
    numerator, denominator = annual_rate.as_integer_ratio()
    if every.unit is PeriodUnit.MONTH:
        return numerator * every.count, denominator * 12
    return numerator * every.days, denominator * OVER[day_count]


def interest_of_a_period(terms: ScheduleTerms, balance_minor: int, starts_on: date, due_on: date) -> int:
    """What a balance costs over one period, as its method counts periods."""
    if not terms.level:
        return interest_between(balance_minor, terms.annual_rate, starts_on, due_on, terms.day_count)
    if terms.due_day is not None and starts_on == terms.value_date:
        return _interest_of_first_period(terms, due_on, balance_minor)
    numerator, denominator = period_rate(terms)
    return half_up(balance_minor * numerator, denominator)


def repaid_by(instalment_minor: int, terms: ScheduleTerms, rate: Rate, periods: int) -> list[Amounts]:
    """Equal instalments of level periods, the last of which takes what is left."""
    numerator, denominator = rate
    doubled, divisor = 2 * numerator, 2 * denominator
    plan: list[Amounts] = []
    balance = terms.principal_minor
    for _ in range(periods - 1):
        interest = (balance * doubled + denominator) // divisor
        principal = instalment_minor - interest
        balance -= principal
        plan.append((principal, interest))
    require_amortising(balance, terms.principal_minor, periods)
    plan.append((balance, (balance * doubled + denominator) // divisor))
    return plan


def keep_instalment(terms: ScheduleTerms, principal_minor: int, balance_minor: int) -> Callable[[int], int]:
    """The same sum every period: what it leaves after interest is principal."""
    numerator, denominator = period_rate(terms)
    instalment = principal_minor + half_up(balance_minor * numerator, denominator)
    return lambda balance: instalment - half_up(balance * numerator, denominator)


def level_periods(terms: ScheduleTerms, first_due: date, plan: list[Amounts]) -> list[Amounts]:
    """A plan of whole periods, with the interest of an odd first one put in.

    One component, so one rounding (R-0.3); the principal, hence the annuity itself, is unchanged (R-3.6, E7).
    """
    if terms.due_day is not None:
        plan[0] = (plan[0][0], _interest_of_first_period(terms, first_due, terms.principal_minor))
    return plan


def _interest_of_first_period(terms: ScheduleTerms, first_due: date, balance_minor: int) -> int:
    """A period plus the extra days of a long one, or the days of a short one."""
    months = terms.every.count
    period_before = months_later(first_due, -months, terms.due_day)
    if period_before < terms.value_date:
        return interest_between(balance_minor, terms.annual_rate, terms.value_date, first_due, terms.day_count)
    numerator, denominator = terms.annual_rate.as_integer_ratio()
    share, of = share_of_a_year(terms.day_count, terms.value_date, period_before)
    return half_up(balance_minor * numerator * (of * months + 12 * share), denominator * 12 * of)


def require_amortising(last_principal: int, principal_minor: int, periods: int) -> None:
    """Every earlier principal is at least zero: an instalment covers the interest of the first, dearest period even if
    both are rounded. Only the last one, which takes what is left, can turn out negative, or leave nothing to repay."""
    if last_principal <= 0:
        raise Invalid(
            "schedule-not-amortising",
            f"{principal_minor} minor units cannot be repaid in {periods} equal parts of whole units",
        )
