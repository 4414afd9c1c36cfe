"""等额本金: every period the same principal and less interest; the last principal is the remainder (domain.md E2)."""

from collections.abc import Callable, Sequence
from datetime import date

from loan_contracts.money import half_up
from loan_schedules.due_dates import each_period
from loan_schedules.methods.method import Amounts, Method, level_periods, period_rate, require_amortising
from loan_schedules.terms import ScheduleTerms


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    periods = len(dates)
    numerator, denominator = period_rate(terms)
    doubled, divisor = 2 * numerator, 2 * denominator
    share = half_up(terms.principal_minor, periods)
    plan: list[Amounts] = []
    balance = terms.principal_minor
    for _ in range(periods - 1):
        plan.append((share, (balance * doubled + denominator) // divisor))
        balance -= share
    require_amortising(balance, terms.principal_minor, periods)
    plan.append((balance, (balance * doubled + denominator) // divisor))
    return level_periods(terms, dates[0], plan)


def _keep_principal(terms: ScheduleTerms, principal_minor: int, balance_minor: int) -> Callable[[int], int]:
    return lambda balance: principal_minor


METHOD = Method(each_period, _amounts, _keep_principal)
