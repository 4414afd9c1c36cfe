"""Rates that are tied to the LPR: read anew by the days themselves (domain.md §2.4: R-2.16 to R-2.18, E13)."""

from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from example_loans import a_contract
from lives import figures, ninety, pay, told

from loan_contracts.lending import LoanChanged
from loan_contracts.values import FloatingRate, RepaymentTerms, Reprice, Tenor
from postloan_svc.domain.loan.changes import RateAgreed
from postloan_svc.domain.loan.history import EventKind, Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance, next_event_on
from postloan_svc.domain.servicing.changes.changing import change_loan
from postloan_svc.domain.servicing.replay import replayed

START = date(2026, 1, 20)


def quotes(*published: tuple[str, str]) -> Any:
    """What was published when, in percent; used from the day after (R-2.17)."""

    def lpr(tenor: Tenor, day: date) -> Decimal:
        return Decimal(max(each for each in published if date.fromisoformat(each[0]) < day)[1]) / 100

    return lpr


FALLING = quotes(("2025-05-20", "3.50"), ("2026-12-21", "3.30"))


def a_loan(lpr: Any = FALLING, terms: dict[str, Any] | None = None, **changes: Any) -> Loan:
    """E13: 1,000,000 over 360 months at the LPR of five years less 30 basis points, 3.20 %."""
    tied = FloatingRate(**{"tenor": "5Y", "lpr": Decimal("0.035"), "spread_bp": -30} | (terms or {}))
    contract = a_contract(
        principal_minor=100_000_000, annual_rate=Decimal("0.032"), term_months=360,
        repayment=RepaymentTerms(floating=tied), **changes,
    )  # fmt: skip
    loan = Loan.book(contract, START)
    loan.lpr = lpr
    loan.confirm_pay_out(loan.request_pay_out(), contract.principal_minor, START, datetime(2026, 1, 20, 9, tzinfo=UTC))
    loan.past = Past([], list(loan.postings), {})
    return loan


def pay_all(loan: Loan, until: date) -> None:
    """Pays each instalment on its day."""
    while (due_on := next(each.due_on for each in loan.instalments if not each.paid_on)) <= until:
        pay(loan, loan.sequence + 1, loan.instalment(1).total_minor + 100, due_on, due_on)


def test_a_mortgage_is_repriced_by_its_day_as_in_e13() -> None:
    loan = a_loan()
    pay_all(loan, date(2026, 12, 20))
    advance(loan, date(2027, 1, 19), 90)
    assert (loan.schedule_no, loan.instalment(13).total_minor) == (1, 432_467)
    assert next_event_on(loan) == date(2027, 1, 20)
    advance(loan, date(2027, 1, 20), 90)
    assert loan.instalment(13).total_minor == 421_900
    assert loan.agreed_rates.at(date(2027, 1, 20)) == Decimal("0.030")
    [event] = [each for each in loan.events if each.kind is EventKind.REPRICING]
    assert loan.schedules[-1].made_by == event.event_id and loan.schedules[-1].number == 2
    [change] = told(loan, LoanChanged)
    assert (change.kind, change.annual_rate, change.change_id) == ("REPRICING", Decimal("0.030"), event.event_id)


def test_a_day_that_changes_nothing_is_known_all_the_same() -> None:
    loan = a_loan(quotes(("2025-05-20", "3.50")))
    advance(loan, date(2028, 3, 1), 90)
    read = [each for each in loan.events if each.kind is EventKind.REPRICING]
    assert [each.value_date for each in read] == [date(2027, 1, 20), date(2028, 1, 20)]
    assert loan.schedule_no == 1 and not told(loan, LoanChanged)


def test_january_splits_the_running_period_by_days() -> None:
    lpr = quotes(("2025-05-20", "3.50"), ("2026-12-21", "3.30"))
    loan = a_loan(lpr, {"reprice": Reprice.FIRST_OF_JANUARY})
    before = loan.instalment(12)
    advance(loan, date(2027, 1, 1), 90)
    after, owed = loan.instalment(12), before.balance_minor + before.principal_minor
    exact = owed * (Decimal("0.032") * 12 + Decimal("0.030") * 19) / 360  # 2026-12-20 to 2027-01-01 to 2027-01-20
    assert after.principal_minor == before.principal_minor and abs(after.interest_minor - exact) <= Decimal("0.5")


@pytest.mark.parametrize(
    ("terms", "rate"),
    [({"floor": "0.031"}, "0.031"), ({"spread_bp": 100, "ceiling": "0.04"}, "0.04"), ({"cycle_months": 0}, "0.032")],
)
def test_floor_and_ceiling_hold(terms: dict[str, Any], rate: str) -> None:
    loan = a_loan(terms=terms)
    advance(loan, date(2027, 6, 1), 90)
    assert loan.agreed_rates.at(date(2027, 6, 1)) == Decimal(rate)


def test_late_charges_follow_the_base() -> None:
    fixed, tied = a_loan(terms={"cycle_months": 0}), a_loan()
    for loan in (fixed, tied):
        advance(loan, date(2027, 3, 20), 90)
    penalties = [loan.rates.penalty(Decimal("1.5"), Decimal("0.24")).at(date(2027, 2, 1)) for loan in (fixed, tied)]
    assert penalties == [Decimal("0.048"), Decimal("0.045")]


def test_another_rate_that_people_agree_on_is_another_spread() -> None:
    loan = a_loan()
    advance(loan, date(2026, 6, 1), 90)
    change_loan(loan, UUID(int=77), RateAgreed(Decimal("0.034")), date(2026, 6, 1), date(2026, 6, 1), ninety)
    advance(loan, date(2027, 1, 20), 90)
    assert loan.agreed_rates.at(date(2027, 1, 20)) == Decimal("0.032")  # 3.30 % less the 10 basis points of 3.40 %


def test_what_was_read_stays_when_the_loan_is_worked_out_anew() -> None:
    loan = a_loan()
    today = date(2027, 3, 1)
    advance(loan, today, 90)
    right = deepcopy(loan)
    loan.lpr = quotes(("2025-05-20", "9.99"))  # a quote that is changed afterwards changes no loan
    assert loan.past is not None
    fresh = replayed(loan, loan.past.events, today, ninety)
    assert fresh.instalments == right.instalments and fresh.terms == right.terms
    pay(loan, 900, 432_467, date(2026, 2, 20), today)
    assert loan.agreed_rates.at(today) == Decimal("0.030")


def test_days_left_out_and_days_gone_through_one_by_one_are_the_same() -> None:
    at_once, by_day = a_loan(), a_loan()
    advance(at_once, date(2028, 2, 1), 90)
    day = START
    while day < date(2028, 2, 1):
        day += timedelta(days=1)
        advance(by_day, day, 90)
    assert figures(at_once) == figures(by_day)
