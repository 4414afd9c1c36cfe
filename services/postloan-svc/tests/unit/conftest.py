"""Loans for unit tests."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from loan_contracts.values import RepaymentMethod
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract


@pytest.fixture
def a_loan() -> Loan:
    """Example E1, booked and not yet paid out."""
    contract = SignedContract(
        application_id=UUID(int=1),
        contract_no="HT2026010001",
        customer_id=UUID(int=2),
        branch="0101",
        product_code="PCL-ONLINE",
        principal_minor=10_000_000,
        annual_rate=Decimal("0.12"),
        term_months=12,
        method=RepaymentMethod.EQUAL_INSTALMENT,
        penalty_multiple=Decimal("1.5"),
        annual_rate_cap=Decimal("0.24"),
        grace_days=3,
        contract_hash="c" * 64,
    )
    return Loan.book(contract, date(2026, 1, 21))
