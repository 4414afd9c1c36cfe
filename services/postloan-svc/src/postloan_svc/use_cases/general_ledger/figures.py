"""What reads of the general ledger give: balances, lines of a day's file, what agrees and what does not."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from postloan_svc.domain.general_ledger.journal import LedgerAccount


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """An account at the end of a day: what the day has moved, and the balance (a debit is positive)."""

    account: LedgerAccount
    debited_minor: int
    credited_minor: int
    balance_minor: int


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a day's interface file."""

    branch: str
    number: str
    account: str
    source: str
    journal_id: UUID | None
    debit_minor: int
    credit_minor: int
    entries: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """An account of loans at the end of a day: what the postings of loans say, and what the ledger says."""

    account: str
    loans_minor: int
    ledger_minor: int


@dataclass(frozen=True, slots=True)
class Break:
    """An account of a loan in which its books and the loan itself differ."""

    loan_id: UUID
    account: str
    books_minor: int
    loan_minor: int


@dataclass(frozen=True, slots=True)
class LoanTax:
    """What a loan has recognised on an account of income, and the VAT that is in it."""

    account: str
    income_minor: int
    vat_minor: int


@dataclass(frozen=True, slots=True)
class PostedDay:
    """A day that the ledger has."""

    day: date
    posted_at: datetime
