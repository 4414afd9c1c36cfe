"""What a borrower will pay and when, for the offer: instalments on the day of the month of the pay-out (对日)."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from loan_contracts.money import (
    NotAmortising,
    equal_instalment_plan,
    equal_principal_plan,
    interest_for_days,
    months_later,
)
from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import Invalid

YEAR_OF_DAYS = 360  # ACT/360, the day count of every product (Product.day_count)


class PlannedPayment(NamedTuple):
    """One instalment without fees, in minor units."""

    due_on: date
    principal_minor: int
    interest_minor: int


@lru_cache(maxsize=512)
def due_dates(value_date: date, term_months: int) -> tuple[date, ...]:
    """When the instalments fall due. The offers of one day share a few rows of dates."""
    return tuple(months_later(value_date, number) for number in range(1, term_months + 1))


def plan_payments(
    principal_minor: int, annual_rate: Decimal, term_months: int, method: RepaymentMethod, value_date: date
) -> list[PlannedPayment]:
    """The instalments if the money goes out on `value_date`; the booked schedule follows the same rules (§3.1).

    Raises Invalid `schedule-not-amortising` where the principal is too small for the term.
    """
    dates = due_dates(value_date, term_months)
    try:
        match method:
            case RepaymentMethod.EQUAL_INSTALMENT:
                amounts = equal_instalment_plan(principal_minor, annual_rate, term_months)
            case RepaymentMethod.EQUAL_PRINCIPAL:
                amounts = equal_principal_plan(principal_minor, annual_rate, term_months)
            case RepaymentMethod.INTEREST_FIRST:
                amounts = [
                    (0, interest_for_days(principal_minor, annual_rate, (due_on - starts_on).days, YEAR_OF_DAYS))
                    for starts_on, due_on in zip([value_date, *dates], dates, strict=False)
                ]
                amounts[-1] = (principal_minor, amounts[-1][1])
    except NotAmortising as error:
        raise Invalid("schedule-not-amortising", str(error)) from error
    return [PlannedPayment(due_on, *amount) for due_on, amount in zip(dates, amounts, strict=True)]
