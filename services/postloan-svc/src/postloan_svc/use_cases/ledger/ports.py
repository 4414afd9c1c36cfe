"""The reads of a loan's books."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypedDict
from uuid import UUID


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


class LedgerQueries(Protocol):
    """Reads of the books for the API."""

    async def ledger(self, loan_id: UUID) -> Sequence[LedgerEntry]:
        """The ledger of a loan, in order."""

    async def repayments(self, loan_id: UUID) -> Sequence[RepaymentEntry]:
        """The repayments of a loan, in order."""
