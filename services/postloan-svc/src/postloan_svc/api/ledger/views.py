"""What is shown of a loan's books."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from postloan_svc.use_cases.general_ledger.figures import LoanTax


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


class LoanTaxView(BaseModel):
    """An account of income of a loan: what was recognised, and the tax in it."""

    account: str
    income_minor: int
    vat_minor: int
    net_minor: int

    @classmethod
    def of(cls, tax: LoanTax) -> "LoanTaxView":
        """The view of an account."""
        net = tax.income_minor - tax.vat_minor
        return cls(account=tax.account, income_minor=tax.income_minor, vat_minor=tax.vat_minor, net_minor=net)


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
