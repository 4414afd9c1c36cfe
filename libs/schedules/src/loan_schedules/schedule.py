"""The repayment schedule of a loan: due dates and amounts of every instalment, exact to the fen (domain.md §3)."""

from datetime import date
from typing import NamedTuple

from loan_contracts.values import RepaymentMethod
from loan_schedules.methods import equal_instalment, equal_principal, interest_first
from loan_schedules.methods.method import Method
from loan_schedules.terms import ScheduleTerms

METHODS: dict[RepaymentMethod, Method] = {
    RepaymentMethod.EQUAL_INSTALMENT: equal_instalment.METHOD,
    RepaymentMethod.EQUAL_PRINCIPAL: equal_principal.METHOD,
    RepaymentMethod.INTEREST_FIRST: interest_first.METHOD,
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


def plan_payments(terms: ScheduleTerms) -> list[Payment]:
    """What falls due and when, in order; the last due date is the loan's maturity.

    Raises Invalid `schedule-not-amortising` where the principal is too small for its term (R-3.2).
    """
    method = METHODS[terms.method]
    dates = method.due_dates(terms)
    return [Payment(due_on, *amounts) for due_on, amounts in zip(dates, method.amounts(terms, dates), strict=True)]


def generate_schedule(terms: ScheduleTerms) -> list[Instalment]:
    """The instalments of a loan, as booked:
    generated once, at disbursement, and kept (R-3.1). Raises as the plan does."""
    rows: list[Instalment] = []
    starts_on, balance = terms.value_date, terms.principal_minor
    for number, (due_on, principal, interest) in enumerate(plan_payments(terms), start=1):
        balance -= principal
        rows.append(Instalment(number, starts_on, due_on, principal, interest, balance))
        starts_on = due_on
    return rows
