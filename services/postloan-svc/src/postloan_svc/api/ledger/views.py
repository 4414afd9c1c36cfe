"""What is shown of a loan's books."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel


class LedgerEntryView(BaseModel):
    """One line of the ledger: a debit is positive, a credit negative. `reverses` is the number of the posting that it
    takes back."""

    id: int
    posting_no: int
    kind: str
    account: str
    amount_minor: int
    business_date: date
    value_date: date
    reverses: int | None
    booked_at: datetime


class AllocationLineView(BaseModel):
    """What a part of a repayment paid."""

    instalment_no: int
    component: str
    amount_minor: int


class RepaymentEntryView(BaseModel):
    """A repayment with its allocation; of several versions the last one counts. What suspense gave has no source."""

    repayment_id: UUID
    version: int
    received_on: date
    amount_minor: int
    profile: str
    allocation: list[AllocationLineView]
    booked_at: datetime
    source: str | None
    reference: str | None
    reversed: bool
