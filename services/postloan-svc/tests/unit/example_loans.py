"""The loan of the handbook's examples."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from loan_contracts.values import RepaymentMethod
from postloan_svc.domain.loan.signed_contract import SignedContract


def a_contract(**changes: Any) -> SignedContract:
    """Example E1: 100,000 yuan at 12 % over 12 months by equal instalments, three days of grace."""
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
    return replace(contract, **changes)
