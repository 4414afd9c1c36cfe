"""What makes a repayment method, and what those that repay every month have in common."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from loan_contracts.money import half_up, months_later
from loan_schedules.interest import interest_for_days
from loan_schedules.terms import ScheduleTerms
from loan_servicekit.core import Invalid

Amounts = tuple[int, int]
"""Principal and interest of one period, in minor units."""


class Method(NamedTuple):
    """When its instalments fall due, and what each asks.

    `amounts` raises Invalid `schedule-not-amortising` where rounding to whole minor units leaves no plan (R-3.2).
    """

    due_dates: Callable[[ScheduleTerms], Sequence[date]]
    amounts: Callable[[ScheduleTerms, Sequence[date]], list[Amounts]]


def level_months(terms: ScheduleTerms, first_due: date, plan: list[Amounts]) -> list[Amounts]:
    """A plan of whole months at a twelfth of the rate, with the interest of an odd first period put in.

    One component, so one rounding (R-0.3); the principal, hence the annuity itself, is unchanged (R-3.6, E7).
    """
    if terms.due_day is not None:
        plan[0] = (plan[0][0], _interest_of_first_period(terms, first_due))
    return plan


def _interest_of_first_period(terms: ScheduleTerms, first_due: date) -> int:
    """A month plus the extra days of a long period, or the days of a short one."""
    month_before = months_later(first_due, -1, terms.due_day)
    numerator, denominator = terms.annual_rate.as_integer_ratio()
    basis = terms.day_count
    if month_before >= terms.value_date:
        days = (month_before - terms.value_date).days
        return half_up(terms.principal_minor * numerator * (basis + 12 * days), denominator * 12 * basis)
    return interest_for_days(terms.principal_minor, terms.annual_rate, (first_due - terms.value_date).days, basis)


def require_amortising(last_principal: int, principal_minor: int, periods: int) -> None:
    """Every earlier principal is at least zero: an instalment covers the interest of the first, dearest month even when
    both are rounded. Only the last one, which takes what is left, can turn out negative, or leave nothing to repay."""
    if last_principal <= 0:
        raise Invalid(
            "schedule-not-amortising",
            f"{principal_minor} minor units cannot be repaid in {periods} equal parts of whole units",
        )
