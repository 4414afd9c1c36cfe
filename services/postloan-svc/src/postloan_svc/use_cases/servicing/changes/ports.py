"""What changes of loans need of the unit of work, what is loaded for them, and their reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from postloan_svc.domain.general_ledger.period import Periods
from postloan_svc.domain.servicing.changes.limits import ChangeLimits
from postloan_svc.domain.servicing.changes.requests import LoanChange
from postloan_svc.use_cases.loan.ports import Loans


class LoanChanges(Protocol):
    """The changes that were asked for."""

    async def get(self, id: UUID) -> LoanChange:
        """The change; raises NotFound `loan-change-not-found`."""

    def add(self, aggregate: LoanChange) -> None:
        """Takes in a new one."""


class UnitOfWork(Protocol):
    """One transaction. What a loan has posted and lived through is saved with it."""

    loans: Loans
    loan_changes: LoanChanges


@dataclass(frozen=True, slots=True)
class ChangeBasis:
    """What changes are decided on: the open business day, the days past due after which principal is paid first, by the
    day, the periods that are closed, how far a change may go, and above which amounts a process decides, and in it a
    committee."""

    business_date: date
    non_accrual_after_days: Callable[[date], int]
    periods: Periods
    limits: ChangeLimits
    process_over_minor: int
    committee_over_minor: int


class ChangeQueries(Protocol):
    """Reads of changes for the API."""

    async def changes_of(self, loan_id: UUID) -> Sequence[LoanChange]:
        """What was asked for of a loan, oldest first."""
