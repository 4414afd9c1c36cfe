"""What a change of a loan is to its borrower, and to what the platform is to him."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from integration_gateway.use_cases.notifications.tell_of_change import change_notice
from loan_contracts.lending import LoanChanged

DAY = date(2026, 5, 21)


@pytest.mark.parametrize(
    ("kind", "status", "reverses", "line_id", "told", "ends"),
    [
        ("TRANSFER", "TRANSFERRED", None, None, "claim-transferred", True),
        ("TRANSFER", "TRANSFERRED", None, uuid4(), "claim-transferred", False),  # a draw: others may be owed
        ("TRANSFER", "OVERDUE", uuid4(), None, None, False),
        ("REPRICING", "ACTIVE", None, None, "loan-repriced", False),
        ("WAIVER", "ACTIVE", None, None, None, False),
    ],
)
def test_who_is_told_and_what_ends(
    kind: str, status: str, reverses: UUID | None, line_id: UUID | None, told: str | None, ends: bool
) -> None:
    notice = change_notice(
        LoanChanged(
            loan_id=uuid4(), application_id=uuid4(), change_id=uuid4(), kind=kind, reverses=reverses, value_date=DAY,
            business_date=DAY, status=status, annual_rate=Decimal("0.12"), maturity_date=DAY, schedule_version=1,
            outstanding_principal_minor=0, sequence=1, line_id=line_id,
        )
    )  # fmt: skip
    assert (notice.template, notice.ends) == (told, ends)
