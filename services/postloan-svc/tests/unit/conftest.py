"""Loans for unit tests."""

import sys
from datetime import date
from pathlib import Path

import pytest

from postloan_svc.domain.loan.loan import Loan

sys.path.insert(0, str(Path(__file__).parent))

from example_loans import a_contract


@pytest.fixture
def a_loan() -> Loan:
    """Example E1, booked and not yet paid out."""
    return Loan.book(a_contract(), date(2026, 1, 21))
