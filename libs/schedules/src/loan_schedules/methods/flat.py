"""等本等息: every period the same principal, and interest on what was lent, not on what is owed (domain.md E4).

Its rate says little of what it costs: the internal rate is what is disclosed (R-2.19).
"""

from collections.abc import Sequence
from datetime import date

from loan_contracts.money import half_up
from loan_schedules.due_dates import each_period
from loan_schedules.methods.method import Amounts, Method, level_periods, period_rate, require_amortising
from loan_schedules.terms import ScheduleTerms


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    periods, (numerator, denominator) = len(dates), period_rate(terms)
    share = half_up(terms.principal_minor, periods)
    interest = half_up(terms.principal_minor * numerator, denominator)
    last = terms.principal_minor - share * (periods - 1)
    require_amortising(last, terms.principal_minor, periods)
    return level_periods(terms, dates[0], [*[(share, interest)] * (periods - 1), (last, interest)])


METHOD = Method(each_period, _amounts)
