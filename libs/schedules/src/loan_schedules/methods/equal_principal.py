"""等额本金: every month the same principal and less interest; the last principal is the remainder (domain.md E2)."""

from collections.abc import Sequence
from datetime import date

from loan_contracts.money import half_up
from loan_schedules.due_dates import monthly
from loan_schedules.methods.method import Amounts, Method, level_months, require_amortising
from loan_schedules.terms import ScheduleTerms


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    periods = len(dates)
    numerator, denominator = terms.annual_rate.as_integer_ratio()
    doubled, quotient = 2 * numerator, 12 * denominator
    divisor = 2 * quotient
    share = half_up(terms.principal_minor, periods)
    plan: list[Amounts] = []
    balance = terms.principal_minor
    for _ in range(periods - 1):
        plan.append((share, (balance * doubled + quotient) // divisor))
        balance -= share
    require_amortising(balance, terms.principal_minor, periods)
    plan.append((balance, (balance * doubled + quotient) // divisor))
    return level_months(terms, dates[0], plan)


METHOD = Method(monthly, _amounts)
