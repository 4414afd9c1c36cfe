"""展期: a longer term. What is not due yet is planned anew over more due dates (domain.md R-3.33)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from loan_contracts.money import months_later
from loan_contracts.values import PeriodUnit, RepaymentMethod
from loan_schedules.schedule import Instalment, dates_of, divided, replan_over, require_changeable
from loan_schedules.terms import ScheduleTerms, whole_periods
from loan_servicekit.core import Conflict, Invalid

OF_ITS_OWN_DATES = frozenset({RepaymentMethod.STAGED, RepaymentMethod.REVOLVING})


def extend(terms: ScheduleTerms, rows: Sequence[Instalment], months: int, on: date) -> list[Instalment]:
    """A schedule whose term was extended on a day: the due dates that are left stay, and more follow.

    A loan that is repaid in one sum keeps its one due date, so many months later. Raises Conflict `extension-too-late`
    at maturity and after, Invalid `schedule-terms-invalid` where the months are no whole periods or the schedule has
    principals of its own, and as `require_changeable` does.
    """
    done, rest = divided(rows, on)
    if not rest:
        raise Conflict("extension-too-late", "a term is extended before it ends")
    require_changeable(terms, rest[0])
    every = terms.every
    monthly = every.unit is PeriodUnit.MONTH
    if terms.method in OF_ITS_OWN_DATES or whole_periods(months, every) < 1 or (monthly and months % every.count):
        raise Invalid("schedule-terms-invalid", f"months is {months}; the term must be extended by whole periods of it")
    return [*done, *replan_over(terms, rest, _dates(terms, rest, months))]


def _dates(terms: ScheduleTerms, rest: Sequence[Instalment], months: int) -> list[date]:
    last = rest[-1].due_on
    if terms.every.unit is not PeriodUnit.MONTH:
        more, step_days = whole_periods(months, terms.every), timedelta(days=terms.every.days)
        if terms.method is RepaymentMethod.AT_MATURITY:
            return [last + more * step_days]
        return [*dates_of(rest), *(last + number * step_days for number in range(1, more + 1))]
    day, step = terms.due_day or terms.value_date.day, terms.every.count
    if terms.method is RepaymentMethod.AT_MATURITY:
        return [months_later(last, months, day)]
    return [*dates_of(rest), *(months_later(last, number, day) for number in range(step, months + 1, step))]


def hold(
    terms: ScheduleTerms, rows: Sequence[Instalment], instalments: int, on: date, principal_only: bool
) -> list[Instalment]:
    """A schedule of which the next instalments are not asked for: the due dates stay, the principal is repaid over
    those that are left (R-3.34).

    Where interest is not asked for either, it runs on, and the first instalment after asks for all of it at once, with
    no interest upon it: a period as long as those that were left out. Raises Conflict `holiday-too-long`.
    """
    done, rest = divided(rows, on)
    if not 0 < instalments < len(rest):
        raise Conflict("holiday-too-long", f"{len(rest)} instalments are left, the last of which cannot be left out")
    require_changeable(terms, rest[0])
    if principal_only or terms.level:
        number = rest[0].number
        held = replace(terms, grace=replace(terms.grace, principal=number - 1 + instalments))
        rest = replan_over(held, rest, dates_of(rest))
    if principal_only:
        return [*done, *rest]
    left_out, after = rest[: instalments + 1], rest[instalments]
    interest, principal = sum(row.interest_minor for row in left_out), sum(row.principal_minor for row in left_out)
    one = after._replace(starts_on=rest[0].starts_on, interest_minor=interest, principal_minor=principal)
    return [*done, one, *rest[instalments + 1 :]]
