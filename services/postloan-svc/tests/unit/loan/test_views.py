"""What a loan shows of itself to who has to pay it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from example_loans import a_contract

from postloan_svc.api.loan.views import LoanView
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
VALUE_DATE = date(2026, 1, 21)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 4, 20), 0),
        (date(2026, 4, 21), 888_488),
        (date(2026, 5, 8), 896_040),  # example E8: 68.37 of penalty, 7.15 of compound interest
        (date(2026, 5, 21), 888_488 + 888_488 + 12_065 + 1_262),  # 30 days late; the next one has fallen due
    ],
)
def test_a_loan_says_what_has_to_be_paid_to_owe_nothing_that_is_due(on: date, expected: int) -> None:
    loan = Loan.book(a_contract(annual_rate=Decimal("0.12")), VALUE_DATE)
    loan.confirm_pay_out(loan.request_pay_out(), loan.contract.principal_minor, VALUE_DATE, NOW)
    for number, day in enumerate((date(2026, 2, 21), date(2026, 3, 21))):
        advance(loan, day, 90)
        repay(loan, Receipt(UUID(int=number), 888_488, day), day, lambda day: 90)
    advance(loan, on, 90)
    assert LoanView.of(loan, on).due_minor == expected
