"""等额本息: every period the same sum; the last one takes the rounding difference (domain.md E1)."""

from collections.abc import Sequence
from datetime import date

from loan_schedules.annuity import annuity
from loan_schedules.due_dates import each_period
from loan_schedules.methods.method import (
    Amounts,
    Method,
    keep_instalment,
    level_periods,
    period_rate,
    repaid_by,
)
from loan_schedules.terms import ScheduleTerms


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    periods, rate = len(dates), period_rate(terms)
    instalment = annuity(terms.principal_minor, rate, periods)
    return level_periods(terms, dates[0], repaid_by(instalment, terms, rate, periods))


METHOD = Method(each_period, _amounts, keep_instalment)
