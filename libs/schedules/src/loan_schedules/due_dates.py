"""When instalments fall due (domain.md R-3.4 to R-3.6, R-0.7)."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from loan_contracts.money import months_later
from loan_contracts.values import PeriodUnit
from loan_schedules.terms import MONTHLY, ScheduleTerms


@lru_cache(maxsize=512)
def whole_months(value_date: date, term_months: int) -> tuple[date, ...]:
    """The days of the value date in the months after it (对日). The loans of one day share a few rows of dates."""
    return tuple(months_later(value_date, number) for number in range(1, term_months + 1))


def each_period(terms: ScheduleTerms) -> Sequence[date]:
    """One due date a period of the term. Only the first may be odd: with a fixed due day (R-3.5, R-3.6)."""
    if terms.due_on:
        return terms.due_on
    if terms.due_day is None:
        return _whole_periods(terms)
    first, months = _first_due(terms, terms.due_day), terms.every.count
    return [months_later(first, number * months, terms.due_day) for number in range(terms.number_of_periods)]


def until_maturity(terms: ScheduleTerms) -> Sequence[date]:
    """Due dates up to the end of the term, whatever the due day: a short last period joins the one before (R-3.5)."""
    if terms.due_day is None:
        return _whole_periods(terms)
    maturity = months_later(terms.value_date, terms.term_months)
    first = due_on = _first_due(terms, terms.due_day)
    dates: list[date] = []
    while due_on < maturity:
        dates.append(due_on)
        due_on = months_later(first, len(dates) * terms.every.count, terms.due_day)
    if dates and (maturity - dates[-1]).days < terms.stub_min_days:
        dates.pop()
    return [*dates, maturity]


def at_maturity(terms: ScheduleTerms) -> Sequence[date]:
    """The end of the term alone, on the day of the value date."""
    return _whole_periods(terms)[-1:]


def _whole_periods(terms: ScheduleTerms) -> Sequence[date]:
    every = terms.every
    if every is MONTHLY:
        return whole_months(terms.value_date, terms.term_months)
    if every.unit is PeriodUnit.MONTH:
        return whole_months(terms.value_date, terms.term_months)[every.count - 1 :: every.count]
    step = timedelta(days=every.days)
    return [terms.value_date + number * step for number in range(1, terms.number_of_periods + 1)]


def _first_due(terms: ScheduleTerms, due_day: int) -> date:
    """The first due day that leaves no stub too short; of several months a period, the last of the first period's."""
    first = months_later(terms.value_date, 0, due_day)
    if first <= terms.value_date:
        first = months_later(terms.value_date, 1, due_day)
    if (first - terms.value_date).days < terms.stub_min_days:
        first = months_later(first, 1, due_day)
    return months_later(first, terms.every.count - 1, due_day)
