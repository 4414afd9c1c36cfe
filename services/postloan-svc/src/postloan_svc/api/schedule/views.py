"""What is shown of a schedule."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.values import HolidayRule
from loan_servicekit.core.working_days import WorkingDays
from postloan_svc.domain.delinquency.holidays import moved_to
from postloan_svc.domain.loan.changes import ChangeKind
from postloan_svc.domain.loan.history import EventKind
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.schedule.versions import PlannedRow
from postloan_svc.use_cases.loan.ports import StoredVersion


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


class MadeByView(BaseModel):
    """The event that made a version."""

    event_id: Annotated[UUID, Field(description="Of the repayment, or of the change")]
    kind: Annotated[EventKind, Field(description="A reversal takes something back")]
    change: Annotated[ChangeKind | None, Field(description="What was changed, where it was a change")]
    value_date: Annotated[date, Field(description="The day that it counts from")]
    recorded_on: Annotated[date, Field(description="The business day on which it was learnt")]


class ScheduleVersionView(BaseModel):
    """A version of a loan's schedule, which is never changed (R-3.1)."""

    number: int
    effective_from: date
    made_by: Annotated[MadeByView | None, Field(description="Absent: the first, which follows from the contract")]

    @classmethod
    def of(cls, version: StoredVersion) -> Self:
        """The view of a version that an event made."""
        by = version.made_by
        return cls(
            number=version.number,
            effective_from=version.effective_from,
            made_by=MadeByView(
                event_id=by.event_id,
                kind=by.kind,
                change=by.change,
                value_date=by.value_date,
                recorded_on=by.recorded_on,
            ),
        )


class PlannedRowView(BaseModel):
    """What an instalment of a version asks, not what was paid."""

    number: int
    starts_on: date
    due_on: date
    principal_minor: int
    interest_minor: int
    fee_minor: int
    balance_minor: int


class WholeVersionView(ScheduleVersionView):
    """A version with its rows."""

    instalments: list[PlannedRowView]

    @classmethod
    def whole(cls, version: ScheduleVersionView, rows: Sequence[PlannedRow]) -> Self:
        """A version with these rows."""
        instalments = [PlannedRowView(**row._asdict()) for row in rows]
        return cls(**dict(version), instalments=instalments)
