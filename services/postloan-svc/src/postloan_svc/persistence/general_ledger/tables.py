"""Where journals, periods and the entries of the ledger live."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from loan_servicekit.db.columns import Column, aggregates, enumerated, rows
from postloan_svc.domain.general_ledger.chart import AccountChange, ChangeStatus
from postloan_svc.domain.general_ledger.journal import (
    AccountKind,
    GlEntry,
    Journal,
    JournalLine,
    JournalStatus,
    LedgerAccount,
)
from postloan_svc.domain.general_ledger.period import AccountingPeriod, PeriodStatus


def _stored(lines: Sequence[JournalLine]) -> list[dict[str, object]]:
    return [line._asdict() for line in lines]


def _line(stored: dict[str, object]) -> JournalLine:
    return JournalLine(**stored)  # type: ignore[arg-type]  # as `_stored` has written it


def _lines(stored: list[dict[str, object]]) -> list[JournalLine]:
    return [_line(each) for each in stored]


@dataclass(frozen=True, slots=True)
class GlRow:
    """A line of a journal in the ledger."""

    entry: GlEntry
    entries: int
    source: str
    booked_at: datetime


def gl_rows(journal: Journal, now: datetime) -> Iterator[GlRow]:
    """What a journal books: it forgets it."""
    for entry in journal.take_entries():
        yield GlRow(entry, 1, "JOURNAL", now)


GL_ENTRIES = rows(
    "gl_entries",
    GlRow,
    [
        Column("business_date", "date", of="entry.business_date"),
        Column("branch", "text", of="entry.branch"),
        Column("account", "text", of="entry.line.account"),
        Column("debit_minor", "bigint", of="entry.line.debit_minor"),
        Column("credit_minor", "bigint", of="entry.line.credit_minor"),
        Column("entries", "int"),
        Column("source", "text"),
        Column("journal_id", "uuid", of="entry.journal_id"),
        Column("booked_at", "timestamptz"),
    ],
)
JOURNALS = aggregates(
    "journals",
    Journal,
    [
        Column("id", "uuid"),
        Column("business_date", "date"),
        Column("branch", "text"),
        Column("lines", "json", read=_lines, write=_stored),
        Column("reason", "text"),
        Column("requested_by", "text"),
        Column("requested_at", "timestamptz"),
        Column("reverses", "uuid"),
        enumerated("status", JournalStatus, of="state"),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
    ],
    missing="journal-not-found",
    appends={GL_ENTRIES.name: gl_rows},
)
PERIODS = aggregates(
    "accounting_periods",
    AccountingPeriod,
    [
        Column("id", "text"),
        enumerated("status", PeriodStatus, of="state"),
        enumerated("wanted", PeriodStatus),
        Column("reason", "text"),
        Column("requested_by", "text"),
        Column("requested_at", "timestamptz"),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
    ],
    missing="period-not-found",
)


def account_rows(change: AccountChange, now: datetime) -> Iterator[LedgerAccount]:
    """The account that a change makes: the change forgets it."""
    yield from change.take_made()


ACCOUNTS = rows(
    "accounts",
    LedgerAccount,
    [
        Column("code", "text"),
        Column("number", "text"),
        Column("name_zh", "text"),
        Column("name_en", "text"),
        enumerated("kind", AccountKind),
        Column("of_loans", "bool"),
        Column("taxable", "bool"),
    ],
    on_conflict="on conflict (code) do update set number = excluded.number, name_zh = excluded.name_zh,"
    " name_en = excluded.name_en, taxable = excluded.taxable",
)


def _account(stored: dict[str, object]) -> LedgerAccount:
    return LedgerAccount(**stored | {"kind": AccountKind(str(stored["kind"]))})  # type: ignore[arg-type]  # as stored


ACCOUNT_CHANGES = aggregates(
    "account_changes",
    AccountChange,
    [
        Column("id", "uuid"),
        Column("account", "json", read=_account, write=LedgerAccount._asdict),
        Column("reason", "text"),
        Column("requested_by", "text"),
        Column("requested_at", "timestamptz"),
        enumerated("status", ChangeStatus, of="state"),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
    ],
    missing="account-change-not-found",
    appends={ACCOUNTS.name: account_rows},
)
