"""What the use cases of loans need of the unit of work, what is loaded for them, and the reads of loans."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from postloan_svc.domain.loan.changes import ChangeKind
from postloan_svc.domain.loan.history import EventKind
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.schedule.versions import PlannedRow


class Loans(Protocol):
    """The loans of this unit of work."""

    async def get(self, id: UUID) -> Loan:
        """The loan; raises NotFound `loan-not-found`."""

    async def find(self, id: UUID) -> Loan | None:
        """The loan, if it exists."""

    def add(self, aggregate: Loan) -> None:
        """Takes in a new loan."""


class UnitOfWork(Protocol):
    """One transaction. What a loan has posted and received is saved with it."""

    loans: Loans


@dataclass(frozen=True, slots=True)
class StartingBasis:
    """What a loan is started on: the open business day, and the days past due after which principal is paid first
    (R-3.24) that are in force on a day."""

    business_date: date
    non_accrual_after_days: Callable[[date], int]


@dataclass(frozen=True, slots=True)
class LoanSearch:
    """Which loans are looked for; what is absent does not matter. `unapplied`: those for which money waits."""

    branch: str | None = None
    status: LoanStatus | None = None
    application_id: UUID | None = None
    customer_id: UUID | None = None
    loan_no: str | None = None
    unapplied: bool = False


@dataclass(frozen=True, slots=True)
class MadeBy:
    """The event that made a version of a schedule; `change` is what was changed, where it was a change."""

    event_id: UUID
    kind: EventKind
    change: ChangeKind | None
    value_date: date
    recorded_on: date


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A later version of a loan's schedule, as it was kept (R-3.1)."""

    number: int
    effective_from: date
    made_by: MadeBy
    rows: tuple[PlannedRow, ...] = ()


class LoanQueries(Protocol):
    """Reads of loans for the API."""

    async def loan(self, loan_id: UUID) -> Loan | None:
        """One loan."""

    async def loans(self, search: LoanSearch, after: UUID | None, limit: int) -> Sequence[Loan]:
        """Those that are looked for, by id, from the one after `after`."""

    async def versions(self, loan_id: UUID, after: int, limit: int) -> Sequence[StoredVersion]:
        """The later versions of a loan's schedule, by number from the one after `after`, without their rows."""

    async def version(self, loan_id: UUID, number: int) -> StoredVersion | None:
        """One of them, with its rows."""
