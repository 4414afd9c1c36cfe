"""按期计算还本付息: a list of principals of its own, and of dates if need be; interest of days on what is owed."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from loan_contracts.money import half_up
from loan_schedules.due_dates import each_period
from loan_schedules.interest import interest_between
from loan_schedules.methods.method import Amounts, Method
from loan_schedules.terms import ScheduleTerms
from loan_servicekit.core import Invalid


def in_stages(principal_minor: int, stages: Sequence[tuple[int, Fraction]]) -> tuple[int, ...]:
    """The principals of stages, each a number of periods that share a part of the whole equally.

    The last of all takes the rounding difference. Raises Invalid `schedule-terms-invalid` unless the parts make one.
    """
    if sum((part for _, part in stages), Fraction(0)) != 1 or any(periods < 1 or part < 0 for periods, part in stages):
        raise Invalid("schedule-terms-invalid", "stages must have periods and parts that add up to 1")
    principals: list[int] = []
    for periods, part in stages:
        share = principal_minor * part / periods
        principals += [half_up(share.numerator, share.denominator)] * periods
    principals[-1] += principal_minor - sum(principals)
    return tuple(principals)


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    plan: list[Amounts] = []
    balance, starts_on = terms.principal_minor, terms.value_date
    for principal, due_on in zip(terms.principals, dates, strict=True):
        plan.append((principal, interest_between(balance, terms.annual_rate, starts_on, due_on, terms.day_count)))
        balance -= principal
        starts_on = due_on
    return plan


METHOD = Method(each_period, _amounts)
