"""Request and answer models."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.values import RepaymentMethod
from loan_servicekit.http import Body, Day
from postloan_svc.domain.day_closing import ClosingStatus, DayClosing
from postloan_svc.domain.instalments import LoanInstalment
from postloan_svc.domain.loan import Loan, LoanStatus, Repayment

MOST_MINOR = 10**14  # a trillion yuan: far beyond any repayment, far below the limits of the column


class LoanView(BaseModel):
    """A loan as it stands on the open business day."""

    id: UUID
    application_id: UUID
    customer_id: UUID
    loan_no: str
    contract_no: str
    branch: str
    product_code: str
    status: LoanStatus
    principal_minor: int
    outstanding_principal_minor: int
    suspense_minor: int
    currency: str
    annual_rate: Decimal
    term_months: int
    repayment_method: RepaymentMethod
    value_date: date | None
    maturity_date: date | None
    bucket: str
    dpd: int
    sequence: int

    @classmethod
    def of(cls, loan: Loan, on: date) -> "LoanView":
        """The view of a loan on a day."""
        contract = loan.contract
        return cls(
            id=loan.id, application_id=contract.application_id, customer_id=contract.customer_id, loan_no=loan.loan_no,
            contract_no=contract.contract_no, branch=contract.branch, product_code=contract.product_code,
            status=loan.status, principal_minor=contract.principal_minor,
            outstanding_principal_minor=loan.outstanding_principal_minor, suspense_minor=loan.suspense_minor,
            currency=contract.currency, annual_rate=contract.annual_rate, term_months=contract.term_months,
            repayment_method=contract.method, value_date=loan.value_date, maturity_date=loan.maturity_date,
            bucket=loan.bucket, dpd=loan.dpd(on), sequence=loan.sequence,
        )  # fmt: skip


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
        return cls(number=i.number, due_on=i.due_on, principal_minor=i.principal_minor, interest_minor=i.interest_minor,
                   total_minor=i.principal_minor + i.interest_minor, balance_minor=i.balance_minor,
                   unpaid_minor=i.scheduled_unpaid_minor, settled_on=i.settled_on)  # fmt: skip


class ScheduleView(BaseModel):
    """The schedule of a loan; empty before the pay-out."""

    loan_id: UUID
    instalments: list[InstalmentView]


class LedgerEntryView(BaseModel):
    """One line of the ledger: a debit is positive, a credit negative."""

    id: int
    kind: str
    account: str
    amount_minor: int
    business_date: date
    booked_at: datetime


class RepaymentEntryView(BaseModel):
    """A repayment with its allocation."""

    repayment_id: UUID
    received_on: date
    amount_minor: int
    profile: str
    allocation: list[dict[str, Any]]
    booked_at: datetime


class RepaymentBody(Body):
    """Money that came in."""

    amount_minor: Annotated[int, Field(gt=0, le=MOST_MINOR, examples=[888_488])]
    received_on: Annotated[Day | None, Field(description="Absent: the open business day")] = None


class RepaymentView(BaseModel):
    """What became of a repayment: split by component, the excess in suspense."""

    repayment_id: UUID
    received_on: date
    amount_minor: int
    profile: str
    lines: list[dict[str, Any]]
    excess_minor: int

    @classmethod
    def of(cls, r: Repayment) -> "RepaymentView":
        """The view of a repayment."""
        lines = [{"instalment_no": x.instalment_no, "component": x.component.value, "amount_minor": x.amount_minor}
                 for x in r.allocation.lines]  # fmt: skip
        return cls(repayment_id=r.repayment_id, received_on=r.received_on, amount_minor=r.amount_minor,
                   profile=r.allocation.profile.value, lines=lines, excess_minor=r.allocation.excess_minor)  # fmt: skip


class BusinessDayView(BaseModel):
    """The open business day, and the run that is closing it."""

    business_date: date
    closing: "DayClosingView | None"


class DayClosingView(BaseModel):
    """A run over the loans."""

    day: date
    status: ClosingStatus
    loans: int
    due: int
    missed: int
    requested_by: str
    started_at: datetime
    closed_at: datetime | None

    @classmethod
    def of(cls, c: DayClosing) -> "DayClosingView":
        """The view of a run."""
        return cls(day=c.id, status=c.status, loans=c.loans, due=c.due, missed=c.missed, requested_by=c.requested_by,
                   started_at=c.started_at, closed_at=c.closed_at)  # fmt: skip
