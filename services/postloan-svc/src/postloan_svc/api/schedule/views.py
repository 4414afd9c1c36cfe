"""What is shown of a schedule."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from postloan_svc.domain.schedule.instalments import LoanInstalment


class InstalmentView(BaseModel):
    """One row of the schedule with what has been paid."""

    number: int
    due_on: date
    principal_minor: int
    interest_minor: int
    total_minor: int
    balance_minor: int
    unpaid_minor: int
    settled_on: date | None

    @classmethod
    def of(cls, i: LoanInstalment) -> "InstalmentView":
        """The view of an instalment."""
        return cls(
            number=i.number,
            due_on=i.due_on,
            principal_minor=i.principal_minor,
            interest_minor=i.interest_minor,
            total_minor=i.principal_minor + i.interest_minor,
            balance_minor=i.balance_minor,
            unpaid_minor=i.scheduled_unpaid_minor,
            settled_on=i.paid_on,
        )


class ScheduleView(BaseModel):
    """The schedule of a loan; empty before the pay-out."""

    loan_id: UUID
    instalments: list[InstalmentView]
