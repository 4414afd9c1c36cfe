"""先息后本: interest of the days of each period, the principal at maturity (domain.md E3)."""

from collections.abc import Sequence
from datetime import date

from loan_schedules.due_dates import until_maturity
from loan_schedules.interest import interest_between
from loan_schedules.methods.method import Amounts, Method
from loan_schedules.terms import ScheduleTerms


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    principal, rate, count = terms.principal_minor, terms.annual_rate, terms.day_count
    periods = zip([terms.value_date, *dates], dates, strict=False)
    plan = [(0, interest_between(principal, rate, starts_on, due_on, count)) for starts_on, due_on in periods]
    plan[-1] = (principal, plan[-1][1])
    return plan


METHOD = Method(until_maturity, _amounts)
