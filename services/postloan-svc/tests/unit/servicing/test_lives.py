"""Generated lives of loans: money and changes in any order, learnt late or at once, taken back or not.

Whatever happens, what was lent is accounted for, the books say what the loan says, nothing is negative, nothing is
charged beyond the line on all charges, and the loan stands where one stands that was told everything on its day.
"""

from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from example_loans import a_contract
from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st
from lives import balances, figures, ninety, pay, take_back

from loan_contracts.values import (
    AS_USUAL,
    DayCount,
    FloatingRate,
    PeriodUnit,
    RepaymentMethod,
    RepaymentPeriod,
    RepaymentTerms,
    Tenor,
)
from loan_servicekit.core import DomainError
from postloan_svc.domain.ledger.allocations import Axis
from postloan_svc.domain.ledger.postings import Account
from postloan_svc.domain.loan import changes
from postloan_svc.domain.loan.changes import Change
from postloan_svc.domain.loan.history import Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.servicing.accrual import interest_due_minor
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.changes import changing
from postloan_svc.domain.servicing.replay import replayed
from postloan_svc.domain.servicing.settlement import accrued_minor

START = date(2026, 1, 21)
PRINCIPAL = 10_000_000
CAP = Fraction(24, 100)
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a shorter story costs minutes and says no more

METHODS = st.sampled_from(
    [
        RepaymentMethod.EQUAL_INSTALMENT,
        RepaymentMethod.EQUAL_PRINCIPAL,
        RepaymentMethod.INTEREST_FIRST,
        RepaymentMethod.AT_MATURITY,
    ]
)
WEEKS, DAYS = (RepaymentPeriod(count=2, unit=PeriodUnit.WEEK), RepaymentPeriod(count=10, unit=PeriodUnit.DAY))
STAGES = (*[0] * 3, *[500_000] * 6, 0, 0, 7_000_000)
DATES = tuple(START + timedelta(days=days) for days in (20, 75, 160, 161, 340))
TIED = FloatingRate(tenor=Tenor.ONE_YEAR, lpr=Decimal("0.03"), spread_bp=900, cycle_months=1, ceiling=Decimal("0.14"))
PLANS = st.sampled_from(
    [
        (RepaymentMethod.EQUAL_INSTALMENT, RepaymentTerms(every=WEEKS, periods=26)),
        (RepaymentMethod.EQUAL_PRINCIPAL, RepaymentTerms(every=RepaymentPeriod(count=3), day_count=DayCount.ACT_ACT)),
        (RepaymentMethod.INTEREST_FIRST, RepaymentTerms(every=DAYS, periods=36, day_count=DayCount.ACT_365)),
        (RepaymentMethod.INTEREST_FIRST, RepaymentTerms(due_day=5, day_count=DayCount.THIRTY_E_360)),
        (RepaymentMethod.AT_MATURITY, RepaymentTerms(day_count=DayCount.ACT_ACT)),
        (RepaymentMethod.EQUAL_INSTALMENT, RepaymentTerms(due_day=31, day_count=DayCount.THIRTY_E_360)),
        (RepaymentMethod.BALLOON, RepaymentTerms(balloon_minor=4_000_000)),
        (RepaymentMethod.STAGED, RepaymentTerms(principals=STAGES, day_count=DayCount.THIRTY_E_360)),
        (RepaymentMethod.EQUAL_INSTALMENT, RepaymentTerms(floating=TIED)),
        (RepaymentMethod.INTEREST_FIRST, RepaymentTerms(floating=TIED, every=RepaymentPeriod(count=2))),
        (RepaymentMethod.STAGED, RepaymentTerms(principals=(0, 3_000_000, 1, 2_999_999, 4_000_000), due_on=DATES)),
    ]
)
"""Every kind of schedule that a contract can say beside the usual ones."""
RATES = st.sampled_from([Decimal("0"), Decimal("0.06"), Decimal("0.12"), Decimal("0.155"), Decimal("0.18")])
DAYS_AFTER = st.integers(1, 90).map(lambda days: START + timedelta(days=days * 4))
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(changes.Extension, st.integers(1, 12), st.none() | RATES),
    st.builds(changes.RateAgreed, RATES),
    st.builds(changes.InterestPause, DAYS_AFTER),
    st.builds(changes.PaymentHoliday, st.integers(1, 4), st.booleans()),
    st.builds(changes.Waiver, st.just(0), *(st.integers(0, 60_000) for _ in range(4))),
    st.builds(changes.Restructuring, st.integers(1, 30), st.none() | RATES, st.none() | METHODS),
    st.just(changes.Acceleration()),
    st.just(changes.WriteOff()),
    st.builds(changes.DebtSettlement, st.integers(1, 9_000_000), DAYS_AFTER),
    st.builds(changes.ClaimTransfer, st.integers(0, 12_000_000), st.just("AMC-01")),
    st.builds(changes.Enforcement, st.integers(0, 50_000), DAYS_AFTER, st.just(Decimal("0.000175"))),
    st.just(changes.Upgrade()),
)
MONEY = st.integers(1, 2_500_000)
STEP = st.tuples(st.integers(0, 45), st.integers(0, 60), MONEY | MONEY | CHANGES, st.booleans())
LIFE = st.lists(STEP, min_size=1, max_size=12)


def lpr(tenor: Tenor, day: date) -> Decimal:
    """One that moves every month, and not always enough to be another."""
    return Decimal(300 + (day.month * 7) % 5 * 50 - day.year % 2) / 10_000


def a_life(method: RepaymentMethod, axis: Axis, repayment: RepaymentTerms = AS_USUAL) -> Loan:
    loan = Loan.book(a_contract(method=method, allocation_axis=axis, repayment=repayment), START)
    loan.lpr = lpr
    loan.confirm_pay_out(loan.request_pay_out(), PRINCIPAL, START, datetime(2026, 1, 21, 9, tzinfo=UTC))
    loan.take_facts()
    loan.past = Past([], list(loan.postings), {})
    return loan


def do(loan: Loan, number: int, what: int | Change, on: date, today: date) -> None:
    if isinstance(what, int):
        pay(loan, number, what, on, today)
    else:
        changing.change_loan(loan, UUID(int=number), what, on, today, ninety)


def undo(loan: Loan, number: int, what: int | Change, today: date) -> None:
    if isinstance(what, int):
        take_back(loan, number, today)
    else:
        changing.take_back(loan, UUID(int=1_000 + number), UUID(int=number), today, ninety)


def check(loan: Loan, today: date) -> None:
    """What must hold of every loan on every day."""
    terms = loan.terms
    repaid = sum(each.principal_paid_minor for each in loan.instalments)
    let_go = terms.waived_principal_minor + terms.transferred_minor
    assert repaid + loan.outstanding_principal_minor + let_go == PRINCIPAL
    assert loan.suspense_minor >= 0 and all(min(each.owed()[1:]) >= 0 for each in loan.instalments)
    assert min(loan.outstanding_principal_minor, terms.waived_minor, terms.written_off_minor) >= 0
    assert len({each.number for each in loan.instalments}) == len(loan.instalments)
    future = [each.due_on for each in loan.instalments if not each.fell_due]
    assert future == sorted(set(future))
    books = balances(loan)
    gone, off = loan.status is LoanStatus.TRANSFERRED, not loan.accruing
    due, running = (0, 0) if gone else (interest_due_minor(loan), accrued_minor(loan, loan.business_date(today)))
    assert books.get(Account.LOAN_PRINCIPAL, 0) == loan.booked_principal_minor
    assert books.get(Account.INTEREST_RECEIVABLE, 0) == (0 if off else due)
    assert books.get(Account.ACCRUED_INTEREST, 0) == (0 if off else running)
    assert books.get(Account.OFF_BALANCE_INTEREST, 0) == (due + running if off else 0)
    assert books.get(Account.SUSPENSE, 0) == -loan.suspense_minor
    written_off = loan.outstanding_principal_minor if loan.status is LoanStatus.WRITTEN_OFF else 0
    assert books.get(Account.WRITTEN_OFF_PRINCIPAL, 0) == written_off


@settings(deadline=None, phases=NO_SHRINKING)
@given(life=LIFE, plan=st.tuples(METHODS, st.just(AS_USUAL)) | PLANS, axis=st.sampled_from(Axis))
def test_learnt_late_or_taken_back_it_is_the_loan_that_was_right_from_the_start(
    life: list[tuple[int, int, Any, bool]], plan: tuple[RepaymentMethod, RepaymentTerms], axis: Axis
) -> None:
    first = a_life(plan[0], axis, plan[1])
    late, today, stands = deepcopy(first), START, {}
    for number, (days, late_by, what, back) in enumerate(life, start=1):
        today += timedelta(days=days)
        advance(late, today, 90)
        on = max(START, today - timedelta(days=late_by))
        try:
            do(late, number, what, on, today)
            stands[number] = (on, what)
            event("money" if isinstance(what, int) else what.kind.value)
            if back:
                undo(late, number, what, today)
                del stands[number]
        except DomainError:
            continue
        finally:
            check(late, today)
    right = deepcopy(first)
    for number, (on, what) in sorted(stands.items(), key=lambda each: (each[1][0], each[0])):
        advance(right, on, 90)
        right.advanced_to = max(on, right.advanced_to or on)
        try:
            do(right, number, what, on, on)
        except DomainError:  # what was learnt later has made it impossible: it fell away
            assert not isinstance(what, int)
    advance(right, today, 90)
    assert figures(late) == figures(right)
    assert late.past is not None
    again = replayed(late, late.past.events, today, ninety)
    assert again.instalments == late.instalments and again.terms == late.terms


@settings(deadline=None, phases=NO_SHRINKING)
@given(life=LIFE, plan=st.tuples(METHODS, st.just(AS_USUAL)) | PLANS)
def test_no_life_is_charged_beyond_the_line_on_all_charges(
    life: list[tuple[int, int, Any, bool]], plan: tuple[RepaymentMethod, RepaymentTerms]
) -> None:
    """Interest, penalty and compound interest of all days, against the line on the principal that was out on them."""
    loan, today = a_life(plan[0], Axis.ACROSS, plan[1]), START
    most = Fraction(0)
    for number, (days, _, what, _) in enumerate(life, start=1):
        most += CAP * sum(out_on(loan, today + timedelta(days=day)) for day in range(days)) / 360
        today += timedelta(days=days)
        advance(loan, today, 90)
        try:
            do(loan, number, what, today, today)
        except DomainError:
            continue
    due = [each for each in loan.instalments if each.fell_due]
    charged = sum(each.interest_minor + each.penalty_minor + each.compound_minor for each in due)
    charged += accrued_minor(loan, today)
    assert charged <= most + len(due) + 3  # roundings


def out_on(loan: Loan, day: date) -> int:
    """The principal that is out on a day on which nothing comes but what its schedule brings."""
    ahead = loan.outstanding_principal_minor
    waiting = loan.suspense_minor
    return ahead if not waiting else max(0, ahead - waiting)
