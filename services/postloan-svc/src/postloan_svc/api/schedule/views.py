"""What is shown of a schedule."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.values import HolidayRule
from loan_servicekit.core.working_days import WorkingDays
from postloan_svc.domain.delinquency.holidays import moved_to
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.instalments import LoanInstalment


class InstalmentView(BaseModel):
    """One row of the schedule with what has been paid. Number 0 is what the pay-out itself costs."""

    number: int
    due_on: date
    payable_on: Annotated[date, Field(description="Up to when it is paid in time without any grace (R-3.7)")]
    principal_minor: int
    interest_minor: int
    fee_minor: int
    total_minor: int
    balance_minor: int
    unpaid_minor: int
    settled_on: date | None
    early: Annotated[bool, Field(description="A part that was repaid before it fell due, numbered behind the others")]
    carried: Annotated[bool, Field(description="What was due when the loan was restructured, and is due anew")]

    @classmethod
    def of(cls, i: LoanInstalment, rule: HolidayRule, working_days: WorkingDays) -> "InstalmentView":
        """The view of an instalment; before it has fallen due, holidays are those that are known today."""
        payable_on = i.payable_on if i.fell_due else moved_to(i.due_on, rule, working_days) or i.due_on
        return cls(
            number=i.number,
            due_on=i.due_on,
            payable_on=payable_on,
            principal_minor=i.principal_minor,
            interest_minor=i.interest_minor,
            fee_minor=i.fee_minor,
            total_minor=i.total_minor,
            balance_minor=i.balance_minor,
            unpaid_minor=i.scheduled_unpaid_minor,
            settled_on=i.paid_on,
            early=i.early,
            carried=i.carried,
        )


class ScheduleView(BaseModel):
    """The schedule of a loan; empty before the pay-out."""

    loan_id: UUID
    instalments: list[InstalmentView]

    @classmethod
    def of(cls, loan: Loan, working_days: WorkingDays) -> "ScheduleView":
        """The view of a loan's schedule."""
        rule = loan.contract.holiday_rule
        return cls(
            loan_id=loan.id, instalments=[InstalmentView.of(each, rule, working_days) for each in loan.instalments]
        )
