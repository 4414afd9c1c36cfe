"""The life of a loan: booking, pay-out, instalments falling due, missed and repaid, settlement."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from example_loans import a_contract
from hypothesis import given
from hypothesis import strategies as st

from loan_contracts.lending import (
    LoanDisbursed,
    LoanDisbursementFailed,
    LoanSettled,
    PaymentDirection,
    PaymentRequested,
    RepaymentDue,
    RepaymentMissed,
    RepaymentReceived,
)
from loan_contracts.message import Message
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import Conflict, DomainError, Invalid
from postloan_svc.domain.calendar.business_day import BusinessCalendar
from postloan_svc.domain.calendar.day_closing import AGEING, ClosingShard, DayClosing, Place, Step, shards
from postloan_svc.domain.ledger.allocations import Profile, Repayment
from postloan_svc.domain.ledger.postings import Account
from postloan_svc.domain.loan.history import Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.servicing import servicing
from postloan_svc.domain.servicing.accrual import accrued
from postloan_svc.domain.servicing.ageing import Day, advance, next_event_on
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.repayments import Receipt

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
VALUE_DATE = date(2026, 1, 21)
REPAYMENT = UUID(int=77)
NON_ACCRUAL_AFTER = 90
NEED_MORE = {RepaymentMethod.STAGED, RepaymentMethod.BALLOON}  # than a contract says


def a_running_loan(**changes: Any) -> Loan:
    loan = Loan.book(a_contract(**changes), VALUE_DATE)
    loan.confirm_pay_out(loan.request_pay_out(), loan.contract.principal_minor, VALUE_DATE, NOW)
    loan.take_facts()
    return loan


def non_accrual(day: date) -> int:
    return NON_ACCRUAL_AFTER


def remembering(loan: Loan) -> Loan:
    """A loan with its history, as a correction gets it."""
    if loan.past is None:
        loan.past = Past(list(loan.events), list(loan.postings), {each.repayment_id: each for each in loan.repayments})
    return loan


def repay(loan: Loan, repayment_id: UUID, amount: int, received_on: date, today: date) -> Repayment:
    return servicing.repay(remembering(loan), Receipt(repayment_id, amount, received_on), today, non_accrual)


def reverse(loan: Loan, repayment_id: UUID, today: date) -> None:
    servicing.reverse(remembering(loan), UUID(int=repayment_id.int + 10_000), repayment_id, today, non_accrual)


def on(day: str) -> date:
    return date.fromisoformat(day)


def told(loan: Loan, kind: type[Message]) -> list[Any]:
    return [fact for fact in loan.facts if isinstance(fact, kind)]


def refused(code: str, kind: type[DomainError] = Conflict) -> Any:
    return pytest.raises(kind, match=f"^{code}: ")


# Booking and pay-out


def test_a_booked_loan_asks_for_its_pay_out_once() -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    assert (loan.status, loan.loan_no) == (LoanStatus.PENDING, "HT2026010001-01")
    payment_id = loan.request_pay_out()
    (asked,) = told(loan, PaymentRequested)
    assert (asked.payment_id, asked.amount_minor, asked.direction) == (payment_id, 10_000_000, PaymentDirection.PAY_OUT)
    assert loan.status == "DISBURSING"
    with refused("pay-out-already-requested"):
        loan.request_pay_out()


def test_a_contract_has_one_loan_and_an_attempt_one_payment_whoever_books_it() -> None:
    first, again = Loan.book(a_contract(), VALUE_DATE), Loan.book(a_contract(), VALUE_DATE)
    assert first.id == again.id != Loan.book(a_contract(contract_no="HT2026010002"), VALUE_DATE).id
    assert first.request_pay_out() == again.request_pay_out()
    with refused("loan-already-booked"):
        Loan.book(a_contract(), VALUE_DATE, existing=first)


def test_terms_that_give_no_schedule_are_refused_before_money_moves() -> None:
    with refused("schedule-not-amortising", Invalid):
        Loan.book(a_contract(principal_minor=7), VALUE_DATE)
    with refused("schedule-terms-invalid", Invalid):
        Loan.book(a_contract(term_months=0), VALUE_DATE)


def test_a_settled_pay_out_makes_the_schedule_and_starts_the_loan() -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    loan.confirm_pay_out(loan.request_pay_out(), 10_000_000, VALUE_DATE, NOW)
    (fact,) = told(loan, LoanDisbursed)
    assert (fact.value_date, fact.first_due_date, fact.maturity_date) == (
        VALUE_DATE, on("2026-02-21"), on("2027-01-21"))  # fmt: skip
    assert (fact.instalment_minor, fact.principal_minor, fact.sequence) == (888_488, 10_000_000, 2)
    assert loan.status == LoanStatus.ACTIVE and loan.outstanding_principal_minor == 10_000_000
    assert loan.postings[0].entries == ((Account.LOAN_PRINCIPAL, 10_000_000), (Account.CUSTOMER_DEPOSITS, -10_000_000))


def test_a_pay_out_is_settled_once() -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    payment_id = loan.request_pay_out()
    loan.confirm_pay_out(payment_id, 10_000_000, VALUE_DATE, NOW)
    for again in (lambda: loan.confirm_pay_out(payment_id, 10_000_000, VALUE_DATE, NOW),
                  lambda: loan.fail_pay_out(payment_id, "51", NOW)):  # fmt: skip
        with refused("pay-out-not-expected"):
            again()
    assert len(told(loan, LoanDisbursed)) == 1


def test_a_payment_that_is_not_the_loans_own_is_refused() -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    loan.request_pay_out()
    with refused("pay-out-not-expected"):
        loan.confirm_pay_out(UUID(int=9), 10_000_000, VALUE_DATE, NOW)


@pytest.mark.parametrize("amount", [9_999_999, 10_000_001])
def test_less_or_more_than_the_principal_is_no_pay_out(amount: int) -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    payment_id = loan.request_pay_out()
    with refused("pay-out-amount-differs"):
        loan.confirm_pay_out(payment_id, amount, VALUE_DATE, NOW)
    assert loan.status == LoanStatus.DISBURSING and not loan.instalments


def test_a_failed_pay_out_may_be_asked_for_again_under_a_new_payment() -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    first = loan.request_pay_out()
    loan.fail_pay_out(first, "51", NOW)
    (fact,) = told(loan, LoanDisbursementFailed)
    assert (loan.status, fact.code, fact.payment_id) == (LoanStatus.FAILED, "51", first)
    second = loan.request_pay_out()
    assert second != first
    with refused("pay-out-not-expected"):
        loan.confirm_pay_out(first, 10_000_000, VALUE_DATE, NOW)
    loan.confirm_pay_out(second, 10_000_000, VALUE_DATE, NOW)
    assert loan.status == LoanStatus.ACTIVE


# Falling due and being missed


def test_an_instalment_falls_due_on_its_day_and_is_told_once() -> None:
    loan = a_running_loan()
    assert next_event_on(loan) == on("2026-02-21")
    assert advance(loan, on("2026-02-20"), NON_ACCRUAL_AFTER) == Day(0, 0)
    assert advance(loan, on("2026-02-21"), NON_ACCRUAL_AFTER) == Day(1, 0)
    (fact,) = told(loan, RepaymentDue)
    assert (fact.instalment_no, fact.principal_minor, fact.interest_minor, fact.total_minor) == (
        1, 788_488, 100_000, 888_488)  # fmt: skip
    assert loan.postings[-1].entries == ((Account.INTEREST_RECEIVABLE, 100_000), (Account.ACCRUED_INTEREST, -100_000))
    facts, postings = len(loan.facts), len(loan.postings)
    assert advance(loan, on("2026-02-21"), NON_ACCRUAL_AFTER) == Day(0, 0)
    assert (len(loan.facts), len(loan.postings)) == (facts, postings)


def test_an_unpaid_instalment_is_missed_after_grace_with_days_from_its_due_date() -> None:
    loan = a_running_loan()
    advance(loan, on("2026-02-21"), NON_ACCRUAL_AFTER)
    assert next_event_on(loan) == on("2026-02-25")
    assert advance(loan, on("2026-02-24"), NON_ACCRUAL_AFTER) == Day(0, 0)
    assert loan.status == LoanStatus.ACTIVE and loan.dpd(on("2026-02-24")) == 0
    assert advance(loan, on("2026-02-25"), NON_ACCRUAL_AFTER) == Day(0, 1)
    (fact,) = told(loan, RepaymentMissed)
    assert (fact.instalment_no, fact.dpd, fact.bucket, fact.overdue_minor) == (1, 4, "M1", 888_488)
    assert loan.status == LoanStatus.OVERDUE and loan.bucket == "M1"
    assert advance(loan, on("2026-02-25"), NON_ACCRUAL_AFTER) == Day(0, 0)
    assert len(told(loan, RepaymentMissed)) == 1


def test_days_left_out_are_caught_up_by_the_next_run() -> None:
    daily, late = a_running_loan(), a_running_loan()
    day = VALUE_DATE
    while day < on("2026-06-01"):
        day += timedelta(days=1)
        advance(daily, day, NON_ACCRUAL_AFTER)
    advance(late, day, NON_ACCRUAL_AFTER)
    for loan in (daily, late):
        assert [fact.instalment_no for fact in told(loan, RepaymentDue)] == [1, 2, 3, 4]
        assert [fact.instalment_no for fact in told(loan, RepaymentMissed)] == [1, 2, 3, 4]
    assert daily.dpd(day) == late.dpd(day) == 100
    assert daily.bucket == late.bucket == "M4" and daily.profile is late.profile is Profile.B


def test_the_bucket_and_the_profile_change_on_their_days_and_the_change_is_told() -> None:
    loan = a_running_loan()
    seen: dict[str, tuple[str, str]] = {}
    for days in range(100):
        day = on("2026-02-21") + timedelta(days=days)
        advance(loan, day, NON_ACCRUAL_AFTER)
        seen[day.isoformat()] = (loan.bucket, loan.profile)
    assert seen["2026-02-25"] == ("M1", "A")  # day 4, the first after grace
    assert (seen["2026-03-23"], seen["2026-03-24"]) == (("M1", "A"), ("M2", "A"))  # days 30 and 31
    assert (seen["2026-05-22"], seen["2026-05-23"]) == (("M3", "A"), ("M4", "B"))  # days 90 and 91
    assert [fact.detail["bucket"] for fact in told(loan, AuditRecorded)] == ["M1", "M2", "M3", "M4"]


def test_a_day_that_a_loan_has_passed_changes_nothing() -> None:
    loan = a_running_loan()
    advance(loan, on("2026-05-23"), NON_ACCRUAL_AFTER)
    facts = len(loan.facts)
    assert advance(loan, on("2026-03-01"), NON_ACCRUAL_AFTER) == Day(0, 0)
    assert (len(loan.facts), loan.bucket, loan.profile, loan.status) == (facts, "M4", Profile.B, LoanStatus.OVERDUE)
    assert loan.dpd(on("2026-03-01")) == loan.dpd(on("2026-05-23")) == 91


def test_a_loan_that_is_not_running_does_not_age() -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    assert advance(loan, on("2030-01-01"), NON_ACCRUAL_AFTER) == Day(0, 0)
    assert loan.facts == [] and next_event_on(loan) is None


# Repayments


def test_a_repayment_on_the_due_day_pays_the_instalment() -> None:
    loan = a_running_loan()
    advance(loan, on("2026-02-21"), NON_ACCRUAL_AFTER)
    repay(loan, REPAYMENT, 888_488, on("2026-02-21"), on("2026-02-21"))
    (fact,) = told(loan, RepaymentReceived)
    assert (fact.interest_minor, fact.principal_minor, fact.suspense_minor, fact.profile) == (100_000, 788_488, 0, "A")
    assert fact.outstanding_principal_minor == 9_211_512
    assert loan.postings[-1].entries == (
        (Account.CUSTOMER_DEPOSITS, 888_488),
        (Account.INTEREST_RECEIVABLE, -100_000),
        (Account.LOAN_PRINCIPAL, -788_488),
    )
    assert advance(loan, on("2026-03-20"), NON_ACCRUAL_AFTER) == Day(0, 0)


def test_a_late_repayment_pays_penalty_and_compound_interest_as_in_example_e8() -> None:
    loan = a_running_loan(grace_days=0)
    for number, day in enumerate(["2026-02-21", "2026-03-21"], start=1):
        advance(loan, on(day), NON_ACCRUAL_AFTER)
        repay(loan, UUID(int=number), 888_488, on(day), on(day))
    advance(loan, on("2026-04-21"), NON_ACCRUAL_AFTER)
    advance(loan, on("2026-05-08"), NON_ACCRUAL_AFTER)
    assert owed_minor(loan, on("2026-05-08")) == 896_040
    taken = repay(loan, REPAYMENT, 896_040, on("2026-05-08"), on("2026-05-08"))
    assert taken.allocation.total(Component.PENALTY) == 6_837
    assert taken.allocation.total(Component.COMPOUND) == 715
    assert loan.status == LoanStatus.ACTIVE and loan.dpd(on("2026-05-08")) == 0 and loan.suspense_minor == 0
    assert (Account.PENALTY_INCOME, -7_552) in loan.postings[-1].entries


@pytest.mark.parametrize(("paid_on", "penalty"), [("2026-02-24", 0), ("2026-02-25", 1_577)])
def test_grace_frees_from_penalty_and_its_end_brings_all_days_back(paid_on: str, penalty: int) -> None:
    loan = a_running_loan()
    advance(loan, on("2026-02-21"), NON_ACCRUAL_AFTER)
    advance(loan, on(paid_on), NON_ACCRUAL_AFTER)
    taken = repay(loan, REPAYMENT, 1_000_000, on(paid_on), on(paid_on))
    assert taken.allocation.total(Component.PENALTY) == penalty  # 7,884.88 × 18 % / 360 × 4 days


def test_a_repayment_imported_late_is_judged_by_the_day_it_was_received() -> None:
    loan = a_running_loan()
    advance(loan, on("2026-02-25"), NON_ACCRUAL_AFTER)
    assert loan.status == LoanStatus.OVERDUE
    taken = repay(loan, REPAYMENT, 888_488, on("2026-02-24"), on("2026-02-25"))
    assert taken.allocation.total(Component.PENALTY) == 0
    assert loan.status == LoanStatus.ACTIVE


def test_a_partial_repayment_is_charged_on_what_stays_open_from_then_on() -> None:
    loan = a_running_loan(grace_days=0)
    advance(loan, on("2026-02-21"), NON_ACCRUAL_AFTER)
    advance(loan, on("2026-03-03"), NON_ACCRUAL_AFTER)
    # Ten days at 18 %/360: 39.42 on 7,884.88 and 5.00 on 1,000.00; the rest of 3,000.00 pays interest and principal.
    first = repay(loan, UUID(int=1), 300_000, on("2026-03-03"), on("2026-03-03"))
    assert [(line.component.value, line.amount_minor) for line in first.allocation.lines] == [
        ("PENALTY", 3_942), ("COMPOUND", 500), ("INTEREST", 100_000), ("PRINCIPAL", 195_558)]  # fmt: skip
    assert loan.status == LoanStatus.OVERDUE
    # Ten days more on the 5,929.30 that is left: 29.65 (29.6465).
    assert owed_minor(loan, on("2026-03-13")) == 592_930 + 2_965


def test_beyond_ninety_days_principal_comes_before_interest() -> None:
    loan = a_running_loan(grace_days=0)
    advance(loan, on("2026-05-23"), NON_ACCRUAL_AFTER)
    taken = repay(loan, REPAYMENT, 1_000_000, on("2026-05-23"), on("2026-05-23"))
    assert taken.allocation.profile is Profile.B
    assert {line.component for line in taken.allocation.lines} == {Component.PRINCIPAL}


def test_a_loan_whose_scheduled_amounts_are_paid_is_no_longer_overdue_though_late_charges_are() -> None:
    loan = a_running_loan()
    advance(loan, on("2026-05-26"), NON_ACCRUAL_AFTER)
    assert (loan.dpd(on("2026-05-26")), loan.bucket, loan.profile) == (94, "M4", Profile.B)
    taken = repay(loan, REPAYMENT, 4 * 888_488, on("2026-05-26"), on("2026-05-26"))  # 35,539.52
    assert {line.component for line in taken.allocation.lines} == {Component.PRINCIPAL, Component.INTEREST}
    assert (loan.status, loan.dpd(on("2026-05-26")), loan.bucket) == (LoanStatus.ACTIVE, 0, "M0")
    # 94, 66, 35 and 5 days at 18 %/360 of the first four rows of E1: 370.59 + 262.80 + 140.76 + 20.31 and 47.00 +
    # 30.40 + 14.73 + 1.90. They stay owed, bear nothing themselves and keep the loan from being settled.
    assert owed_minor(loan, on("2026-05-26")) == owed_minor(loan, on("2026-06-20")) == 79_446 + 9_403
    assert [each.paid_on for each in loan.instalments[:4]] == [None] * 4
    assert next_event_on(loan) == on("2026-06-21")
    advance(loan, on("2026-06-25"), NON_ACCRUAL_AFTER)
    assert (loan.status, loan.dpd(on("2026-06-25")), loan.bucket) == (LoanStatus.OVERDUE, 4, "M1")
    assert [fact.instalment_no for fact in told(loan, RepaymentMissed)] == [1, 2, 3, 4, 5]
    assert loan.profile is Profile.B  # until the loan is upgraded


def test_late_charges_that_are_left_are_paid_like_any_debt_and_close_the_instalment() -> None:
    loan = a_running_loan(grace_days=0)
    advance(loan, on("2026-05-23"), NON_ACCRUAL_AFTER)
    repay(loan, UUID(int=1), 4 * 888_488, on("2026-05-23"), on("2026-05-23"))
    left = owed_minor(loan, on("2026-05-23"))
    taken = repay(loan, UUID(int=2), left, on("2026-05-30"), on("2026-05-30"))
    assert {line.component for line in taken.allocation.lines} == {Component.PENALTY, Component.COMPOUND}
    assert taken.allocation.excess_minor == 0
    assert [each.paid_on for each in loan.instalments[:4]] == [on("2026-05-30")] * 4


def test_a_repayment_beside_a_closing_run_leaves_a_loan_that_was_advanced_on_its_day() -> None:
    loan = a_running_loan()
    advance(loan, on("2026-02-21"), NON_ACCRUAL_AFTER)
    advance(loan, on("2026-02-25"), NON_ACCRUAL_AFTER)  # the calendar still says the 24th, the last day of grace
    repay(loan, REPAYMENT, 100_000, on("2026-02-24"), on("2026-02-24"))
    assert (loan.status, loan.bucket, loan.dpd(on("2026-02-24"))) == (LoanStatus.OVERDUE, "M1", 4)
    (fact,) = told(loan, RepaymentReceived)
    assert (fact.business_date, loan.postings[-1].business_date) == (on("2026-02-25"), on("2026-02-25"))
    assert next_event_on(loan) == on("2026-03-21")  # an overdue loan is looked at every day beside
    repay(loan, UUID(int=78), 788_488, on("2026-02-24"), on("2026-02-24"))
    assert (loan.status, loan.bucket) == (LoanStatus.ACTIVE, "M0")


def test_repayments_within_grace_may_be_imported_in_any_order() -> None:
    loan = a_running_loan()
    advance(loan, on("2026-02-24"), NON_ACCRUAL_AFTER)
    repay(loan, UUID(int=1), 400_000, on("2026-02-24"), on("2026-02-24"))
    repay(loan, UUID(int=2), 488_488, on("2026-02-22"), on("2026-02-24"))
    assert loan.instalments[0].paid_on and loan.suspense_minor == 0


def test_an_excess_waits_in_suspense_and_pays_the_next_instalment_in_time() -> None:
    loan = a_running_loan()
    advance(loan, on("2026-02-21"), NON_ACCRUAL_AFTER)
    repay(loan, REPAYMENT, 2_000_000, on("2026-02-21"), on("2026-02-21"))
    assert loan.suspense_minor == 1_111_512
    loan.take_facts()
    assert advance(loan, on("2026-03-21"), NON_ACCRUAL_AFTER) == Day(1, 0)
    (fact,) = told(loan, RepaymentReceived)
    assert (fact.amount_minor, fact.suspense_minor, fact.principal_minor, fact.interest_minor) == (
        0, -888_488, 796_373, 92_115)  # fmt: skip
    assert loan.suspense_minor == 223_024
    assert advance(loan, on("2026-03-25"), NON_ACCRUAL_AFTER) == Day(0, 0)
    assert advance(loan, on("2026-04-21"), NON_ACCRUAL_AFTER) == Day(1, 0)
    assert loan.suspense_minor == 0
    assert advance(loan, on("2026-04-25"), NON_ACCRUAL_AFTER) == Day(0, 1)
    assert told(loan, RepaymentMissed)[0].overdue_minor == 888_488 - 223_024


@pytest.mark.parametrize("amount", [0, -100])
def test_a_repayment_of_nothing_is_refused_and_charges_nothing(amount: int) -> None:
    loan = a_running_loan(grace_days=0)
    advance(loan, on("2026-03-01"), NON_ACCRUAL_AFTER)
    owed = owed_minor(loan, on("2026-03-01"))
    with refused("repayment-amount-invalid", Invalid) as refusal:
        repay(loan, REPAYMENT, amount, on("2026-03-01"), on("2026-03-01"))
    assert [error.pointer for error in refusal.value.errors] == ["/amount_minor"]
    assert loan.instalments[0].penalty_minor == 0 and owed_minor(loan, on("2026-03-01")) == owed


@pytest.mark.parametrize("received_on", ["2026-01-20", "2026-02-22"])
def test_a_repayment_from_before_the_value_date_or_from_tomorrow_is_refused(received_on: str) -> None:
    loan = a_running_loan()
    with refused("repayment-date-invalid", Invalid):
        repay(loan, REPAYMENT, 100, on(received_on), on("2026-02-21"))


def test_a_loan_that_is_not_running_takes_no_repayment() -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    with refused("loan-not-repayable"):
        repay(loan, REPAYMENT, 100, VALUE_DATE, VALUE_DATE)


def test_a_loan_repaid_to_the_end_is_settled_and_its_books_are_even() -> None:
    loan = a_running_loan()
    for number in range(1, 13):
        day = loan.instalments[number - 1].due_on
        advance(loan, day, NON_ACCRUAL_AFTER)
        repay(loan, UUID(int=number), 888_488, day, day)
    assert loan.status == LoanStatus.SETTLED and loan.settled_on == on("2027-01-21")
    assert len(told(loan, LoanSettled)) == 1
    assert loan.outstanding_principal_minor == 0 and loan.suspense_minor == 3  # the last instalment asks 0.03 less
    back = told(loan, PaymentRequested)[-1]
    assert (back.amount_minor, back.direction, back.payment_id) == (3, PaymentDirection.REFUND, loan.refund_id)
    balances: dict[Account, int] = {}
    for posting in loan.postings:
        assert sum(entry.amount_minor for entry in posting.entries) == 0
        for entry in posting.entries:
            balances[entry.account] = balances.get(entry.account, 0) + entry.amount_minor
    assert balances[Account.LOAN_PRINCIPAL] == balances[Account.INTEREST_RECEIVABLE] == 0
    assert balances[Account.ACCRUED_INTEREST] == -accrued(loan, on("2027-01-21")).on_minor == -661_853
    assert balances[Account.SUSPENSE] == -3


def test_every_fact_of_a_loan_has_the_next_sequence_number() -> None:
    loan = Loan.book(a_contract(), VALUE_DATE)
    loan.confirm_pay_out(loan.request_pay_out(), 10_000_000, VALUE_DATE, NOW)
    advance(loan, on("2026-05-23"), NON_ACCRUAL_AFTER)
    assert [fact.sequence for fact in loan.facts] == list(range(1, len(loan.facts) + 1))


@given(
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 3), st.integers(1, 3_000_000)), min_size=1, max_size=25),
    st.sampled_from([each for each in RepaymentMethod if each not in NEED_MORE]),
)
def test_whatever_is_paid_and_when_no_fen_is_lost(steps: list[tuple[int, int, int]], method: RepaymentMethod) -> None:
    loan = a_running_loan(method=method)
    today, received = VALUE_DATE, 0
    for number, (days, late_by, amount) in enumerate(steps):
        today += timedelta(days=days)
        advance(loan, today, NON_ACCRUAL_AFTER)
        if loan.running:
            repay(loan, UUID(int=number), amount, max(VALUE_DATE, today - timedelta(days=late_by)), today)
            received += amount
    balances = dict.fromkeys(Account, 0)
    for posting in loan.postings:
        assert sum(entry.amount_minor for entry in posting.entries) == 0
        for entry in posting.entries:
            balances[entry.account] += entry.amount_minor
    assert balances[Account.CUSTOMER_DEPOSITS] == received - 10_000_000
    assert balances[Account.LOAN_PRINCIPAL] == loan.outstanding_principal_minor >= 0
    assert balances[Account.SUSPENSE] == -loan.suspense_minor <= 0
    assert all(min(each.owed()[1:]) >= 0 for each in loan.instalments)
    told_of = {fact.repayment_id: fact for fact in told(loan, RepaymentReceived)}.values()  # the last word on each
    assert sum(
        fact.fee_minor + fact.penalty_minor + fact.compound_minor + fact.interest_minor + fact.principal_minor
        + fact.suspense_minor - fact.amount_minor
        for fact in told_of
    ) == 0  # fmt: skip
    assert (loan.status == LoanStatus.SETTLED) == all(each.paid_on for each in loan.instalments)
    if loan.running:
        assert (loan.status == LoanStatus.OVERDUE) == (loan.dpd(today) > 0)


# The business date


def test_a_run_counts_each_loan_once_and_none_after_its_end() -> None:
    closing = DayClosing.begin(on("2026-02-21"), "u-finance", 1, NOW)
    [shard] = closing.parts()
    loans = [Place(on("2026-02-22"), UUID(int=number)) for number in (3, 5, 8)]
    loans += [Place(AGEING, UUID(int=number)) for number in (1, 4)]
    assert shard.remaining(loans) == []  # interest first
    shard.count_accruals(4, UUID(int=5))
    shard.count_accruals(1, None)
    shard.count(shard.remaining(loans[:3]), Day(3, 1), more=True)
    assert shard.remaining(loans[:3]) == []
    assert shard.remaining(loans[1:]) == loans[3:]
    assert closing.counted([shard]).step is Step.ADVANCE
    shard.count(shard.remaining(loans[1:]), Day(1, 0), more=False)
    assert (shard.loans, shard.reached) == (5, loans[-1])
    assert shard.remaining([Place(AGEING, UUID(int=9))]) == []
    closing.counted([shard])
    assert (closing.step, closing.loans, closing.totals, closing.accruals) == (Step.END, 5, Day(4, 1), 5)


def test_each_loan_is_in_one_shard_of_a_run() -> None:
    parts = shards(8)
    assert (parts[0].behind, parts[-1].last) == (UUID(int=0), UUID(int=(1 << 128) - 1))
    assert all(one.last == following.behind for one, following in pairwise(parts))
    first, second = (ClosingShard.of(on("2026-02-21"), part) for part in parts[:2])
    first.step, second.step = Step.DONE, Step.ACCRUE
    closing = DayClosing.begin(on("2026-02-21"), "u-finance", 2, NOW)
    assert closing.counted([first, second]).step is Step.ACCRUE  # that of the slowest


def test_a_business_day_is_closed_once_and_moves_the_date() -> None:
    calendar = BusinessCalendar(on("2026-02-21"))
    assert calendar.close(on("2026-02-21"), 5, Day(2, 1), NOW) == on("2026-02-22")
    (fact,) = calendar.facts
    assert fact.model_dump(include={"business_date", "loans", "due", "missed"}) == {
        "business_date": on("2026-02-21"), "loans": 5, "due": 2, "missed": 1}  # fmt: skip
    with refused("business-day-not-open"):
        calendar.close(on("2026-02-21"), 5, Day(2, 1), NOW)
