"""随借随还: a draw of a credit line: interest of each month's days on the 21st, principal at the end, or before as the
borrower likes (domain.md §3.1, E6)."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count, takewhile

from loan_contracts.money import months_later
from loan_schedules.credit_line import SETTLED_UP_TO
from loan_schedules.due_dates import at_maturity
from loan_schedules.methods import interest_first
from loan_schedules.methods.method import Method
from loan_schedules.terms import ScheduleTerms


def settlement_days(since: date, until: date) -> tuple[date, ...]:
    """The days after one on which interest of [21st, 21st) is asked for (§3.5), and the last of all."""
    days = (months_later(since, number, SETTLED_UP_TO) + timedelta(days=1) for number in count())
    return (*(day for day in takewhile(lambda day: day < until, days) if day > since), until)


def _due_dates(terms: ScheduleTerms) -> Sequence[date]:
    return terms.due_on or settlement_days(terms.value_date, at_maturity(terms)[0])


METHOD = Method(_due_dates, interest_first.METHOD.amounts)
