"""A store finds a loan on each day on which it has something to tell, and on no other."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from example_loans import a_contract
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import DomainError
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance, next_event_on, overdue_since
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay

START, DAYS = date(2026, 1, 31), 420
CONTRACTS = st.builds(
    a_contract,
    principal_minor=st.integers(10_000, 100_000_000),
    annual_rate=st.integers(1, 24).map(lambda percent: Decimal(percent) / 100),
    term_months=st.integers(1, 14),
    method=st.sampled_from([RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.INTEREST_FIRST]),
    grace_days=st.integers(0, 5),
)
PAYMENTS = st.lists(st.tuples(st.integers(1, DAYS), st.integers(1, 30)), max_size=6)


def has_something_to_tell(loan: Loan, day: date, non_accrual_after_days: int) -> bool:
    """What the statement of `persistence.calendar.queries` looks for."""
    event, since = next_event_on(loan), overdue_since(loan)
    too_old = since is not None and since <= day - timedelta(days=non_accrual_after_days)
    return (event is not None and event <= day) or (too_old and loan.non_accrual_since is None)


@given(contract=CONTRACTS, payments=PAYMENTS, threshold=st.sampled_from([45, 60, 90]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_day_tells_something_exactly_when_the_store_finds_the_loan(contract, payments, threshold) -> None:  # type: ignore[no-untyped-def]
    loan = Loan.book(contract, START)
    loan.confirm_pay_out(loan.request_pay_out(), contract.principal_minor, START, datetime(2026, 1, 31, tzinfo=UTC))
    money = {START + timedelta(days=days): share for days, share in payments}
    for day in (START + timedelta(days=days) for days in range(1, DAYS)):
        found = has_something_to_tell(loan, day, threshold)
        loan.take_facts()
        advance(loan, day, threshold)
        assert bool(loan.facts) == found, day
        if share := money.get(day):
            receipt = Receipt(UUID(int=day.toordinal()), 1 + share * contract.principal_minor // 20, day)
            try:
                repay(loan, receipt, day, lambda on: threshold)
            except DomainError:
                continue
