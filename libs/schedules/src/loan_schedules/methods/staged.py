"""按期计算还本付息: a list of principals of its own, and of dates if need be; interest of days on what is owed."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from loan_contracts.money import half_up
from loan_contracts.values import RepaymentMethod
from loan_schedules.annuity import annuity
from loan_schedules.due_dates import each_period
from loan_schedules.interest import interest_between
from loan_schedules.methods.method import Amounts, Method, Rate
from loan_schedules.terms import ScheduleTerms
from loan_servicekit.core import Invalid


class Stage(NamedTuple):
    """A number of periods, which part of the whole they repay, and how: in equal parts (EQUAL_PRINCIPAL), as equal
    instalments of whole periods would (EQUAL_INSTALMENT), or with the last of them (INTEREST_FIRST)."""

    periods: int
    part: Fraction
    method: RepaymentMethod = RepaymentMethod.EQUAL_PRINCIPAL


STAGE_METHODS = frozenset(
    {RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.INTEREST_FIRST}
)


def in_stages(principal_minor: int, stages: Sequence[Stage], rate: Rate = (0, 1)) -> tuple[int, ...]:
    """The principals of stages; `rate` is that of a period, for equal instalments.

    The last of all takes the rounding difference. Raises Invalid `schedule-terms-invalid` unless the parts make one,
    `schedule-not-amortising` where the principal is too small for them.
    """
    if sum((each.part for each in stages), Fraction(0)) != 1 or any(
        each.periods < 1 or each.part < 0 for each in stages
    ):
        raise Invalid("schedule-terms-invalid", "stages must have periods and parts that add up to 1")
    principals: list[int] = []
    for stage in stages:
        balance = principal_minor - sum(principals)
        principals += _of_stage(stage, balance, principal_minor * stage.part, rate)
    principals[-1] += principal_minor - sum(principals)
    if min(principals) < 0 or not principals[-1]:
        raise Invalid("schedule-not-amortising", f"{principal_minor} minor units cannot be repaid in these stages")
    return tuple(principals)


def _of_stage(stage: Stage, balance_minor: int, share: Fraction, rate: Rate) -> list[int]:
    periods, share_minor = stage.periods, half_up(share.numerator, share.denominator)
    if stage.method is RepaymentMethod.INTEREST_FIRST or not share_minor:
        return [0] * (periods - 1) + [share_minor]
    if stage.method is RepaymentMethod.EQUAL_PRINCIPAL:
        each = share / periods
        return [half_up(each.numerator, each.denominator)] * periods
    instalment, left = annuity(balance_minor, rate, periods, balance_minor - share_minor), balance_minor
    principals: list[int] = []
    for _ in range(periods - 1):
        principals.append(instalment - half_up(left * rate[0], rate[1]))
        left -= principals[-1]
    return [*principals, share_minor - sum(principals)]


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    plan: list[Amounts] = []
    balance, starts_on = terms.principal_minor, terms.value_date
    for principal, due_on in zip(terms.principals, dates, strict=True):
        plan.append((principal, interest_between(balance, terms.annual_rate, starts_on, due_on, terms.day_count)))
        balance -= principal
        starts_on = due_on
    return plan


METHOD = Method(each_period, _amounts)
