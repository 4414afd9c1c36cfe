"""Money that comes early, late or not at all: figures of example E1 (domain.md §3.3), R-3.20, R-3.25.

However late something is learnt, the loan stands where one stands that was told at once.
"""

from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lives import balances, figures, pay, take_back, told

from loan_contracts.lending import (
    LoanSettled,
    PaymentRequested,
    RepaymentMissCorrected,
    RepaymentMissed,
    RepaymentReallocated,
    RepaymentReceived,
    RepaymentReversed,
)
from loan_servicekit.core import Conflict, DomainError, NotFound
from postloan_svc.domain.ledger.postings import Account
from postloan_svc.domain.loan.history import Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.refunds import confirm_refund, fail_refund, retry_refund

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
FEBRUARY, MARCH = date(2026, 2, 21), date(2026, 3, 21)
BEFORE_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


@pytest.fixture
def e1(a_loan: Loan) -> Loan:
    """E1, paid out on 2026-01-21, with its history."""
    a_loan.confirm_pay_out(a_loan.request_pay_out(), 10_000_000, date(2026, 1, 21), NOW)
    a_loan.take_facts()
    a_loan.past = Past([], list(a_loan.postings), {})
    return a_loan


def test_money_pays_what_was_due_on_the_day_that_it_was_received(e1: Loan) -> None:
    advance(e1, FEBRUARY, 90)
    pay(e1, 1, 888_488, FEBRUARY, MARCH)
    advance(e1, MARCH, 90)
    assert (e1.instalments[0].paid_on, e1.dpd(MARCH), e1.bucket) == (FEBRUARY, 0, "M0")
    assert owed_minor(e1, MARCH) == 888_488


def test_so_it_does_where_a_closing_has_brought_the_loan_to_a_later_day(e1: Loan) -> None:
    for days in range(29):
        advance(e1, FEBRUARY + timedelta(days=days), 90)
    assert (e1.status, e1.dpd(MARCH), [f.instalment_no for f in told(e1, RepaymentMissed)]) == ("OVERDUE", 28, [1])
    paid = pay(e1, 1, 888_488, FEBRUARY, MARCH)
    assert {(line.instalment_no, line.component) for line in paid.allocation.lines} == {
        (1, Component.INTEREST), (1, Component.PRINCIPAL)}  # fmt: skip
    assert (e1.status, e1.dpd(MARCH), e1.bucket, owed_minor(e1, MARCH)) == ("ACTIVE", 0, "M0", 888_488)
    assert [(f.instalment_no, f.business_date) for f in told(e1, RepaymentMissCorrected)] == [(1, MARCH)]
    booked = e1.postings[-1]
    assert (booked.value_date, booked.business_date) == (FEBRUARY, MARCH)


def test_money_of_an_earlier_day_is_taken_in_after_money_of_a_later_one(e1: Loan) -> None:
    fifth_of_march, twenty_sixth = date(2026, 3, 5), date(2026, 2, 26)
    advance(e1, fifth_of_march, 90)
    pay(e1, 1, 300_000, fifth_of_march, fifth_of_march)  # 12 days late: 47.31 + 6.00
    assert e1.instalments[0].penalty_minor + e1.instalments[0].compound_minor == 4_731 + 600
    pay(e1, 2, 600_000, twenty_sixth, fifth_of_march)
    # 5 days on all, then 7 days on what was left: 19.71 + 2.50, 18 %/360 x 7 x 2,907.09 = 10.17.
    first = e1.instalments[0]
    assert (first.penalty_minor, first.compound_minor) == (1_971 + 1_017, 250)
    assert [each.repayment_id for each in told(e1, RepaymentReallocated)] == [UUID(int=1)]
    taken_back = [each for each in e1.postings if each.reverses]
    assert len(taken_back) == 1 and taken_back[0].entries[0].account is Account.CUSTOMER_DEPOSITS
    assert (e1.dpd(fifth_of_march), e1.suspense_minor) == (0, 900_000 - 888_488 - 3_238)


def test_days_left_out_are_as_if_each_had_been_closed(e1: Loan) -> None:
    daily, at_once = deepcopy(e1), e1
    for loan in (daily, at_once):
        advance(loan, FEBRUARY, 90)
        pay(loan, 1, 1_000_000, FEBRUARY, FEBRUARY)
    for days in range(1, 90):
        advance(daily, FEBRUARY + timedelta(days=days), 90)
    advance(at_once, FEBRUARY + timedelta(days=89), 90)
    assert figures(daily) == figures(at_once)
    assert at_once.dpd(FEBRUARY) == (FEBRUARY + timedelta(days=89) - MARCH).days
    assert [fact.model_dump() for fact in daily.facts] == [fact.model_dump() for fact in at_once.facts]


@pytest.mark.parametrize("in_one_sum", [True, False])
def test_the_whole_balance_on_a_due_date_ends_the_loan_with_interest_to_the_day(e1: Loan, in_one_sum: bool) -> None:
    advance(e1, FEBRUARY, 90)
    for number, amount in enumerate([888_488 + 9_211_512] if in_one_sum else [888_488, 9_211_512]):
        pay(e1, number, amount, FEBRUARY, FEBRUARY)
    assert (e1.status, e1.settled_on, e1.suspense_minor) == ("SETTLED", FEBRUARY, 0)
    assert balances(e1) == {Account.INTEREST_INCOME: -100_000, Account.CUSTOMER_DEPOSITS: 100_000}
    assert len(told(e1, LoanSettled)) == 1
    (version,) = e1.schedules
    assert (version.number, version.made_by, version.effective_from) == (2, UUID(int=0 if in_one_sum else 1), FEBRUARY)
    assert [each.principal_minor for each in version.rows] == [788_488, 9_211_512]


def test_between_due_dates_the_days_that_have_passed_are_paid_as_in_example_e9(e1: Loan) -> None:
    for number in range(4):
        due = e1.instalments[number].due_on
        advance(e1, due, 90)
        pay(e1, number, 888_488, due, due)
    day = date(2026, 5, 31)
    short, exact = deepcopy(e1), e1
    pay(short, 9, 6_798_422 + 22_660, day, day)  # 67,984.22 + 226.61 without its fee, less one fen
    assert short.running
    pay(exact, 9, 6_798_422 + 22_661, day, day)
    assert (exact.status, exact.suspense_minor) == ("SETTLED", 0)


def test_what_is_left_over_goes_back_and_so_does_money_for_a_settled_loan(e1: Loan) -> None:
    advance(e1, FEBRUARY, 90)
    pay(e1, 1, 888_488 + 9_211_512 + 500, FEBRUARY, FEBRUARY)
    (order,) = told(e1, PaymentRequested)
    assert (order.amount_minor, order.customer_id) == (500, e1.contract.customer_id)
    pay(e1, 2, 888_488, MARCH, MARCH)  # the standing order of his bank
    assert len(told(e1, PaymentRequested)) == 1  # one at a time
    confirm_refund(e1, order.payment_id, MARCH)
    second = told(e1, PaymentRequested)[-1]
    assert (second.amount_minor, second.payment_id != order.payment_id) == (888_488, True)
    fail_refund(e1, "64")
    assert e1.suspense_minor == 888_488
    retry_refund(e1)
    with pytest.raises(Conflict, match="refund-not-open"):
        retry_refund(e1)
    confirm_refund(e1, UUID(str(e1.refund_id)), MARCH)
    assert balances(e1) == {Account.INTEREST_INCOME: -100_000, Account.CUSTOMER_DEPOSITS: 100_000}
    with pytest.raises(Conflict, match="repayment-refunded"):
        take_back(e1, 2, MARCH)


def test_more_than_the_loan_can_cost_needs_a_second_person(e1: Loan) -> None:
    with pytest.raises(Conflict, match="repayment-beyond-debt"):
        pay(e1, 1, 10_661_854, FEBRUARY, FEBRUARY)  # E1 costs 106,618.53
    assert e1.postings[1:] == [] and e1.facts == []
    pay(e1, 1, 10**14, FEBRUARY, FEBRUARY, released=True)
    assert e1.status is LoanStatus.SETTLED


def test_a_repayment_taken_back_leaves_the_loan_as_if_it_had_never_come(e1: Loan) -> None:
    never = deepcopy(e1)
    for loan in (e1, never):
        advance(loan, FEBRUARY, 90)
    pay(e1, 1, 888_488, FEBRUARY, FEBRUARY)
    for loan in (e1, never):
        advance(loan, MARCH, 90)
    take_back(e1, 1, MARCH)
    assert figures(e1) == figures(never)
    assert [(f.instalment_no, f.dpd) for f in told(e1, RepaymentMissed)] == [(1, 4)]
    assert [(f.amount_minor, f.business_date) for f in told(e1, RepaymentReversed)] == [(888_488, MARCH)]
    links = [each.reverses for each in e1.postings if each.reverses]
    taken = next(each for each in e1.postings if each.number == links[0])
    assert len(links) == 1 and taken.entries[0] == (Account.CUSTOMER_DEPOSITS, 888_488)
    last = e1.repayments[-1]
    assert (last.repayment_id, last.version, last.amount_minor, last.allocation.lines) == (UUID(int=1), 2, 0, ())
    with pytest.raises(Conflict, match="repayment-already-reversed"):
        take_back(e1, 1, MARCH)
    for unknown in (2, 1_001):  # a reversal is no repayment
        with pytest.raises(NotFound, match="repayment-not-found"):
            take_back(e1, unknown, MARCH)


def test_a_settled_loan_does_not_owe_again(e1: Loan) -> None:
    advance(e1, FEBRUARY, 90)
    pay(e1, 1, 888_488 + 9_211_512, FEBRUARY, FEBRUARY)
    before = (figures(e1), len(e1.facts), len(e1.postings))
    with pytest.raises(Conflict, match="loan-settled"):
        take_back(e1, 1, FEBRUARY)
    assert (figures(e1), len(e1.facts), len(e1.postings)) == before


MONEY = st.tuples(st.integers(0, 45), st.integers(0, 80), st.integers(1, 2_500_000), st.booleans())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, phases=BEFORE_SHRINKING)
@given(life=st.lists(MONEY, min_size=1, max_size=14))
def test_learnt_late_or_at_once_it_is_the_same_loan(life: list[tuple[int, int, int, bool]], e1: Loan) -> None:
    """A life in which money is recorded late and taken back, against one where each sum came on its day and what was
    taken back never came."""
    late, start = deepcopy(e1), date(2026, 1, 21)
    today, came = start, {}
    for number, (days, late_by, amount, back) in enumerate(life):
        today += timedelta(days=days)
        advance(late, today, 90)
        on = max(start, today - timedelta(days=late_by))
        try:
            pay(late, number, amount, on, today)
            came[number] = (on, amount)
            if back:
                take_back(late, number, today)
                del came[number]
        except DomainError:
            continue
    if late.refund_id:  # ordered and under way: suspense holds it still
        assert late.status is LoanStatus.SETTLED
    right = deepcopy(e1)
    for number, (on, amount) in sorted(came.items(), key=lambda each: (each[1][0], each[0])):
        advance(right, on, 90)
        pay(right, number, amount, on, on)
    advance(right, today, 90)
    assert figures(late) == figures(right)
    repaid = sum(each.principal_paid_minor for each in late.instalments)
    assert repaid + late.outstanding_principal_minor == 10_000_000
    assert late.suspense_minor >= 0 and all(min(each.owed()[1:]) >= 0 for each in late.instalments)
    last = {fact.repayment_id: fact for fact in late.facts if isinstance(fact, RepaymentReceived)}
    assert sum(fact.suspense_minor for fact in last.values()) == late.suspense_minor
