"""The repayment schedule of a loan: due dates and amounts of every instalment, exact to the fen (domain.md §3).

Generated once, at disbursement, and kept (R-3.1).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

from loan_contracts.money import (
    NotAmortising,
    PlanRow,
    equal_instalment_plan,
    equal_principal_plan,
    half_up,
    interest_for_days,
    months_later,
)
from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import Invalid

LONGEST_TERM_MONTHS = 360  # the longest loan of any product, a mortgage of 30 years (domain.md)


STUB_MIN_DAYS = 15  # a shorter first or last part period is merged with its neighbour


class DayCount(IntEnum):
    """Over how many days of a year a rate is spread; the days themselves are counted as they are (domain.md §3.2)."""

    ACT_360 = 360
    ACT_365 = 365


@dataclass(frozen=True, slots=True)
class ScheduleTerms:
    """What a schedule is made from.

    `due_day` is the day of the month on which instalments fall due (固定日); absent, they fall due on the day of the
    value date (对日, R-3.4). Contracts name neither it nor the day count so far: all fall due on the day of the value
    date and spread the rate over 360 days.
    """

    principal_minor: int
    annual_rate: Decimal
    term_months: int
    method: RepaymentMethod
    value_date: date
    due_day: int | None = None
    day_count: DayCount = DayCount.ACT_360

    def __post_init__(self) -> None:
        _require(self.principal_minor > 0, f"principal_minor is {self.principal_minor}; it must be above 0")
        _require(0 <= self.annual_rate < 10, f"annual_rate is {self.annual_rate}; it must lie between 0 and 10")
        _require(
            1 <= self.term_months <= LONGEST_TERM_MONTHS,
            f"term_months is {self.term_months}; it must lie between 1 and {LONGEST_TERM_MONTHS}",
        )
        _require(
            self.due_day is None or 1 <= self.due_day <= 31, f"due_day is {self.due_day}; it must lie between 1 and 31"
        )


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


def generate_schedule(terms: ScheduleTerms) -> list[Instalment]:
    """The instalments of a loan in order of their due dates; the last due date is the loan's maturity.

    Raises Invalid `schedule-not-amortising` where the principal is too small for its term (R-3.2).
    """
    try:
        match terms.method:
            case RepaymentMethod.EQUAL_INSTALMENT:
                plan = equal_instalment_plan(terms.principal_minor, terms.annual_rate, terms.term_months)
                return _monthly(terms, plan)
            case RepaymentMethod.EQUAL_PRINCIPAL:
                plan = equal_principal_plan(terms.principal_minor, terms.annual_rate, terms.term_months)
                return _monthly(terms, plan)
            case RepaymentMethod.INTEREST_FIRST:
                return _interest_first(terms)
    except NotAmortising as error:
        raise Invalid("schedule-not-amortising", str(error)) from error


def _monthly(terms: ScheduleTerms, plan: list[PlanRow]) -> list[Instalment]:
    """Whole months at a twelfth of the rate. Only the first period may be odd: with a fixed due day (R-3.5, R-3.6)."""
    starts_on, balance = terms.value_date, terms.principal_minor
    first_due, day = _first_due(terms)
    rows: list[Instalment] = []
    for number, (principal, interest) in enumerate(plan):
        due_on = months_later(first_due, number, day)
        balance -= principal
        rows.append(Instalment(number + 1, starts_on, due_on, principal, interest, balance))
        starts_on = due_on
    if terms.due_day is not None:
        rows[0] = rows[0]._replace(interest_minor=_interest_of_first_period(terms, first_due))
    return rows


def _interest_of_first_period(terms: ScheduleTerms, first_due: date) -> int:
    """Interest of instalment 1 where the due day is fixed: a month plus the extra days of a long period, or its days.

    One component, so one rounding (R-0.3); the principal, hence the annuity itself, is unchanged (R-3.6, E7).
    """
    month_before = months_later(first_due, -1, terms.due_day)
    numerator, denominator = terms.annual_rate.as_integer_ratio()
    basis = terms.day_count
    if month_before >= terms.value_date:
        days = (month_before - terms.value_date).days
        return half_up(terms.principal_minor * numerator * (basis + 12 * days), denominator * 12 * basis)
    return interest_for_days(terms.principal_minor, terms.annual_rate, (first_due - terms.value_date).days, basis)


def _interest_first(terms: ScheduleTerms) -> list[Instalment]:
    """先息后本: interest of the days of each period, the principal at maturity (E3)."""
    rows: list[Instalment] = []
    starts_on, principal = terms.value_date, terms.principal_minor
    due_dates = _interest_dates(terms)
    for number, due_on in enumerate(due_dates, start=1):
        interest = interest_for_days(principal, terms.annual_rate, (due_on - starts_on).days, terms.day_count)
        repaid = principal if number == len(due_dates) else 0
        rows.append(Instalment(number, starts_on, due_on, repaid, interest, principal - repaid))
        starts_on = due_on
    return rows


def _interest_dates(terms: ScheduleTerms) -> list[date]:
    maturity = months_later(terms.value_date, terms.term_months)
    due_on, day = _first_due(terms)
    first, dates = due_on, []
    while due_on < maturity:
        dates.append(due_on)
        due_on = months_later(first, len(dates), day)
    if len(dates) > 0 and terms.due_day is not None and (maturity - dates[-1]).days < STUB_MIN_DAYS:
        dates.pop()  # a short last period joins the one before
    return [*dates, maturity]


def _first_due(terms: ScheduleTerms) -> tuple[date, int]:
    """The first due date and the day of the month that the later ones fall on."""
    day = terms.due_day or terms.value_date.day
    if terms.due_day is None:
        return months_later(terms.value_date, 1), day
    first = months_later(terms.value_date, 0, day)
    if first <= terms.value_date:
        first = months_later(terms.value_date, 1, day)
    if (first - terms.value_date).days < STUB_MIN_DAYS:
        first = months_later(first, 1, day)
    return first, day


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise Invalid("schedule-terms-invalid", message)
