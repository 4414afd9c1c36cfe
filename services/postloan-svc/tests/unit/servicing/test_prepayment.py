"""Repaying before the term as it was quoted: figures of example E9 (domain.md §3.6, R-3.20 to R-3.23, R-3.32)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from example_loans import a_contract
from hypothesis import given
from hypothesis import strategies as st

from loan_contracts.values import PrepaidInterest, PrepaymentStep, PrepaymentTerms
from loan_schedules.prepayment import Effect
from loan_servicekit.core import Conflict, Invalid
from postloan_svc.domain.ledger.allocations import Repayment
from postloan_svc.domain.ledger.postings import Account
from postloan_svc.domain.loan.history import Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.prepayment import Early
from postloan_svc.domain.servicing.quotes import PrepaymentQuote, break_down, costs_minor, require_quotable
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay, reverse

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
DUE, LATER = date(2026, 5, 21), date(2026, 5, 31)
INSTALMENT = 888_488
SHORTER, LOWER = Effect.SHORTER_TERM, Effect.LOWER_INSTALMENT
ONE_PERCENT = PrepaymentTerms(fees=(PrepaymentStep(before_months=12, rate=Decimal("0.01")),))
A_LOAN = Loan.book(a_contract(), date(2026, 1, 21))


def ninety(day: date) -> int:
    return 90


def paid_out(a_loan: Loan, **changes: Any) -> Loan:
    loan = Loan.book(replace(a_loan.contract, **changes), date(2026, 1, 21))
    loan.confirm_pay_out(loan.request_pay_out(), 10_000_000, date(2026, 1, 21), NOW)
    loan.past = Past([], list(loan.postings), {})
    return loan


def pay(loan: Loan, number: int, amount: int, on: date, today: date, early: Early | None = None) -> Repayment:
    return repay(loan, Receipt(UUID(int=number), amount, on, early=early), today, ninety)


def after_four(a_loan: Loan, on: date, **changes: Any) -> Loan:
    """E1 after instalment 4: 67,984.22 are left."""
    loan = paid_out(a_loan, **changes)
    for month in (2, 3, 4, 5):
        pay(loan, month, INSTALMENT, date(2026, month, 21), date(2026, month, 21))
    advance(loan, on, 90)
    return loan


def a_quote(loan: Loan, on: date, principal: int | None, effect: Effect = SHORTER) -> PrepaymentQuote:
    early = Early(principal, effect) if principal else None
    costs = break_down(loan, early, on, ninety)
    return PrepaymentQuote(UUID(int=9), loan.id, on, early and early.effect, costs, "u-1", DUE, NOW)


def refused(code: str, kind: type[Exception] = Conflict) -> Any:
    return pytest.raises(kind, match=f"^{code}: ")


def books(loan: Loan) -> dict[Account, int]:
    found: dict[Account, int] = {}
    for posting in loan.postings:
        for entry in posting.entries:
            found[entry.account] = found.get(entry.account, 0) + entry.amount_minor
    return found


@pytest.mark.parametrize(
    ("effect", "rest", "interest"),
    [
        (SHORTER, [888_488] * 4 + [348_485], 104_015),  # (A): five instalments instead of eight
        (LOWER, [496_417] * 7 + [496_416], 172_913),  # (B): A' = 4,964.17
    ],
)
def test_a_part_repaid_on_a_due_date_leaves_the_schedule_of_e9(
    a_loan: Loan, effect: Effect, rest: list[int], interest: int
) -> None:
    loan = after_four(a_loan, DUE)
    quote = a_quote(loan, DUE, 3_000_000, effect)
    costs = quote.breakdown
    assert (costs.due_minor, costs.principal_minor, costs.interest_minor, costs.fee_minor) == (0, 3_000_000, 0, 0)
    pay(loan, 6, costs.total_minor, DUE, DUE, quote.early)
    future = [each for each in loan.instalments if not each.fell_due]
    assert [each.total_minor for each in future] == rest
    assert [each.number for each in future] == list(range(5, 5 + len(rest)))
    assert sum(each.interest_minor for each in future) == interest
    assert [row.number for row in costs.schedule] == [each.number for each in loan.instalments]
    assert loan.outstanding_principal_minor == 3_798_422 == books(loan)[Account.LOAN_PRINCIPAL]
    assert loan.suspense_minor == 0 and loan.schedules[-1].effective_from == DUE
    for number, each in enumerate(future):
        pay(loan, 20 + number, each.total_minor, each.due_on, each.due_on)
    assert loan.status == "SETTLED" and books(loan)[Account.LOAN_PRINCIPAL] == 0
    assert sum(each.principal_minor for each in loan.instalments) == 10_000_000


@pytest.mark.parametrize(
    ("interest", "now", "next_interest"),
    [(PrepaidInterest.SLICE, 10_000, 37_984), (PrepaidInterest.ALL, 22_661, 26_589)],
)
def test_in_the_middle_of_a_period_interest_is_collected_as_agreed(
    a_loan: Loan, interest: PrepaidInterest, now: int, next_interest: int
) -> None:
    loan = after_four(a_loan, LATER, prepayment=PrepaymentTerms(interest=interest))
    quote = a_quote(loan, LATER, 3_000_000, LOWER)
    assert quote.breakdown.interest_minor == now
    pay(loan, 6, quote.breakdown.total_minor, LATER, LATER, quote.early)
    assert loan.instalment(5).interest_minor == next_interest
    assert books(loan)[Account.INTEREST_RECEIVABLE] == 0


def test_settling_costs_what_e9_says_with_the_fee_of_the_ladder(a_loan: Loan) -> None:
    loan = after_four(a_loan, LATER, prepayment=ONE_PERCENT)
    quote = a_quote(loan, LATER, None)
    costs = quote.breakdown
    assert (costs.principal_minor, costs.interest_minor, costs.fee_minor) == (6_798_422, 22_661, 67_984)
    assert costs.total_minor == 6_889_067
    pay(loan, 6, 6_889_067, LATER, LATER, quote.early)
    assert loan.status == "SETTLED" and loan.suspense_minor == 0
    assert books(loan)[Account.FEE_INCOME] == -67_984


def test_a_fen_less_than_quoted_does_not_end_the_loan(a_loan: Loan) -> None:
    loan = after_four(a_loan, LATER, prepayment=ONE_PERCENT)
    pay(loan, 6, 6_889_066, LATER, LATER)
    assert loan.status == "ACTIVE" and loan.suspense_minor == 6_889_066


def test_the_ladder_goes_down_and_ends(a_loan: Loan) -> None:
    steps = tuple(
        PrepaymentStep(before_months=months, rate=Decimal(rate)) for months, rate in ((4, "0.02"), (5, "0.01"))
    )
    loan = paid_out(a_loan, prepayment=PrepaymentTerms(fees=steps))
    fees = {}
    for on in (date(2026, 5, 20), date(2026, 5, 21), date(2026, 6, 20), date(2026, 6, 21)):
        fees[on] = break_down(loan, Early(1_000_000, LOWER), on, ninety).fee_minor
    assert list(fees.values()) == [20_000, 10_000, 10_000, 0]


def test_a_fee_is_charged_only_as_far_as_the_line_on_all_charges_leaves_room(a_loan: Loan) -> None:
    dear = {"annual_rate": Decimal("0.24"), "prepayment": ONE_PERCENT}
    assert (
        break_down(paid_out(a_loan, **dear), None, date(2026, 2, 21), ninety).fee_minor == 6_667
    )  # 31 days less a month
    ten_days = break_down(paid_out(a_loan, prepayment=ONE_PERCENT), None, date(2026, 1, 31), ninety)
    assert (ten_days.interest_minor, ten_days.fee_minor) == (33_333, 33_334)  # 24 % of ten days are 666.67


def test_what_is_due_is_paid_first_and_is_part_of_the_quote(a_loan: Loan) -> None:
    loan = after_four(a_loan, DUE)
    on = date(2026, 7, 1)  # instalment 5 is ten days late
    quote = a_quote(loan, on, 1_000_000)
    ahead = after_four(a_loan, on)
    assert quote.breakdown.due_minor == owed_minor(ahead, on) > INSTALMENT
    advance(loan, on, 90)
    repayment = pay(loan, 6, quote.breakdown.total_minor, on, on, quote.early)
    assert loan.suspense_minor == 0 and repayment.allocation.excess_minor == 0
    assert loan.dpd(on) == 0 and loan.outstanding_principal_minor == 6_798_422 - 820_504 - 1_000_000


@pytest.mark.parametrize(
    ("terms", "principal", "code"),
    [
        (PrepaymentTerms(allowed_after_months=6), 100_000, "prepayment-too-early"),
        (PrepaymentTerms(allowed_after_months=6), None, "prepayment-too-early"),
        (PrepaymentTerms(least_minor=500_000), 499_999, "prepayment-too-small"),
        (PrepaymentTerms(), 6_798_422, "prepayment-not-partial"),
    ],
)
def test_what_was_not_agreed_is_not_quoted(
    a_loan: Loan, terms: PrepaymentTerms, principal: int | None, code: str
) -> None:
    loan = after_four(a_loan, DUE, prepayment=terms)
    with refused(code):
        a_quote(loan, DUE, principal)


def test_money_does_not_end_a_loan_before_the_contract_lets_it(a_loan: Loan) -> None:
    loan = after_four(a_loan, DUE, prepayment=PrepaymentTerms(allowed_after_months=6))
    pay(loan, 6, 6_798_422, DUE, DUE)
    assert loan.status == "ACTIVE" and loan.suspense_minor == 6_798_422
    advance(loan, date(2026, 8, 1), 90)
    assert loan.status == "ACTIVE"


def test_a_quote_is_for_a_running_loan_and_a_day_that_is_near(a_loan: Loan) -> None:
    loan = after_four(a_loan, DUE)
    for pay_by in (date(2026, 5, 20), date(2026, 6, 22)):
        with refused("prepayment-date-invalid", Invalid):
            require_quotable(loan, pay_by, DUE)
    require_quotable(loan, date(2026, 6, 21), DUE)
    pay(loan, 6, 6_798_422, DUE, DUE)
    with refused("loan-not-running"):
        require_quotable(loan, DUE, DUE)


def test_a_quote_holds_for_its_days_once_for_its_loan_and_its_sum(a_loan: Loan) -> None:
    loan = after_four(a_loan, DUE)
    quote = a_quote(loan, LATER, 3_000_000)
    total = quote.breakdown.total_minor
    quote.require_payable(loan, total, DUE)
    for on in (date(2026, 5, 20), date(2026, 6, 1)):
        with refused("prepayment-quote-stale"):
            quote.require_payable(loan, total, on)
    with refused("prepayment-quote-not-covered"):
        quote.require_payable(loan, total - 1, DUE)
    quote.use(UUID(int=6))
    with refused("prepayment-quote-used"):
        quote.require_payable(loan, total, DUE)


def test_a_quote_is_stale_once_the_loan_costs_more(a_loan: Loan) -> None:
    loan = after_four(a_loan, DUE)
    quote = a_quote(loan, LATER, 3_000_000)
    quote.require_fresh(LATER, lambda: costs_minor(loan, quote.early, LATER, ninety))
    reverse(loan, UUID(int=100), UUID(int=5), DUE, ninety)
    with refused("prepayment-quote-stale"):
        quote.require_fresh(LATER, lambda: costs_minor(loan, quote.early, LATER, ninety))


def test_money_before_the_last_day_costs_less_and_the_rest_is_left_over(a_loan: Loan) -> None:
    loan = after_four(a_loan, DUE)
    quote = a_quote(loan, LATER, 3_000_000)
    on = date(2026, 5, 26)
    advance(loan, on, 90)
    pay(loan, 6, quote.breakdown.total_minor, on, on, quote.early)
    assert loan.outstanding_principal_minor == 3_798_422 and loan.suspense_minor == 5_000


def test_less_is_repaid_early_where_something_before_was_taken_back(a_loan: Loan) -> None:
    loan = after_four(a_loan, DUE)
    quote = a_quote(loan, DUE, 3_000_000)
    pay(loan, 6, quote.breakdown.total_minor, DUE, DUE, quote.early)
    reverse(loan, UUID(int=100), UUID(int=5), DUE, ninety)  # instalment 4 is owed again
    assert loan.instalment(4).paid_on == DUE
    assert loan.outstanding_principal_minor == 6_798_422 - (3_000_000 - INSTALMENT)
    assert loan.suspense_minor == 0 and books(loan)[Account.LOAN_PRINCIPAL] == loan.outstanding_principal_minor


@given(
    st.integers(0, 330),
    st.integers(1, 9_000_000),
    st.sampled_from(Effect),
    st.sampled_from(PrepaidInterest),
    st.integers(0, 40),
)
def test_a_prepayment_that_is_learnt_late_leaves_the_loan_of_one_that_was_told_at_once(
    days: int, principal: int, effect: Effect, interest: PrepaidInterest, late: int
) -> None:
    on = date(2026, 1, 21) + timedelta(days=days)
    today = on + timedelta(days=late)
    terms = PrepaymentTerms(interest=interest, fees=ONE_PERCENT.fees)
    at_once, learnt = (paid_out(A_LOAN, prepayment=terms) for _ in range(2))
    advance(at_once, on, 90)
    early = Early(principal, effect)
    try:
        total = break_down(at_once, early, on, ninety).total_minor
    except Conflict:
        return
    pay(at_once, 6, total, on, on, early)
    assert at_once.suspense_minor == 0
    advance(at_once, today, 90)
    advance(learnt, today, 90)
    assert costs_minor(learnt, early, on, ninety) == total
    pay(learnt, 6, total, on, today, early)
    assert (learnt.instalments, learnt.suspense_minor, learnt.status) == (
        at_once.instalments, at_once.suspense_minor, at_once.status)  # fmt: skip
    assert {a: m for a, m in books(learnt).items() if m} == {a: m for a, m in books(at_once).items() if m}
    assert all(each.principal_minor >= 0 and each.interest_minor >= 0 for each in learnt.instalments)
    assert sum(each.principal_minor for each in learnt.instalments) == 10_000_000
