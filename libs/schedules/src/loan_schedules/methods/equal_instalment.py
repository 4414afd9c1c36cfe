"""等额本息: every month the same sum; the last one takes the rounding difference (domain.md E1)."""

from collections.abc import Sequence
from datetime import date

from loan_schedules.annuity import equal_instalment
from loan_schedules.due_dates import monthly
from loan_schedules.methods.method import Amounts, Method, level_months, require_amortising
from loan_schedules.terms import ScheduleTerms


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    periods = len(dates)
    numerator, denominator = terms.annual_rate.as_integer_ratio()
    doubled, quotient = 2 * numerator, 12 * denominator
    divisor = 2 * quotient
    instalment = equal_instalment(terms.principal_minor, terms.annual_rate, periods)
    plan: list[Amounts] = []
    balance = terms.principal_minor
    for _ in range(periods - 1):
        interest = (balance * doubled + quotient) // divisor
        principal = instalment - interest
        balance -= principal
        plan.append((principal, interest))
    require_amortising(balance, terms.principal_minor, periods)
    plan.append((balance, (balance * doubled + quotient) // divisor))
    return level_months(terms, dates[0], plan)


METHOD = Method(monthly, _amounts)
