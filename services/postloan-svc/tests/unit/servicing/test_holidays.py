"""Payments that are due while nobody works (domain.md R-3.7, R-3.8): E1 from 2026-09-01, first due on National Day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from loan_contracts.lending import RepaymentDue, RepaymentMissed
from loan_contracts.values import HolidayRule
from loan_servicekit.core.working_days import WorkingDays, days_of
from postloan_svc.domain.delinquency.holidays import moved_to
from postloan_svc.domain.loan.history import Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay, reverse

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
DAYS = WorkingDays(
    holidays=days_of("2026-09-25/2026-09-27 2026-10-01/2026-10-07"), worked_weekends=days_of("2026-10-10")
)
FOLLOWING, MODIFIED, NONE = HolidayRule.FOLLOWING, HolidayRule.MODIFIED_FOLLOWING, HolidayRule.NONE


def ninety(day: date) -> int:
    return 90


def october(day: int) -> date:
    return date(2026, 10, day)


@pytest.fixture
def e1(a_loan: Loan, request: pytest.FixtureRequest) -> Loan:
    """E1, paid out on 2026-09-01, with a rule and days of grace."""
    rule, grace_days = getattr(request, "param", (FOLLOWING, 0))
    contract = replace(a_loan.contract, holiday_rule=rule, grace_days=grace_days)
    loan = Loan.book(contract, date(2026, 9, 1))
    loan.confirm_pay_out(loan.request_pay_out(), 10_000_000, date(2026, 9, 1), NOW)
    loan.working_days, loan.past = DAYS, Past([], list(loan.postings), {})
    return loan


@pytest.mark.parametrize(
    ("due_on", "rule", "found"),
    [
        ("2026-10-01", NONE, None),
        ("2026-10-01", FOLLOWING, "2026-10-08"),
        ("2026-09-25", FOLLOWING, "2026-09-28"),
        ("2026-10-10", FOLLOWING, None),  # a Saturday that is worked
        ("2026-10-08", FOLLOWING, None),
        ("2026-10-31", FOLLOWING, "2026-11-02"),
        ("2026-10-31", MODIFIED, None),  # the next working day lies in November
        ("2026-10-01", MODIFIED, "2026-10-08"),
    ],
)
def test_where_holidays_move_a_payment(due_on: str, rule: HolidayRule, found: str | None) -> None:
    assert moved_to(date.fromisoformat(due_on), rule, DAYS) == (found and date.fromisoformat(found))


@pytest.mark.parametrize(
    ("e1", "paid_on", "dpd", "charged"),
    [
        ((FOLLOWING, 0), 8, 0, 0),
        ((FOLLOWING, 0), 9, 8, 3_154 + 400),
        ((FOLLOWING, 3), 11, 0, 0),
        ((FOLLOWING, 3), 12, 11, 4_337 + 550),
        ((NONE, 0), 8, 7, 2_760 + 350),
        ((NONE, 3), 4, 0, 0),
    ],
    indirect=["e1"],
)
def test_the_next_working_day_is_in_time_and_a_later_one_is_late_from_the_due_date(
    e1: Loan, paid_on: int, dpd: int, charged: int
) -> None:
    advance(e1, october(paid_on), 90)
    assert e1.dpd(october(paid_on)) == dpd
    missed = [fact.dpd for fact in e1.facts if isinstance(fact, RepaymentMissed)]
    assert len(missed) == (1 if dpd else 0)
    repayment = repay(e1, Receipt(UUID(int=1), 888_488 + charged, october(paid_on)), october(paid_on), ninety)
    assert sum(line.amount_minor for line in repayment.allocation.lines) == 888_488 + charged
    assert e1.dpd(october(paid_on)) == 0 and e1.suspense_minor == 0
    assert e1.instalment(1).paid_on == october(paid_on)


def test_it_is_told_up_to_when_a_payment_is_in_time(e1: Loan) -> None:
    advance(e1, date(2026, 11, 1), 90)
    told = {fact.due_date: fact.payable_on for fact in e1.facts if isinstance(fact, RepaymentDue)}
    assert told == {october(1): october(8), date(2026, 11, 1): date(2026, 11, 2)}  # a Sunday
    assert [fact.due_date for fact in e1.facts if isinstance(fact, RepaymentMissed)] == [october(1)]


def test_a_repayment_that_is_taken_back_is_owed_as_holidays_had_it(e1: Loan) -> None:
    advance(e1, october(8), 90)
    repay(e1, Receipt(UUID(int=1), 888_488, october(8)), october(8), ninety)
    reverse(e1, UUID(int=2), UUID(int=1), october(8), ninety)
    assert e1.dpd(october(8)) == 0 and e1.instalment(1).payable_on == october(8)
    advance(e1, october(9), 90)
    assert e1.dpd(october(9)) == 8


def test_which_days_are_worked_must_be_known(e1: Loan) -> None:
    e1.working_days = None
    with pytest.raises(AssertionError, match="working days were not loaded"):
        advance(e1, october(1), 90)
