"""The books of a loan: whatever is done to it, in whatever order, the ledger that is saved says what the loan says."""

from collections import Counter
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loan_servicekit.core import Cause, DomainError
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.testing.tables import restored, stored
from postloan_svc.domain.ledger.postings import Account
from postloan_svc.domain.loan.history import Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.accrual import accrued, off_balance_interest_minor
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay, reverse
from postloan_svc.domain.servicing.settlement import accrued_minor
from postloan_svc.persistence.tables import SCHEMA

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
LOANS, LEDGER, REPAYMENTS = SCHEMA.aggregates["loans"], SCHEMA.rows["ledger_entries"], SCHEMA.rows["repayments"]
NON_ACCRUAL_AFTER = 90

PAY_OUT = st.tuples(st.sampled_from(["request", "confirm", "fail", "confirm another"]))
TIME = st.tuples(st.just("advance"), st.integers(0, 70))
MONEY = st.tuples(st.just("repay"), st.integers(-1, 60), st.integers(0, 3_000_000))
BACK = st.tuples(st.just("reverse"), st.integers(1, 8))
STEPS = st.lists(st.one_of(PAY_OUT, TIME, MONEY), max_size=30)
LIFE = st.lists(st.one_of(TIME, MONEY, MONEY, BACK), min_size=12, max_size=30)
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a shorter story costs minutes and says no more
STARTED = [("request",), ("confirm",)]


class Bank:
    """Does one thing after the other to a loan, each in a unit of work of its own, and keeps what was saved."""

    def __init__(self, loan: Loan) -> None:
        self.loan, self.today = loan, date(2026, 1, 21)
        self.row: dict[str, Any] = {}
        self.balances: Counter[str] = Counter()
        self.received = 0
        self.amounts: dict[UUID, int] = {}
        self._repayments = 0
        self.past = Past([], [], {})

    def do(self, kind: str, *figures: int) -> None:
        """One step, as a use case would do it: what refuses changes nothing."""
        uow = UnitOfWork(None, SCHEMA, NOW)  # type: ignore[arg-type]  # nothing is read or flushed
        loan = deepcopy(self.loan)
        loan.past = deepcopy(self.past)
        uow.loans.add(loan)
        try:
            self._act(loan, kind, *figures)
        except DomainError:
            assert loan.postings == [] and loan.repayments == [] and loan.events == [] and loan.schedules == []
            return
        self.past = loan.past
        uow.send_facts(Cause("test"))
        assert loan.postings == [] and loan.repayments == [], "a second unit of work would save them again"
        self._keep(uow, loan)

    def _act(self, loan: Loan, kind: str, *figures: int) -> None:
        expected = loan.payment_id or UUID(int=5)
        match kind:
            case "request":
                loan.request_pay_out()
            case "confirm":
                loan.confirm_pay_out(expected, loan.contract.principal_minor, self.today, NOW)
            case "confirm another":
                loan.confirm_pay_out(UUID(int=6), loan.contract.principal_minor, self.today, NOW)
            case "fail":
                loan.fail_pay_out(expected, "51", NOW)
            case "advance":
                self.today += timedelta(days=figures[0])
                advance(loan, self.today, NON_ACCRUAL_AFTER)
            case "repay":
                late_by, amount = figures
                self._repayments += 1
                receipt = Receipt(UUID(int=self._repayments), amount, self.today - timedelta(days=late_by))
                repay(loan, receipt, self.today, lambda day: NON_ACCRUAL_AFTER)
            case "reverse":
                reverse(
                    loan, UUID(int=figures[0] + 500), UUID(int=figures[0]), self.today, lambda day: NON_ACCRUAL_AFTER
                )

    def _keep(self, uow: UnitOfWork, loan: Loan) -> None:
        for values in uow.ledger_entries._pending:
            entry = dict(zip(LEDGER.columns, values, strict=True))
            assert entry["loan_id"] == loan.id
            self.balances[entry["account"]] += entry["amount_minor"]
        for values in uow.repayments._pending:
            repayment = dict(zip(REPAYMENTS.columns, values, strict=True))
            self.amounts[repayment["repayment_id"]] = repayment["amount_minor"]
        self.received = sum(self.amounts.values())
        row = stored(LOANS, loan)
        self.row = row | {"contract": row["contract"] or self.row["contract"]}
        self.loan = restored(LOANS, self.row)

    def check(self) -> None:
        """The ledger sums to nothing, and account by account to what the loan says."""
        rows = self.loan.instalments
        due = [each for each in rows if each.fell_due]
        late_paid = sum(each.penalty_paid_minor + each.compound_paid_minor for each in rows)
        unpaid, paid = (
            sum(each.interest_minor - each.interest_paid_minor for each in due),
            sum(each.interest_paid_minor for each in rows),
        )
        day = self.loan.business_date(self.today)
        running = accrued_minor(self.loan, day)
        paid_out = self.loan.contract.principal_minor if rows else 0
        told = {
            Account.LOAN_PRINCIPAL: self.loan.outstanding_principal_minor,
            Account.ACCRUED_INTEREST: running if self.loan.accruing else 0,
            Account.INTEREST_RECEIVABLE: unpaid if self.loan.accruing else 0,
            Account.INTEREST_INCOME: -(paid + (unpaid + running if self.loan.accruing else 0)),
            Account.OFF_BALANCE_INTEREST: off_balance_interest_minor(self.loan, day),
            Account.OFF_BALANCE_CONTRA: -off_balance_interest_minor(self.loan, day),
            Account.PENALTY_INCOME: -late_paid,
            Account.FEE_INCOME: 0,
            Account.SUSPENSE: -self.loan.suspense_minor,
            Account.CUSTOMER_DEPOSITS: self.received - paid_out,
        }
        on, off = accrued(self.loan, day)  # what the closing of a day posts
        balances = Counter(self.balances)
        balances.update({Account.ACCRUED_INTEREST: on, Account.OFF_BALANCE_INTEREST: off})
        balances.subtract({Account.INTEREST_INCOME: on, Account.OFF_BALANCE_CONTRA: off})
        assert {account: balances[account] for account in Account} == {
            account: told.get(account, 0) for account in Account
        }
        assert sum(self.balances.values()) == 0
        assert self.loan.outstanding_principal_minor >= 0 and self.loan.suspense_minor >= 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, phases=NO_SHRINKING)
@given(steps=st.one_of(STEPS, LIFE.map(lambda steps: [*STARTED, *steps])))
def test_the_ledger_sums_to_the_balances_after_every_step(steps: list[tuple[Any, ...]], a_loan: Loan) -> None:
    bank = Bank(deepcopy(a_loan))
    for kind, *figures in steps:
        bank.do(kind, *figures)
        bank.check()


def test_a_ledger_that_lacks_a_posting_is_found(a_loan: Loan) -> None:
    bank = Bank(a_loan)
    for kind, *figures in [*STARTED, ("advance", 40), ("repay", 0, 500_000)]:
        bank.do(kind, *figures)
        bank.check()
    assert bank.received == 500_000 and bank.loan.suspense_minor == 0
    bank.balances[Account.LOAN_PRINCIPAL.value] += 1
    with pytest.raises(AssertionError):
        bank.check()


def test_a_loan_that_posts_without_a_fact_is_not_saved_without_it(a_loan: Loan) -> None:
    """The unit of work saves what has told something: a posting alone would be forgotten with its loan."""
    uow = UnitOfWork(None, SCHEMA, NOW)  # type: ignore[arg-type]  # nothing is read or flushed
    uow.loans.add(a_loan)
    a_loan.request_pay_out()
    a_loan.confirm_pay_out(UUID(str(a_loan.payment_id)), 10_000_000, date(2026, 1, 21), NOW)
    a_loan.take_facts()
    with pytest.raises(AssertionError, match="ledger_entries"):
        uow.send_facts(Cause("test"))
