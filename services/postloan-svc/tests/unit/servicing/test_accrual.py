"""Income of a loan that pays and of one that does not: example E1, R-3.26."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from example_loans import a_contract

from loan_contracts.operations import AuditRecorded
from loan_contracts.values import GraceTerms, RepaymentTerms
from postloan_svc.domain.ledger.postings import Account, PostingKind
from postloan_svc.domain.loan.history import Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.accrual import accrued, off_balance_interest_minor
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay, reverse
from postloan_svc.domain.servicing.settlement import payoff_minor

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
DUE = date(2026, 2, 21)


@pytest.fixture
def e1(a_loan: Loan) -> Loan:
    """E1, paid out on 2026-01-21, with its history."""
    a_loan.confirm_pay_out(a_loan.request_pay_out(), 10_000_000, date(2026, 1, 21), NOW)
    a_loan.take_facts()
    a_loan.past = Past([], list(a_loan.postings), {})
    return a_loan


def pay(loan: Loan, amount: int, on: date, number: int = 1, today: date | None = None) -> None:
    repay(loan, Receipt(UUID(int=number), amount, on), today or on, lambda day: 90)


def books(loan: Loan, on: date) -> dict[Account, int]:
    """Balances of the postings and of what accrual has posted by a day."""
    found: Counter[Account] = Counter()
    for posting in loan.postings:
        for entry in posting.entries:
            found[entry.account] += entry.amount_minor
    recognised, tracked = accrued(loan, on)
    found.update({Account.ACCRUED_INTEREST: recognised, Account.OFF_BALANCE_INTEREST: tracked})
    found.subtract({Account.INTEREST_INCOME: recognised, Account.OFF_BALANCE_CONTRA: tracked})
    return {account: amount for account, amount in found.items() if amount}


def test_interest_is_income_by_the_day_and_no_more_than_the_period_asks(e1: Loan) -> None:
    by_day = {days: accrued(e1, date(2026, 1, 21) + timedelta(days=days)).on_minor for days in (0, 1, 2, 3, 30, 31)}
    assert by_day == {0: 0, 1: 3_333, 2: 6_667, 3: 10_000, 30: 100_000, 31: 100_000}  # 100,000 x 12 %/360 = 33.33
    advance(e1, DUE, 90)
    assert accrued(e1, DUE).on_minor == 100_000
    assert books(e1, DUE)[Account.INTEREST_RECEIVABLE] == 100_000
    assert Account.ACCRUED_INTEREST not in books(e1, DUE)
    march = date(2026, 3, 21)  # 28 days at a 360th are less than a twelfth of the rate
    advance(e1, march, 90)
    assert accrued(e1, march).on_minor == 192_115


def test_a_loan_that_is_never_paid_has_no_income_from_day_91_on(e1: Loan) -> None:
    last = DUE + timedelta(days=90)  # four dues and the first day of the fifth period
    advance(e1, last, 90)
    assert books(e1, last)[Account.INTEREST_INCOME] == -(100_000 + 92_115 + 84_151 + 76_108 + 2_266)
    day = last + timedelta(days=1)
    advance(e1, day, 90)
    assert e1.non_accrual_since == day
    (stopped,) = [each for each in e1.postings if each.kind is PostingKind.INTEREST_STOPPED]
    assert dict(stopped.entries) == {
        Account.INTEREST_INCOME: 352_374 + 4_532,
        Account.INTEREST_RECEIVABLE: -352_374,
        Account.ACCRUED_INTEREST: -4_532,
        Account.OFF_BALANCE_INTEREST: 356_906,
        Account.OFF_BALANCE_CONTRA: -356_906,
    }
    told = [each.detail for each in e1.facts if isinstance(each, AuditRecorded)]
    assert [each["non_accrual_since"] for each in told if "non_accrual_since" in each] == [str(day)]
    on = DUE + timedelta(days=335)
    advance(e1, on, 90)
    assert books(e1, on) == {
        Account.LOAN_PRINCIPAL: 10_000_000, Account.CUSTOMER_DEPOSITS: -10_000_000,
        Account.OFF_BALANCE_INTEREST: 661_853, Account.OFF_BALANCE_CONTRA: -661_853,
    }  # fmt: skip
    assert off_balance_interest_minor(e1, on) == 661_853


def test_interest_that_is_paid_while_accrual_has_stopped_is_income_then_and_a_cure_brings_the_rest_back(
    e1: Loan,
) -> None:
    on = DUE + timedelta(days=94)
    advance(e1, on, 90)
    pay(e1, 2 * 888_488, on)  # principal first (profile B): nothing of it is interest
    assert books(e1, on)[Account.OFF_BALANCE_INTEREST] == 352_374 + accrued_days(e1, on)
    pay(e1, owed_minor(e1, on), on, 2)
    assert (e1.status, e1.non_accrual_since) == ("ACTIVE", None)
    held = books(e1, on)
    assert held[Account.INTEREST_INCOME] == -(352_374 + accrued_days(e1, on))
    assert held[Account.ACCRUED_INTEREST] == accrued_days(e1, on) and Account.OFF_BALANCE_INTEREST not in held
    june = date(2026, 6, 21)
    advance(e1, june, 90)
    assert books(e1, june)[Account.INTEREST_RECEIVABLE] == 67_984


def accrued_days(loan: Loan, on: date) -> int:
    """5 days of the fifth period of E1: 67,984.22 x 12 %/360 x 5."""
    assert (on - loan.instalments[4].starts_on).days == 5
    return 11_331


def test_money_that_was_there_in_time_and_is_learnt_late_makes_the_stop_undone(e1: Loan) -> None:
    today = DUE + timedelta(days=100)
    advance(e1, today, 90)
    assert e1.non_accrual_since is not None
    pay(e1, 888_488, DUE, today=today)  # the first instalment was paid on its day: 72 days past due instead of 100
    assert e1.non_accrual_since is None
    held = books(e1, today)
    assert Account.OFF_BALANCE_INTEREST not in held and held[Account.INTEREST_RECEIVABLE] == 352_374 - 100_000
    reverse(e1, UUID(int=9), UUID(int=1), today, lambda day: 90)
    assert e1.non_accrual_since == DUE + timedelta(days=91)
    assert Account.INTEREST_INCOME not in books(e1, today)


def test_interest_that_is_not_asked_yet_accrues_by_the_day_and_is_owed_when_the_loan_ends_early() -> None:
    """R-3.29: E1 over 15 months, three of which ask neither principal nor interest."""
    agreed = RepaymentTerms(grace=GraceTerms(principal_periods=3, interest_periods=3))
    loan = Loan.book(a_contract(term_months=15, repayment=agreed), date(2026, 1, 21))
    loan.confirm_pay_out(loan.request_pay_out(), 10_000_000, date(2026, 1, 21), NOW)
    for on, minor in ((DUE, 100_000), (date(2026, 3, 24), 210_000), (date(2026, 5, 20), 396_667)):
        advance(loan, on, 90)
        assert accrued(loan, on).on_minor == minor, on
        assert books(loan, on)[Account.ACCRUED_INTEREST] == minor
        assert (loan.dpd(on), payoff_minor(loan, on)) == (0, 10_000_000 + minor)
    first = date(2026, 5, 21)
    advance(loan, first, 90)
    assert books(loan, first)[Account.INTEREST_RECEIVABLE] == 400_000
    assert loan.instalment(4).total_minor == 888_488 + 300_000
    advance(loan, first + timedelta(days=10), 90)
    assert loan.dpd(first + timedelta(days=10)) == 10
