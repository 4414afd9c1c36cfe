"""What the use cases need of the unit of work and of the reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from postloan_svc.domain.business_day import BusinessCalendar
from postloan_svc.domain.day_closing import DayClosing
from postloan_svc.domain.loan import Loan

CALENDAR = "business-calendar"


class Loans(Protocol):
    """The loans of this unit of work."""

    async def get(self, id: UUID) -> Loan:
        """The loan; raises NotFound `loan-not-found`."""

    async def find(self, id: UUID) -> Loan | None:
        """The loan, if it exists."""

    def add(self, aggregate: Loan) -> None:
        """Takes in a new loan."""


class Calendars(Protocol):
    """The one calendar."""

    async def get(self, id: str) -> BusinessCalendar:
        """The calendar."""


class DayClosings(Protocol):
    """The runs."""

    async def get(self, id: date) -> DayClosing:
        """The run of a day; raises NotFound `day-closing-not-found`."""

    async def find(self, id: date) -> DayClosing | None:
        """The run of a day, if it was begun."""

    def add(self, aggregate: DayClosing) -> None:
        """Takes in a new run."""


class Rows(Protocol):
    """An append-only table."""

    def append(self, *values: Any) -> None:
        """Adds a row."""


class UnitOfWork(Protocol):
    """One transaction. What a use case finds in `batch`, where the preload of its batch has put it there:

    `business_date`, the open business day; `bears_seal`, whether a signed contract is application-svc's own; `annual_rate_cap` and `non_accrual_after_days`, which give the cap on all
    charges (domain.md §2.6) and the days past due after which principal is paid first (R-3.24) in force on a day;
    `loans_to_advance`, by day the ids of the next loans of its closing run, in order.
    """

    loans: Loans
    calendars: Calendars
    day_closings: DayClosings
    ledger_entries: Rows
    repayments: Rows
    batch: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the ledger: a debit is positive, a credit negative."""

    id: int
    kind: str
    account: str
    amount_minor: int
    business_date: date
    booked_at: datetime


@dataclass(frozen=True, slots=True)
class RepaymentEntry:
    """A repayment with its allocation."""

    repayment_id: UUID
    received_on: date
    amount_minor: int
    profile: str
    allocation: list[dict[str, Any]]
    booked_at: datetime


class Queries(Protocol):
    """Reads for the API."""

    async def loan(self, loan_id: UUID) -> Loan | None:
        """One loan."""

    async def loans(
        self, branch: str | None, status: str | None, application_id: UUID | None, customer_id: UUID | None,
        after: UUID | None, limit: int,
    ) -> Sequence[Loan]:  # fmt: skip
        """Loans by id, filtered."""

    async def ledger(self, loan_id: UUID) -> Sequence[LedgerEntry]:
        """The ledger of a loan, in order."""

    async def repayments(self, loan_id: UUID) -> Sequence[RepaymentEntry]:
        """The repayments of a loan, in order."""

    async def business_date(self) -> date:
        """The open business day."""

    async def day_closing(self, day: date) -> DayClosing | None:
        """The run of a day."""

    async def running_closing(self) -> DayClosing | None:
        """The run that has begun and not finished."""
