"""When instalments fall due (domain.md R-3.4 to R-3.6, R-0.7)."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from loan_contracts.money import months_later
from loan_schedules.terms import ScheduleTerms

STUB_MIN_DAYS = 15  # a shorter first or last part period is merged with its neighbour


@lru_cache(maxsize=512)
def whole_months(value_date: date, term_months: int) -> tuple[date, ...]:
    """The days of the value date in the months after it (对日). The loans of one day share a few rows of dates."""
    return tuple(months_later(value_date, number) for number in range(1, term_months + 1))


def monthly(terms: ScheduleTerms) -> Sequence[date]:
    """One due date a month of the term. Only the first period may be odd: with a fixed due day (R-3.5, R-3.6)."""
    if terms.due_day is None:
        return whole_months(terms.value_date, terms.term_months)
    first = _first_on(terms.due_day, terms.value_date)
    return [months_later(first, number, terms.due_day) for number in range(terms.term_months)]


def until_maturity(terms: ScheduleTerms) -> Sequence[date]:
    """Due dates up to the end of the term, whatever the due day: a short last period joins the one before (R-3.5)."""
    if terms.due_day is None:
        return whole_months(terms.value_date, terms.term_months)
    maturity = months_later(terms.value_date, terms.term_months)
    first = due_on = _first_on(terms.due_day, terms.value_date)
    dates: list[date] = []
    while due_on < maturity:
        dates.append(due_on)
        due_on = months_later(first, len(dates), terms.due_day)
    if dates and (maturity - dates[-1]).days < STUB_MIN_DAYS:
        dates.pop()
    return [*dates, maturity]


def _first_on(due_day: int, value_date: date) -> date:
    first = months_later(value_date, 0, due_day)
    if first <= value_date:
        first = months_later(value_date, 1, due_day)
    if (first - value_date).days < STUB_MIN_DAYS:
        first = months_later(first, 1, due_day)
    return first
