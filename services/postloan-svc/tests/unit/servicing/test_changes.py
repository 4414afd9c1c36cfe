"""What changes make of a loan; figures of example E1 and of domain.md §3.9."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from uuid import UUID

import pytest
from example_loans import a_contract
from lives import balances, figures, ninety, pay, told

from loan_contracts.lending import LoanChanged, LoanSettled, PaymentRequested
from loan_contracts.values import DayCount, RateStep, RepaymentMethod, RepaymentTerms
from loan_servicekit.core import Conflict, DomainError, Invalid, NotFound
from postloan_svc.domain.ledger.allocations import Axis
from postloan_svc.domain.ledger.postings import Account
from postloan_svc.domain.loan import changes
from postloan_svc.domain.loan.changes import Change
from postloan_svc.domain.loan.history import Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.servicing.accrual import running_period
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.changes.changing import change_loan, take_back
from postloan_svc.domain.servicing.changes.limits import ChangeLimits, require_owed, require_within
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay, reverse
from postloan_svc.domain.servicing.settlement import accrued_minor

START = date(2026, 1, 21)
FOURTH = date(2026, 5, 21)
LIMITS = ChangeLimits(1, Decimal(1), Decimal("0.5"), 36, 0, Decimal("0.000175"))


def started(contract: SignedContract) -> Loan:
    """A loan that is paid out on 2026-01-21, with its history."""
    loan = Loan.book(contract, START)
    loan.confirm_pay_out(loan.request_pay_out(), contract.principal_minor, START, datetime(2026, 1, 21, 9, tzinfo=UTC))
    loan.take_facts()
    loan.past = Past([], list(loan.postings), {})
    return loan


@pytest.fixture
def e1() -> Loan:
    return started(a_contract())


NUMBERS = count(5_000)


def change(loan: Loan, what: Change, on: date, today: date | None = None) -> UUID:
    change_id = UUID(int=next(NUMBERS))
    change_loan(loan, change_id, what, on, today or on, ninety)
    return change_id


def pay_in_time(loan: Loan, instalments: int) -> None:
    """The next instalments, each in full on its due date."""
    for number in range(instalments):
        row = next(each for each in loan.instalments if not each.fell_due)
        advance(loan, row.due_on, 90)
        pay(loan, 100 + row.number + number * 1_000, owed_minor(loan, row.due_on), row.due_on, row.due_on)


def rows(loan: Loan) -> list[tuple[int, int]]:
    """Principal and interest of what is not due."""
    return [(each.principal_minor, each.interest_minor) for each in loan.instalments if not each.fell_due]


def annuity(principal: int, monthly: str, periods: int) -> int:
    """A of §3.1, by another road than the library's: Decimal of fifty digits."""
    i = Decimal(monthly)
    grown = (1 + i) ** periods
    return int((principal * i * grown / (grown - 1)).quantize(Decimal(1), ROUND_HALF_UP))


def whole(loan: Loan) -> int:
    """What was lent: repaid, still owed to us, let go, written off or sold (invariant of R-3.2)."""
    repaid = sum(each.principal_paid_minor for each in loan.instalments)
    return repaid + loan.outstanding_principal_minor + loan.terms.waived_principal_minor + loan.terms.transferred_minor


def test_an_extension_repays_the_rest_over_more_due_dates(e1: Loan) -> None:
    pay_in_time(e1, 4)
    made_by = change(e1, changes.Extension(4), FOURTH)
    after = rows(e1)
    assert len(after) == 12 and sum(principal for principal, _ in after) == 6_798_422
    assert {sum(row) for row in after[:-1]} == {annuity(6_798_422, "0.01", 12)} == {604_032}
    assert e1.maturity_date == date(2027, 5, 21)
    (version,) = e1.schedules
    assert (version.made_by, version.effective_from, version.number) == (made_by, FOURTH, 2)
    fact = told(e1, LoanChanged)[-1]
    assert (fact.kind, fact.maturity_date, fact.schedule_version) == ("EXTENSION", date(2027, 5, 21), 2)
    pay_in_time(e1, 12)
    assert e1.status == "SETTLED" and whole(e1) == 10_000_000


def test_a_longer_tenor_may_have_another_rate_from_the_day_on(e1: Loan) -> None:
    pay_in_time(e1, 4)
    change(e1, changes.Extension(4, Decimal("0.096")), FOURTH)
    assert sum(rows(e1)[0]) == annuity(6_798_422, "0.008", 12)
    assert rows(e1)[0][1] == 54_387  # 67,984.22 at 0.8 %


def test_a_bullet_is_repaid_so_much_later() -> None:
    loan = started(a_contract(method=RepaymentMethod.AT_MATURITY, term_months=6))
    change(loan, changes.Extension(6), date(2026, 3, 1))
    (row,) = loan.instalments
    assert (row.due_on, row.interest_minor) == (date(2027, 1, 21), 1_216_667)  # 100,000 x 12 % x 365 / 360


@pytest.mark.parametrize(
    ("term", "months", "code"),
    [(12, 12, None), (12, 13, "extension-beyond-cap"), (24, 12, None), (24, 13, "extension-beyond-cap"),
     (120, 36, None), (120, 37, "extension-beyond-cap")],
)  # fmt: skip
def test_no_extension_goes_beyond_the_cap_of_the_law(term: int, months: int, code: str | None) -> None:
    loan = started(a_contract(term_months=term))
    if code is None:
        require_within(loan, changes.Extension(months), LIMITS)
        change(loan, changes.Extension(months), START)
        with pytest.raises(Conflict, match="extension-count-exceeded"):
            require_within(loan, changes.Extension(1), LIMITS)
    else:
        with pytest.raises(Conflict, match=code):
            require_within(loan, changes.Extension(months), LIMITS)


def test_what_is_overdue_or_over_is_not_extended(e1: Loan) -> None:
    advance(e1, date(2026, 3, 1), 90)
    before = (figures(e1), len(e1.facts), len(e1.postings))
    with pytest.raises(Conflict, match="loan-overdue"):
        change(e1, changes.Extension(4), date(2026, 3, 1))
    assert (figures(e1), len(e1.facts), len(e1.postings)) == before
    advance(e1, date(2027, 1, 21), 90)
    with pytest.raises(Conflict, match="schedule-all-due"):
        change(e1, changes.Extension(4), date(2027, 1, 21))


def test_another_rate_is_planned_as_in_example_e13() -> None:
    loan = started(a_contract(principal_minor=100_000_000, annual_rate=Decimal("0.032"), term_months=360))
    pay_in_time(loan, 12)
    assert loan.outstanding_principal_minor == 97_980_955
    change(loan, changes.RateAgreed(Decimal("0.03")), date(2027, 1, 21))
    assert sum(rows(loan)[0]) == 421_900 and len(rows(loan)) == 348


def test_in_the_middle_of_a_period_its_interest_is_that_of_its_days(e1: Loan) -> None:
    """R-2.18: instalment 1 keeps its principal; 11 days at 12 % and 20 at 6 %, ACT/360, rounded once."""
    change(e1, changes.RateAgreed(Decimal("0.06")), date(2026, 2, 1))
    assert rows(e1)[0] == (788_488, 70_000)  # 366.67 + 333.33
    assert sum(rows(e1)[1]) == annuity(9_211_512, "0.005", 11)
    assert accrued_minor(e1, date(2026, 2, 11)) == 53_333
    advance(e1, date(2026, 3, 3), 90)
    assert owed_minor(e1, date(2026, 3, 3)) == 858_488 + 1_971 + 175  # 10 days at 9 %: the penalty follows


def test_a_pause_takes_its_days_out_and_late_charges_too(e1: Loan) -> None:
    pay_in_time(e1, 1)
    second, third = rows(e1)[:2]
    change(e1, changes.InterestPause(date(2026, 3, 7)), date(2026, 2, 21))  # 14 of 28 days
    assert rows(e1)[:2] == [(second[0], 46_058), third]  # half of 921.15
    with pytest.raises(Conflict, match="interest-paused-already"):
        change(e1, changes.InterestPause(date(2026, 3, 1)), date(2026, 2, 21))
    with pytest.raises(Invalid, match="pause-invalid"):
        change(e1, changes.InterestPause(date(2026, 2, 21)), date(2026, 2, 21))
    assert accrued_minor(e1, date(2026, 3, 7)) == 0
    late = started(a_contract())
    advance(late, date(2026, 3, 3), 90)
    change(late, changes.InterestPause(date(2026, 3, 13)), date(2026, 3, 3))
    advance(late, date(2026, 3, 13), 90)
    assert owed_minor(late, date(2026, 3, 13)) == 888_488 + 3_942 + 500  # ten days at 18 %, ten at nothing


def test_a_payment_holiday_asks_for_its_interest_afterwards_and_keeps_the_due_dates(e1: Loan) -> None:
    pay_in_time(e1, 4)
    change(e1, changes.PaymentHoliday(2), FOURTH)
    after = rows(e1)
    # 3 x 679.84 of interest, no interest upon it, and the principal over the six due dates that are left.
    assert after[0][1] == 3 * 67_984
    assert after[0][0] == annuity(6_798_422, "0.01", 6) - 67_984
    held = next(each for each in e1.instalments if not each.fell_due)
    assert (held.starts_on, held.due_on, len(after), e1.maturity_date) == (
        FOURTH, date(2026, 8, 21), 6, date(2027, 1, 21))  # fmt: skip
    assert accrued_minor(e1, date(2026, 7, 21)) == 138_235  # 61 days of 67,984.22 are income as they pass
    with pytest.raises(Conflict, match="schedule-in-grace"):
        change(e1, changes.RateAgreed(Decimal("0.1")), date(2026, 6, 1))
    pay_in_time(e1, 6)
    assert e1.status == "SETTLED" and whole(e1) == 10_000_000


def test_a_holiday_of_principal_asks_for_interest_alone(e1: Loan) -> None:
    pay_in_time(e1, 4)
    change(e1, changes.PaymentHoliday(2, principal_only=True), FOURTH)
    assert rows(e1)[:2] == [(0, 67_984), (0, 67_984)]
    assert sum(rows(e1)[2]) == annuity(6_798_422, "0.01", 6)
    change(e1, changes.RateAgreed(Decimal("0.06")), FOURTH)
    assert rows(e1)[:2] == [(0, 33_992), (0, 33_992)]  # the holiday goes on
    with pytest.raises(Conflict, match="holiday-too-long"):
        change(e1, changes.PaymentHoliday(8), FOURTH)


def test_a_waiver_lets_late_charges_go_and_interest_out_of_income(e1: Loan) -> None:
    day = date(2026, 3, 10)  # 17 days of instalment 1: 67.02 and 8.50
    advance(e1, day, 90)
    assert owed_minor(e1, day) == 888_488 + 6_702 + 850
    for beyond in (changes.Waiver(penalty_minor=6_703), changes.Waiver(fee_minor=1)):
        with pytest.raises(Conflict, match="waiver-beyond-debt"):
            require_owed(e1, beyond, day, 90)
    change(e1, changes.Waiver(penalty_minor=6_702, compound_minor=850, interest_minor=40_000), day)
    assert owed_minor(e1, day) == 848_488 and e1.terms.waived_minor == 47_552
    assert balances(e1)[Account.INTEREST_RECEIVABLE] == 60_000
    pay(e1, 1, 848_488, day, day)
    assert (e1.status, e1.dpd(day)) == ("ACTIVE", 0)
    with pytest.raises(Invalid, match="waiver-invalid"):
        change(e1, changes.Waiver(), day)


def test_a_waiver_of_all_that_is_overdue_cures_the_loan(e1: Loan) -> None:
    day = date(2026, 3, 10)
    advance(e1, day, 90)
    pay(e1, 1, 888_488, day, day)
    assert e1.status == "OVERDUE"  # charges went first
    change(e1, changes.Waiver(interest_minor=0, penalty_minor=0, compound_minor=1), day)
    assert e1.status == "OVERDUE"


def test_a_restructured_loan_owes_what_was_overdue_anew(e1: Loan) -> None:
    day = date(2026, 4, 1)
    advance(e1, day, 90)
    assert e1.dpd(day) == 39
    owed, running = owed_minor(e1, day), accrued_minor(e1, day)
    principal_due = 788_488 + 796_373
    change(e1, changes.Restructuring(24, Decimal("0.06")), day)
    carried = next(each for each in e1.instalments if each.carried)
    assert carried.owed().total_minor == owed - principal_due + running
    assert carried.due_on == date(2026, 5, 1)
    assert (e1.status, e1.dpd(day), e1.dpd(date(2026, 5, 1))) == ("ACTIVE", 0, 0)
    assert {sum(row) for row in rows(e1)[:-1]} == {annuity(10_000_000, "0.005", 24)} == {443_206}
    assert e1.outstanding_principal_minor == 10_000_000 == sum(row[0] for row in rows(e1))
    advance(e1, date(2026, 5, 5), 90)
    assert e1.dpd(date(2026, 5, 5)) == 4
    assert len({each.number for each in e1.instalments}) == len(e1.instalments)
    pay(e1, 1, owed_minor(e1, date(2026, 5, 5)), date(2026, 5, 5), date(2026, 5, 5))
    pay_in_time(e1, 23)
    assert e1.status == "SETTLED" and whole(e1) == 10_000_000


def test_an_accelerated_loan_owes_everything_and_bears_the_penalty_on_it(e1: Loan) -> None:
    day = date(2026, 3, 10)
    advance(e1, day, 90)
    change(e1, changes.Acceleration(), day)
    assert owed_minor(e1, day) == 888_488 + 7_552 + 9_211_512 + 52_199  # 17 days of 92,115.12 at 12 %
    ten_days_on = date(2026, 3, 20)
    advance(e1, ten_days_on, 90)
    added = owed_minor(e1, ten_days_on) - owed_minor(e1, day)
    # Ten days at 18 % on 7,884.88 + 1,000.00, as 27 days less 17, and on 92,115.12 + 521.99.
    assert added == (10_645 - 6_702 + 500) + (46_058 + 261)
    with pytest.raises(Conflict, match="schedule-all-due"):
        change(e1, changes.Acceleration(), ten_days_on)


def test_a_write_off_leaves_the_claim_and_a_recovery_gives_back_to_the_allowance(e1: Loan) -> None:
    day = date(2026, 7, 21)
    advance(e1, day, 90)
    with pytest.raises(Conflict, match="loan-not-overdue"):
        change(started(a_contract()), changes.WriteOff(), START)
    change(e1, changes.WriteOff(), day)
    assert (e1.status, e1.booked_principal_minor, e1.outstanding_principal_minor) == ("WRITTEN_OFF", 0, 10_000_000)
    books = balances(e1)
    assert (books[Account.ALLOWANCE_USED], books[Account.WRITTEN_OFF_PRINCIPAL]) == (10_000_000, 10_000_000)
    assert Account.LOAN_PRINCIPAL not in books and Account.INTEREST_INCOME not in books
    later = date(2026, 8, 1)
    pay(e1, 1, 500_000, later, later)  # profile B: principal first
    books = balances(e1)
    assert (books[Account.ALLOWANCE_USED], books[Account.WRITTEN_OFF_PRINCIPAL]) == (9_500_000, 9_500_000)
    assert e1.status == "WRITTEN_OFF" and whole(e1) == 10_000_000
    pay(e1, 2, owed_minor(e1, later), later, later)
    assert (e1.status, len(told(e1, LoanSettled))) == ("SETTLED", 1)
    books = balances(e1)
    assert {account for account in books if account.value.startswith(("ALLOWANCE", "WRITTEN", "OFF_"))} == set()


def test_a_settlement_lets_go_what_the_agreed_sum_does_not_pay(e1: Loan) -> None:
    day = date(2026, 7, 21)
    advance(e1, day, 90)
    change(e1, changes.DebtSettlement(6_000_000, date(2026, 8, 31)), day)
    august = date(2026, 8, 10)
    advance(e1, august, 90)
    pay(e1, 1, 2_000_000, august, august)
    assert e1.running
    advance(e1, august := date(2026, 8, 31), 90)
    pay(e1, 2, 4_000_300, august, august)  # three yuan too much
    assert e1.status == "SETTLED" and whole(e1) == 10_000_000
    assert e1.terms.waived_principal_minor == 4_000_000  # profile B: all of it went to principal
    assert [fact.amount_minor for fact in told(e1, PaymentRequested)] == [300]
    books = balances(e1)
    assert (books[Account.ALLOWANCE_USED], books[Account.SUSPENSE]) == (4_000_000, -300)
    assert Account.LOAN_PRINCIPAL not in books and Account.OFF_BALANCE_INTEREST not in books


def test_a_settlement_that_is_not_paid_by_its_day_is_none(e1: Loan) -> None:
    day = date(2026, 7, 21)
    advance(e1, day, 90)
    change(e1, changes.DebtSettlement(2_000_000, date(2026, 8, 1)), day)
    advance(e1, date(2026, 8, 2), 90)
    pay(e1, 1, 2_000_000, date(2026, 8, 2), date(2026, 8, 2))
    assert e1.running and e1.outstanding_principal_minor == 8_000_000
    for wrong in (changes.DebtSettlement(0, day), changes.DebtSettlement(1, date(2026, 8, 1))):
        with pytest.raises(Invalid, match="debt-settlement-invalid"):
            change(e1, wrong, date(2026, 8, 2))


@pytest.mark.parametrize(("price", "used", "gain"), [(3_000_000, 7_052_199 + 100_000, 0), (10_200_000, 0, 47_801)])
def test_a_claim_is_sold_for_its_price(e1: Loan, price: int, used: int, gain: int) -> None:
    day = date(2026, 3, 10)
    advance(e1, day, 90)
    change(e1, changes.ClaimTransfer(price, "AMC-01"), day)
    books = balances(e1)
    assert (e1.status, e1.outstanding_principal_minor, e1.terms.transferred_minor) == ("TRANSFERRED", 0, 10_000_000)
    assert (books.get(Account.ALLOWANCE_USED, 0), -books.get(Account.TRANSFER_GAIN, 0)) == (used, gain)
    assert Account.LOAN_PRINCIPAL not in books and Account.INTEREST_RECEIVABLE not in books
    with pytest.raises(Conflict, match="loan-not-repayable"):
        pay(e1, 1, 100, day, day)
    with pytest.raises(Conflict, match="loan-not-running"):
        change(e1, changes.WriteOff(), day)


def test_what_a_court_enforces_is_paid_costs_first_and_double_interest_last() -> None:
    """Vector DELAY: 300,000 over 120 days cost 6,300.00 more."""
    loan = started(a_contract(principal_minor=30_000_000))
    day = date(2026, 9, 1)
    advance(loan, day, 90)
    asked = owed_minor(loan, day) + sum(row[0] for row in rows(loan)) + accrued_minor(loan, day)
    change(loan, changes.Enforcement(500_000, day, Decimal("0.000175")), day)
    assert (loan.profile, owed_minor(loan, day)) == ("C", asked + 500_000)
    later = date(2026, 12, 30)
    advance(loan, later, 90)
    all_but_double = owed_minor(loan, later) - 630_000
    first = pay(loan, 1, 500_000 + 100, later, later).allocation
    assert [(line.component.value, line.amount_minor) for line in first.lines] == [("FEE", 500_000), ("INTEREST", 100)]
    last = pay(loan, 2, all_but_double - 500_100, later, later).allocation
    assert last.total(Component.DELAY) == 0 and loan.running and loan.outstanding_principal_minor == 0
    change(loan, changes.Waiver(delay_minor=30_000), later)
    assert pay(loan, 3, 600_000, later, later).allocation.total(Component.DELAY) == 600_000
    assert loan.status == "SETTLED"
    with pytest.raises(Conflict, match="loan-enforced"):
        enforced = started(a_contract())
        for _ in range(2):
            change(enforced, changes.Enforcement(1, START, Decimal("0.000175")), START)


def test_a_loan_that_is_upgraded_pays_late_charges_first_again(e1: Loan) -> None:
    day = date(2026, 6, 10)
    advance(e1, day, 90)
    with pytest.raises(Conflict, match="loan-overdue"):
        change(e1, changes.Upgrade(), day)
    pay(e1, 1, owed_minor(e1, day), day, day)
    assert (e1.profile, e1.dpd(day)) == ("B", 0)
    change(e1, changes.Upgrade(), day)
    advance(e1, date(2026, 7, 10), 90)
    assert pay(e1, 2, 100, date(2026, 7, 10), date(2026, 7, 10)).allocation.lines[0].component is Component.PENALTY
    with pytest.raises(Conflict, match="loan-not-downgraded"):
        pay(e1, 3, owed_minor(e1, date(2026, 7, 10)), date(2026, 7, 10), date(2026, 7, 10))
        change(e1, changes.Upgrade(), date(2026, 7, 10))


def test_the_payer_says_which_instalment_is_paid_first(e1: Loan) -> None:
    day = date(2026, 4, 1)
    advance(e1, day, 90)
    receipt = Receipt(UUID(int=1), 500_000, day, designated=(2,))
    paid = repay(e1, receipt, day, ninety)
    assert {line.instalment_no for line in paid.allocation.lines} == {2}
    with pytest.raises(Invalid, match="designation-unknown"):
        repay(e1, Receipt(UUID(int=2), 1, day, designated=(13,)), day, ninety)


def test_down_the_instalments_the_first_is_paid_whole() -> None:
    loan = started(a_contract(allocation_axis=Axis.DOWN))
    day = date(2026, 4, 1)
    advance(loan, day, 90)
    first = loan.instalments[0]
    pay(loan, 1, 900_000 + 15_000, day, day)
    assert first.paid_on == day and loan.dpd(day) == (day - date(2026, 3, 21)).days


EVERY: Sequence[Change] = (
    changes.Extension(4),
    changes.RateAgreed(Decimal("0.096")),
    changes.InterestPause(date(2026, 3, 7)),
    changes.PaymentHoliday(2),
    changes.PaymentHoliday(1, principal_only=True),
    changes.Restructuring(20, Decimal("0.1"), RepaymentMethod.EQUAL_PRINCIPAL),
    changes.Acceleration(),
    changes.DebtSettlement(500_000, date(2026, 4, 1)),
    changes.ClaimTransfer(9_000_000, "AMC-01"),
    changes.Enforcement(10_000, date(2026, 2, 25), Decimal("0.000175")),
)


@pytest.mark.parametrize("what", EVERY, ids=lambda what: what.kind.value)
def test_learnt_late_or_taken_back_it_is_as_if_it_had_been_right_at_once(e1: Loan, what: Change) -> None:
    on, today = date(2026, 3, 1), date(2026, 4, 10)
    right, never = deepcopy(e1), deepcopy(e1)
    for loan in (e1, right, never):
        advance(loan, date(2026, 2, 21), 90)
        pay(loan, 1, 888_488, date(2026, 2, 21), date(2026, 2, 21))
    change(right, what, on)
    for loan in (e1, right, never):
        advance(loan, today, 90)
    made = change(e1, what, on, today)
    assert figures(e1) == figures(right)
    assert all(posting.business_date == today for posting in e1.postings if posting.value_date == on)
    take_back(e1, UUID(int=7), made, today, ninety)
    assert figures(e1) == figures(never)
    assert told(e1, LoanChanged)[-1].reverses == made
    with pytest.raises(Conflict, match="loan-change-already-reversed"):
        take_back(e1, UUID(int=8), made, today, ninety)
    with pytest.raises(NotFound, match="loan-change-not-found"):
        take_back(e1, UUID(int=8), UUID(int=1), today, ninety)


def test_a_change_of_no_day_of_the_loan_is_refused(e1: Loan) -> None:
    for on in (date(2026, 1, 20), date(2026, 1, 22)):
        with pytest.raises(Invalid, match="change-date-invalid"):
            change(e1, changes.Acceleration(), on, START)


def test_no_rate_passes_the_line_on_all_charges(e1: Loan) -> None:
    for beyond in (changes.RateAgreed(Decimal("0.2401")), changes.Restructuring(12, Decimal("0.25"))):
        with pytest.raises(Conflict, match="rate-beyond-cap"):
            require_within(e1, beyond, LIMITS)
    with pytest.raises(DomainError, match="rate-invalid"):
        require_within(e1, changes.RateAgreed(Decimal("-0.01")), LIMITS)


# What contracts agree on their schedules beside rate and method


def test_flat_interest_is_on_what_was_lent_also_when_the_loan_is_settled() -> None:
    """E4: 12,000 at 7.2 %, 1,072.00 a month; ended on the tenth day of a period by 24.00 of interest."""
    contract = a_contract(principal_minor=1_200_000, annual_rate=Decimal("0.072"), method=RepaymentMethod.FLAT)
    loan = started(contract)
    assert rows(loan) == [(100_000, 7_200)] * 12
    pay_in_time(loan, 3)
    day = date(2026, 5, 1)
    assert accrued_minor(loan, day) == 2_400
    for refused in (changes.RateAgreed(Decimal("0.05")), changes.Extension(3), changes.Restructuring(12)):
        with pytest.raises(Conflict, match="schedule-of-flat-interest"):
            change(loan, refused, date(2026, 4, 21))
    change(loan, changes.InterestPause(date(2026, 5, 6)), date(2026, 4, 21))  # half of thirty days
    assert rows(loan)[0] == (100_000, 3_600)
    advance(loan, day, 90)
    pay(loan, 1, 900_000, day, day)
    assert (loan.status, whole(loan)) == ("SETTLED", 1_200_000)


def test_a_contract_may_count_days_over_365_and_leave_a_balloon() -> None:
    terms = RepaymentTerms(day_count=DayCount.ACT_365, balloon_minor=4_000_000)
    loan = started(a_contract(method=RepaymentMethod.BALLOON, repayment=terms))
    assert (
        sum(rows(loan)[0]) == 573_093 and sum(rows(loan)[-1]) == 4_573_090
    )  # domain.md §3.1; the last takes the rounding
    assert accrued_minor(loan, date(2026, 2, 1)) == 36_164  # 11 days of 100,000 at 12 % over 365
    period = running_period(loan)
    assert period is not None and period.days_a_year == 365
    pay_in_time(loan, 12)
    assert loan.status == "SETTLED" and whole(loan) == 10_000_000


def test_steps_of_the_rate_are_in_the_first_schedule_and_are_borne_from_their_days() -> None:
    terms = RepaymentTerms(rate_steps=(RateStep(after_months=6, annual_rate=Decimal("0.06")),))
    loan = started(a_contract(repayment=terms))
    seventh = rows(loan)[6]
    left = sum(principal for principal, _ in rows(loan)[6:])
    assert sum(rows(loan)[0]) == 888_488 and sum(seventh) == annuity(left, "0.005", 6)
    pay_in_time(loan, 6)
    assert accrued_minor(loan, date(2026, 7, 31)) == (sum(p for p, _ in rows(loan)) * 10 + 3_000) // 6_000
    change(loan, changes.Extension(6), date(2026, 7, 21))
    assert sum(rows(loan)[0]) == annuity(sum(p for p, _ in rows(loan)), "0.005", 12)
    pay_in_time(loan, 12)
    assert loan.status == "SETTLED"


def test_what_a_restructuring_left_waiting_falls_due_with_everything_else(e1: Loan) -> None:
    """Called in before the first new due date: what waited for it waits no longer, and a day has an end."""
    advance(e1, date(2026, 4, 1), 90)
    change(e1, changes.Restructuring(21), date(2026, 4, 1))
    change(e1, changes.Acceleration(), date(2026, 4, 10))
    advance(e1, date(2026, 6, 1), 90)
    [carried] = [each for each in e1.instalments if each.carried]
    assert carried.due_on == date(2026, 4, 10)
    assert e1.dpd(date(2026, 6, 1)) == (date(2026, 6, 1) - date(2026, 4, 10)).days


def test_money_that_ended_a_loan_that_was_written_off_is_not_taken_back_silently(e1: Loan) -> None:
    day = date(2026, 7, 1)
    advance(e1, day, 90)
    change(e1, changes.WriteOff(), day)
    change(e1, changes.DebtSettlement(1_000_000, date(2026, 8, 1)), day)
    pay(e1, 1, 1_000_000, day, day)
    assert e1.status == "SETTLED"
    with pytest.raises(Conflict, match="loan-settled"):
        reverse(e1, UUID(int=1_001), UUID(int=1), day, ninety)
