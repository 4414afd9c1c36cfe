"""The repayment schedule of a loan: due dates and amounts of every instalment, exact to the fen (domain.md §3)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from loan_contracts.money import half_up
from loan_contracts.values import RepaymentMethod
from loan_schedules.methods import (
    at_maturity,
    balloon,
    equal_instalment,
    equal_principal,
    flat,
    interest_first,
    revolving,
    staged,
)
from loan_schedules.methods.method import Amounts, Method, interest_of_a_period
from loan_schedules.terms import NO_GRACE, ScheduleTerms
from loan_servicekit.core import Conflict

METHODS: dict[RepaymentMethod, Method] = {
    RepaymentMethod.EQUAL_INSTALMENT: equal_instalment.METHOD,
    RepaymentMethod.EQUAL_PRINCIPAL: equal_principal.METHOD,
    RepaymentMethod.INTEREST_FIRST: interest_first.METHOD,
    RepaymentMethod.FLAT: flat.METHOD,
    RepaymentMethod.AT_MATURITY: at_maturity.METHOD,
    RepaymentMethod.STAGED: staged.METHOD,
    RepaymentMethod.BALLOON: balloon.METHOD,
    RepaymentMethod.REVOLVING: revolving.METHOD,
}


class Payment(NamedTuple):
    """What is paid on one due date, without fees, in minor units."""

    due_on: date
    principal_minor: int
    interest_minor: int


class Instalment(NamedTuple):
    """One row of a schedule. Interest accrues over [starts_on, due_on); the balance is the principal left after it."""

    number: int
    starts_on: date
    due_on: date
    principal_minor: int
    interest_minor: int
    balance_minor: int

    @property
    def total_minor(self) -> int:
        """What is due in all."""
        return self.principal_minor + self.interest_minor

    @property
    def before_minor(self) -> int:
        """The principal owed while it runs."""
        return self.balance_minor + self.principal_minor


def plan_payments(terms: ScheduleTerms) -> list[Payment]:
    """What falls due and when, in order; the last due date is the loan's maturity.

    Raises Invalid `schedule-not-amortising` where the principal is too small for its term (R-3.2).
    """
    method = METHODS[terms.method]
    dates = method.due_dates(terms)
    return [Payment(due_on, *amounts) for due_on, amounts in zip(dates, _amounts(terms, method, dates), strict=True)]


def generate_schedule(terms: ScheduleTerms) -> list[Instalment]:
    """The instalments of a loan, as booked:
    generated once, at disbursement, and kept (R-3.1). Raises as the plan does."""
    return numbered(plan_payments(terms), terms.principal_minor, terms.value_date)


def numbered(plan: Sequence[Payment], principal_minor: int, starts_on: date, first: int = 1) -> list[Instalment]:
    """Payments as rows of a schedule: each period starts where the one before ends."""
    rows: list[Instalment] = []
    balance = principal_minor
    for number, (due_on, principal, interest) in enumerate(plan, start=first):
        balance -= principal
        rows.append(Instalment(number, starts_on, due_on, principal, interest, balance))
        starts_on = due_on
    return rows


def divided(rows: Sequence[Instalment], on: date) -> tuple[list[Instalment], list[Instalment]]:
    """The rows of a schedule that are due by a day, and those that are not."""
    due = sum(1 for row in rows if row.due_on <= on)
    return list(rows[:due]), list(rows[due:])


def replan(
    terms: ScheduleTerms, rest: Sequence[Instalment], balance_minor: int, annual_rate: Decimal
) -> list[Instalment]:
    """The rest of a schedule made anew: on its own due dates, for another balance or at another rate (R-2.18).

    Raises Conflict as `require_changeable` does.
    """
    first = rest[0]
    require_changeable(terms, first)
    return _planned_over(terms_of_rest(terms, rest, balance_minor, annual_rate), dates_of(rest), first.number)


def replan_over(terms: ScheduleTerms, rest: Sequence[Instalment], dates: Sequence[date]) -> list[Instalment]:
    """The rest of a schedule made anew on other due dates, for the balance and at the rate that it has."""
    first = rest[0]
    return _planned_over(terms_of_rest(terms, rest, first.before_minor, terms.annual_rate), dates, first.number)


def _planned_over(terms: ScheduleTerms, dates: Sequence[date], first: int) -> list[Instalment]:
    plan = _amounts(terms, METHODS[terms.method], dates)
    payments = [Payment(due_on, *amounts) for due_on, amounts in zip(dates, plan, strict=True)]
    return numbered(payments, terms.principal_minor, terms.value_date, first)


def require_changeable(terms: ScheduleTerms, running: Instalment) -> None:
    """Whether what is left of a schedule follows from its balance.

    Raises Conflict `schedule-in-grace` while deferred interest, which is no part of it, has not been asked for, and
    `schedule-of-flat-interest` where interest is on what was lent.
    """
    if terms.method is RepaymentMethod.FLAT:
        raise Conflict("schedule-of-flat-interest", "interest on what was lent does not follow a change of the balance")
    if terms.grace.interest and running.number <= terms.grace.interest + 1:
        raise Conflict("schedule-in-grace", "a schedule changes after its deferred interest has been asked for")


def terms_of_rest(
    terms: ScheduleTerms, rest: Sequence[Instalment], balance_minor: int, annual_rate: Decimal
) -> ScheduleTerms:
    """The terms that the rest of a schedule is planned by, as if it were a loan of its own."""
    first = rest[0]
    own = terms.method is RepaymentMethod.STAGED
    return replace(
        terms,
        principal_minor=balance_minor,
        annual_rate=annual_rate,
        value_date=first.starts_on,
        due_day=terms.due_day if first.starts_on == terms.value_date else None,  # an odd first period stays odd
        grace=terms.grace.after(first.number - 1),
        principals=scaled([row.principal_minor for row in rest], balance_minor) if own else (),
        due_on=tuple(dates_of(rest)) if own else (),
        balloon_minor=min(terms.balloon_minor, balance_minor),
    )


def dates_of(rows: Sequence[Instalment]) -> list[date]:
    """When they fall due."""
    return [row.due_on for row in rows]


def scaled(principals: Sequence[int], sum_minor: int) -> tuple[int, ...]:
    """Principals in the same proportions for another sum; the last takes the rounding difference."""
    whole, running, before, parts = sum(principals), 0, 0, []
    for principal in principals:
        running += principal
        until = half_up(running * sum_minor, whole)
        parts.append(until - before)
        before = until
    return tuple(parts)


def _amounts(terms: ScheduleTerms, method: Method, dates: Sequence[date]) -> list[Amounts]:
    if terms.grace == NO_GRACE:
        return method.amounts(terms, dates)
    held, grace = terms.grace.principal, terms.grace
    rest = replace(terms, grace=NO_GRACE)
    plan: list[Amounts] = []
    if held:
        starts = [terms.value_date, *dates]
        plan = [(0, interest_of_a_period(rest, terms.principal_minor, starts[k], dates[k])) for k in range(held)]
        rest = replace(rest, value_date=dates[held - 1], due_day=None)
    plan += method.amounts(rest, dates[held:])
    plan = [(principal, 0 if k < grace.interest_free else interest) for k, (principal, interest) in enumerate(plan)]
    return _deferred(plan, grace.interest)


def _deferred(plan: list[Amounts], periods: int) -> list[Amounts]:
    """Interest of the first periods asked for with the instalment after them, and none upon it (R-3.29)."""
    owed = sum(interest for _, interest in plan[:periods])
    principal, interest = plan[periods]
    return [*((each, 0) for each, _ in plan[:periods]), (principal, interest + owed), *plan[periods + 1 :]]
