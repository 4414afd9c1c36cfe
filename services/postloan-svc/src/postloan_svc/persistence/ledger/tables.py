"""Where the books live: rows that are appended with the loan that has posted them, and never changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.db.columns import Column, enumerated, rows
from postloan_svc.domain.ledger.allocations import AllocationLine, Profile, Repayment
from postloan_svc.domain.ledger.postings import Account, PostingKind
from postloan_svc.domain.loan.loan import Loan


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An entry of a posting."""

    loan_id: UUID
    kind: PostingKind
    account: Account
    amount_minor: int
    business_date: date
    value_date: date
    posting_no: int
    reverses: int | None
    booked_at: datetime


@dataclass(frozen=True, slots=True)
class RepaymentRow:
    """A repayment of a loan."""

    loan_id: UUID
    repayment: Repayment
    booked_at: datetime


def ledger_rows(loan: Loan, now: datetime) -> Iterator[LedgerRow]:
    """What a loan has posted: the loan forgets it."""
    for posting in loan.take_postings():
        for entry in posting.entries:
            yield LedgerRow(
                loan_id=loan.id,
                kind=posting.kind,
                account=entry.account,
                amount_minor=entry.amount_minor,
                business_date=posting.business_date,
                value_date=posting.value_date,
                posting_no=posting.number,
                reverses=posting.reverses,
                booked_at=now,
            )


def repayment_rows(loan: Loan, now: datetime) -> Iterator[RepaymentRow]:
    """What a loan has received: the loan forgets it."""
    for repayment in loan.take_repayments():
        yield RepaymentRow(loan.id, repayment, now)


def _lines(lines: Sequence[AllocationLine]) -> list[dict[str, object]]:
    return [line._asdict() for line in lines]


LEDGER_ENTRIES = rows(
    "ledger_entries",
    LedgerRow,
    [
        Column("loan_id", "uuid"),
        enumerated("kind", PostingKind),
        enumerated("account", Account),
        Column("amount_minor", "bigint"),
        Column("business_date", "date"),
        Column("value_date", "date"),
        Column("posting_no", "int"),
        Column("reverses", "int"),
        Column("booked_at", "timestamptz"),
    ],
)
REPAYMENTS = rows(
    "repayments",
    RepaymentRow,
    [
        Column("repayment_id", "uuid", of="repayment.repayment_id"),
        Column("loan_id", "uuid"),
        Column("received_on", "date", of="repayment.received_on"),
        Column("amount_minor", "bigint", of="repayment.amount_minor"),
        enumerated("profile", Profile, of="repayment.allocation.profile"),
        Column("allocation", "json", of="repayment.allocation.lines", write=_lines),
        Column("excess_minor", "bigint", of="repayment.allocation.excess_minor"),
        Column("version", "int", of="repayment.version"),
        Column("booked_at", "timestamptz"),
    ],
)
