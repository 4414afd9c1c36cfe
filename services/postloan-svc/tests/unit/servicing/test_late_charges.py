"""No loan costs more than the line on all charges allows (R-3.19, example E8c): neither in all nor after any due date."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import Conflict
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
PAID_OUT = date(2026, 1, 21)
CAP = Fraction(24, 100)
CONTRACTED = [
    RepaymentMethod.EQUAL_INSTALMENT,
    RepaymentMethod.EQUAL_PRINCIPAL,
    RepaymentMethod.INTEREST_FIRST,
    RepaymentMethod.AT_MATURITY,
]
"""The methods of contracts so far."""
BEFORE_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


def started(e1: Loan, rate: str, months: int, method: RepaymentMethod = RepaymentMethod.INTEREST_FIRST) -> Loan:
    contract = replace(e1.contract, annual_rate=Decimal(rate), term_months=months, method=method)
    loan = Loan.book(contract, PAID_OUT)
    loan.confirm_pay_out(loan.request_pay_out(), contract.principal_minor, PAID_OUT, NOW)
    return loan


def charged(loan: Loan) -> int:
    return sum(each.penalty_minor + each.compound_minor for each in loan.instalments)


def pay(loan: Loan, amount: int, on: date, number: int = 1) -> None:
    repay(loan, Receipt(UUID(int=number), amount, on), on, lambda day: 90)


def test_nothing_paid_at_22_percent_costs_24_percent_from_maturity_on(a_loan: Loan) -> None:
    loan, on = started(a_loan, "0.22", 3), date(2027, 4, 21)
    advance(loan, on, 90)
    assert owed_minor(loan, on) == 10_000_000 + 549_999 + 2_444_321
    pay(loan, owed_minor(loan, on), on)
    assert (loan.status, charged(loan), loan.suspense_minor) == ("SETTLED", 2_444_321, 0)
    assert charged(loan) + 549_999 <= 3_033_333
    agreed = 3_345_833 + 199_129  # 33 % on 100,000 for 365 days; on the interest from each due date
    assert abs(loan.cap_excess_minor - (agreed - 2_444_321)) <= 3
    assert [each.action for each in loan.facts if hasattr(each, "action")].count("waive_beyond_cap") == 1


@pytest.mark.parametrize("paid_until_maturity", [True, False])
def test_360_days_after_maturity_cost_24_percent_of_the_principal(a_loan: Loan, paid_until_maturity: bool) -> None:
    loan = started(a_loan, "0.16", 12)
    maturity = loan.instalments[-1].due_on
    before = 0
    if paid_until_maturity:
        for number, each in enumerate(loan.instalments[:-1]):
            advance(loan, each.due_on, 90)
            pay(loan, each.interest_minor, each.due_on, number)
    else:
        advance(loan, maturity, 90)
        before = owed_minor(loan, maturity) - sum(each.owed().total_minor for each in loan.instalments)
    on = maturity + timedelta(days=360)
    advance(loan, on, 90)
    pay(loan, owed_minor(loan, on), on, 99)
    assert loan.status == "SETTLED"
    assert 0 <= 2_400_000 - (charged(loan) - before) <= 6  # of a fen each due date


def test_the_line_of_days_that_are_paid_is_not_that_of_the_next_arrears(a_loan: Loan) -> None:
    loan = started(a_loan, "0.16", 12)
    first = loan.instalments[0].due_on
    late = first + timedelta(days=20)
    advance(loan, late, 90)
    pay(loan, owed_minor(loan, late), late)
    assert loan.cap_windows == [] and charged(loan) > 0
    second = loan.instalments[1].due_on + timedelta(days=10)
    advance(loan, second, 90)
    pay(loan, 100, second, 2)
    assert [each.since for each in loan.cap_windows] == [loan.instalments[1].due_on]


LIFE = st.lists(st.tuples(st.integers(1, 200), st.integers(1, 4_000_000)), min_size=1, max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, phases=BEFORE_SHRINKING)
@given(
    life=LIFE, rate=st.integers(1, 22), months=st.integers(1, 12), method=st.sampled_from(CONTRACTED)
)  # beyond 22 % a twelfth of the rate may pass 24 % of the 28 days of a February
def test_no_path_charges_beyond_the_cap(
    life: list[tuple[int, int]], rate: int, months: int, method: RepaymentMethod, a_loan: Loan
) -> None:
    """Day by day: what a loan has cost, contract interest and late charges, is no more than 24 % of what was out."""
    loan = started(a_loan, f"{rate / 100:.2f}", months, method)
    allowed, day = Fraction(0), PAID_OUT
    for number, (days, amount) in enumerate(life):
        for _ in range(days):
            allowed += CAP * loan.outstanding_principal_minor / 360
            day += timedelta(days=1)
            advance(loan, day, 90)
        if not loan.running:
            break
        with suppress(Conflict):  # more than the loan can cost
            pay(loan, amount, day, number)
        assert charged(loan) + _interest_to(loan, day) <= allowed + 1, (number, day)


def _interest_to(loan: Loan, day: date) -> Fraction:
    """Scheduled interest of the days before one."""
    total = Fraction(0)
    for each in loan.instalments:
        days, whole = (min(day, each.due_on) - each.starts_on).days, (each.due_on - each.starts_on).days
        if days > 0:
            total += Fraction(each.interest_minor * days, whole)
    return total
