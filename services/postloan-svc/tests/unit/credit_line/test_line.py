"""Credit lines: what can be drawn, by whom it is frozen, how it ends (domain.md R-3.31), and E6 over its loans."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from example_loans import a_contract
from lives import ninety, pay

from loan_contracts.lending import CreditLineChanged
from loan_contracts.values import LineTerms, RepaymentMethod
from loan_schedules.prepayment import Effect
from loan_servicekit.core import Caller, DomainError, Forbidden
from postloan_svc.domain.credit_line.line import CreditLine, LineStatus, Used
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing import servicing
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.prepayment import Early
from postloan_svc.domain.servicing.repayments import Receipt

OPENED = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def person(name: str) -> Caller:
    return Caller(name, name, (), None, frozenset())


ANN, BEN = person("ann"), person("ben")


def a_line(**terms: Any) -> CreditLine:
    """100,000 at 0.02 % a day, for a year."""
    contract = a_contract(
        annual_rate=Decimal("0.072"), credit_line=LineTerms(**terms), method=RepaymentMethod.REVOLVING
    )
    return CreditLine.open(contract, OPENED)


def drawn(line: CreditLine, amount: int, on: date, used: Used = Used()) -> Loan:
    loan = Loan.book(line.draw(amount, used, on, ANN), on)
    loan.confirm_pay_out(loan.request_pay_out(), amount, on, NOW)
    return loan


def refused(code: str, act: Any, *given: Any) -> None:
    with pytest.raises(DomainError) as refusal:
        act(*given)
    assert refusal.value.code == code


def test_available_is_the_limit_less_what_is_owed_ordered_and_held() -> None:
    line, used = a_line(), Used(3_000_000, 1_000_000)
    assert line.available_minor(used, OPENED) == 6_000_000
    held = line.reserve(UUID(int=1), 2_500_000, date(2026, 3, 10), used, OPENED, ANN)
    assert line.available_minor(used, date(2026, 3, 10)) == 3_500_000
    assert line.available_minor(used, date(2026, 3, 11)) == 6_000_000  # it has lapsed
    refused("credit-line-exceeded", line.draw, 3_500_001, used, OPENED, ANN)
    refused("reservation-over", line.draw, 1, used, OPENED, ANN, held.id)
    refused("reservation-over", line.draw, 2_500_000, used, date(2026, 3, 11), ANN, held.id)
    line.draw(2_500_000, used, OPENED, ANN, held.id)
    assert line.available_minor(used, OPENED) == 6_000_000
    refused("reservation-not-found", line.release, held.id)
    assert line.available_minor(used._replace(overdue=True), OPENED) == 0
    refused("credit-line-overdue", line.draw, 1, used._replace(overdue=True), OPENED, ANN)
    refused("credit-line-draw-too-small", a_line(least_draw_minor=100_000).draw, 99_999, Used(), OPENED, ANN)


def test_two_people_freeze_it_and_the_day_ends_it() -> None:
    line = a_line()
    line.ask_freeze(True, "why", ANN, NOW)
    refused("freeze-asked-already", line.ask_freeze, True, "why", BEN, NOW)
    with pytest.raises(Forbidden, match="second-person-required"):
        line.decide_freeze(True, ANN, OPENED)
    line.decide_freeze(True, BEN, OPENED)
    assert (line.status, line.available_minor(Used(), OPENED)) == (LineStatus.FROZEN, 0)
    refused("credit-line-frozen", line.draw, 1, Used(), OPENED, ANN)
    line.ask_freeze(False, "why", BEN, NOW)
    line.decide_freeze(True, ANN, OPENED)
    assert line.available_minor(Used(), OPENED) == 10_000_000
    owes = Used(outstanding_minor=1)
    assert not line.end(owes, date(2027, 2, 28))
    assert line.end(owes, date(2027, 3, 1)) and line.status is LineStatus.EXPIRED
    refused("credit-line-expired", line.draw, 1, Used(), date(2027, 3, 1), ANN)
    assert not line.end(owes, date(2027, 3, 2)) and line.end(Used(), date(2027, 3, 3))
    told = [fact.status for fact in line.facts if isinstance(fact, CreditLineChanged)]
    assert told == ["OPEN", "FROZEN", "OPEN", "EXPIRED", "CLOSED"]


def test_draws_cost_what_example_e6_says() -> None:
    line = a_line()
    first = drawn(line, 3_000_000, OPENED)
    second = drawn(line, 2_000_000, date(2026, 3, 11), Used(3_000_000))
    assert [first.loan_no[-3:], second.loan_no[-3:]] == ["-01", "-02"] and first.id != second.id
    on = date(2026, 3, 21)
    for loan in (first, second):
        advance(loan, on, 90)
    assert (first.instalment(1).interest_minor, second.instalment(1).interest_minor) == (12_000, 4_000)
    wish = Early(1_000_000, Effect.LOWER_INSTALMENT)
    servicing.repay(first, Receipt(UUID(int=5), 12_000 + 1_000_000, on, early=wish), on, ninety)
    pay(second, 6, 4_000, on, on)
    end = date(2026, 3, 31)
    for number, loan, principal in ((7, first, 2_000_000), (8, second, 2_000_000)):
        pay(loan, number, principal + 4_000, end, end)
        assert loan.status == "SETTLED" and loan.suspense_minor == 0
    interest = sum(each.interest_paid_minor for loan in (first, second) for each in loan.instalments)
    assert interest == 24_000


def test_a_draw_is_due_on_the_21st_and_when_the_line_expires() -> None:
    loan = drawn(a_line(), 5_000_000, date(2026, 11, 21))
    due = [(each.due_on, each.principal_minor) for each in loan.instalments]
    assert due == [
        (date(2026, 12, 21), 0), (date(2027, 1, 21), 0), (date(2027, 2, 21), 0), (date(2027, 3, 1), 5_000_000)
    ]  # fmt: skip
