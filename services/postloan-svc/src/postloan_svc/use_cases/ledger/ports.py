"""The reads of a loan's books."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple, Protocol, TypedDict
from uuid import UUID

from postloan_svc.use_cases.general_ledger.figures import LoanTax


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the ledger: a debit is positive, a credit negative."""

    id: int
    posting_no: int
    kind: str
    account: str
    amount_minor: int
    business_date: date
    value_date: date
    reverses: int | None
    booked_at: datetime


class StoredLine(TypedDict):
    """A line of an allocation, as it is stored."""

    instalment_no: int
    component: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class RepaymentEntry:
    """A repayment with its allocation; of several versions the last one counts."""

    repayment_id: UUID
    version: int
    received_on: date
    amount_minor: int
    profile: str
    allocation: list[StoredLine]
    booked_at: datetime
    source: str | None
    reference: str | None
    reversed: bool


class EntryPlace(NamedTuple):
    """Where a line of the ledger stands among those of its loan."""

    business_date: date
    booked_at: datetime
    id: int
    kind: str
    account: str

    @classmethod
    def before(cls, day: date) -> "EntryPlace":
        """Before every line of a day."""
        return cls(day, datetime.min.replace(tzinfo=UTC), 0, "", "")


class RepaymentPlace(NamedTuple):
    """Where a version of a repayment stands among those of its loan."""

    booked_at: datetime
    repayment_id: UUID
    version: int


class LedgerQueries(Protocol):
    """Reads of the books for the API."""

    async def ledger(self, loan_id: UUID, after: EntryPlace | None, limit: int) -> Sequence[LedgerEntry]:
        """The ledger of a loan, in order, from the entry after one."""

    async def repayments(self, loan_id: UUID, after: RepaymentPlace | None, limit: int) -> Sequence[RepaymentEntry]:
        """The repayments of a loan with every version of their splits, in order, from the one after one."""

    async def repayments_now(
        self, loan_id: UUID, after: RepaymentPlace | None, limit: int | None
    ) -> Sequence[RepaymentEntry]:
        """The repayments of a loan, each as it counts now; without a limit all of them."""

    async def taxes(self, loan_id: UUID) -> Sequence[LoanTax]:
        """What a loan has recognised up to the open business day, and the VAT in it, by account."""
