"""What is shown of a loan's books."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel


class LedgerEntryView(BaseModel):
    """One line of the ledger: a debit is positive, a credit negative."""

    id: int
    kind: str
    account: str
    amount_minor: int
    business_date: date
    booked_at: datetime


class AllocationLineView(BaseModel):
    """What a part of a repayment paid."""

    instalment_no: int
    component: str
    amount_minor: int


class RepaymentEntryView(BaseModel):
    """A repayment with its allocation."""

    repayment_id: UUID
    received_on: date
    amount_minor: int
    profile: str
    allocation: list[AllocationLineView]
    booked_at: datetime
