"""利随本清: principal and the interest of all days in one sum at the end of the term."""

from collections.abc import Sequence
from datetime import date

from loan_schedules.due_dates import at_maturity
from loan_schedules.interest import interest_between
from loan_schedules.methods.method import Amounts, Method
from loan_schedules.terms import ScheduleTerms


def _amounts(terms: ScheduleTerms, dates: Sequence[date]) -> list[Amounts]:
    principal = terms.principal_minor
    return [
        (principal, interest_between(principal, terms.annual_rate, terms.value_date, dates[0], terms.day_count)),
    ]


METHOD = Method(at_maturity, _amounts)
