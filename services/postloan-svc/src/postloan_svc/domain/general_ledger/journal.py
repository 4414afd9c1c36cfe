"""Journals that people book into the general ledger: asked for by one, booked by another, never changed (§15.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from loan_servicekit.core import Aggregate, Caller, Conflict, FieldError, Invalid
from postloan_svc.domain.general_ledger.period import Periods
from postloan_svc.domain.two_people import require_second_person


class AccountKind(StrEnum):
    """Where an account stands; MEMO is off the balance sheet."""

    ASSET = "ASSET"
    LIABILITY = "LIABILITY"
    EQUITY = "EQUITY"
    INCOME = "INCOME"
    EXPENSE = "EXPENSE"
    MEMO = "MEMO"


class LedgerAccount(NamedTuple):
    """A row of the chart. What is `of_loans` moves by their postings alone; on what is `taxable` VAT is due."""

    code: str
    number: str
    name_zh: str
    name_en: str
    kind: AccountKind
    of_loans: bool
    taxable: bool


class JournalStatus(StrEnum):
    """Decided once."""

    REQUESTED = "REQUESTED"
    POSTED = "POSTED"
    REJECTED = "REJECTED"


class JournalLine(NamedTuple):
    """A debit or a credit, in minor units; the other one is 0."""

    account: str
    debit_minor: int
    credit_minor: int


class GlEntry(NamedTuple):
    """A line of a journal as the ledger keeps it."""

    journal_id: UUID
    business_date: date
    branch: str
    line: JournalLine


@dataclass(frozen=True, slots=True)
class BookingRules:
    """What a journal is booked by: the chart, the open business day, and which periods are closed."""

    chart: Mapping[str, LedgerAccount]
    business_date: date
    periods: Periods

    def require_lines(self, lines: Sequence[JournalLine]) -> None:
        """Raises Invalid `account-unknown`, `account-of-loans`, `journal-unbalanced`."""
        for place, line in enumerate(lines):
            account = self.chart.get(line.account)
            if account is None:
                raise _wrong("account-unknown", f"/lines/{place}/account", f"the chart has no account {line.account}")
            if account.of_loans:
                detail = f"{line.account} moves by the postings of loans alone"
                raise _wrong("account-of-loans", f"/lines/{place}/account", detail)
        debit, credit = sum(each.debit_minor for each in lines), sum(each.credit_minor for each in lines)
        one_sided = all((each.debit_minor > 0) != (each.credit_minor > 0) for each in lines)
        if debit != credit or not one_sided:
            detail = f"debits are {debit}, credits {credit}; they must be the same, and each line one of both"
            raise _wrong("journal-unbalanced", "/lines", detail)

    def require_day(self, day: date) -> None:
        """Raises Invalid `journal-date-invalid` for days to come, Conflict `period-closed`."""
        if day > self.business_date:
            raise _wrong("journal-date-invalid", "/business_date", f"{day} is after the open day {self.business_date}")
        self.periods.require_open(day)


def _wrong(code: str, pointer: str, detail: str) -> Invalid:
    return Invalid(code, detail, [FieldError(pointer, code, detail)])


@dataclass(eq=False)
class Journal(Aggregate):
    """One posting of the general ledger that no loan has made. A booked one is taken back by its contra, once."""

    AUDITED_AS = "journal"

    id: UUID
    business_date: date
    branch: str
    lines: list[JournalLine]
    reason: str
    requested_by: str
    requested_at: datetime
    reverses: UUID | None = None
    state: JournalStatus = JournalStatus.REQUESTED
    decided_by: str | None = None
    decided_at: datetime | None = None
    entries: list[GlEntry] = field(default_factory=list, init=False)

    def ask(self, rules: BookingRules) -> None:
        """Asks for it. Raises as the rules do."""
        self.require_bookable(rules)
        self.audit("request_journal", self._detail())

    def require_bookable(self, rules: BookingRules) -> None:
        """Raises as the rules do; the contra of a journal may move what that one has moved."""
        rules.require_lines(self.lines)
        rules.require_day(self.business_date)

    def contra(self, id: UUID, business_date: date, reason: str, by: Caller, now: datetime) -> "Journal":
        """What takes a booked journal back. Raises Conflict `journal-not-posted`, `journal-is-a-reversal`."""
        if self.state is not JournalStatus.POSTED:
            raise Conflict("journal-not-posted", f"the journal is {self.state}")
        if self.reverses is not None:
            raise Conflict("journal-is-a-reversal", f"it takes {self.reverses} back; book what is right instead")
        lines = [JournalLine(each.account, each.credit_minor, each.debit_minor) for each in self.lines]
        return Journal(
            id=id,
            business_date=business_date,
            branch=self.branch,
            lines=lines,
            reason=reason,
            requested_by=by.subject,
            requested_at=now,
            reverses=self.id,
        )

    def decide(self, approve: bool, by: Caller, rules: BookingRules, now: datetime) -> None:
        """Another person books it or says no. Raises Conflict `journal-decided`, Forbidden `second-person-required`,
        and as the rules do."""
        if self.state is not JournalStatus.REQUESTED:
            raise Conflict("journal-decided", f"the journal is {self.state}")
        require_second_person(by.subject, self.requested_by)
        if approve:
            self.require_bookable(rules)
            self.entries = [GlEntry(self.id, self.business_date, self.branch, line) for line in self.lines]
        self.state = JournalStatus.POSTED if approve else JournalStatus.REJECTED
        self.decided_by, self.decided_at = by.subject, now
        self.audit("decide_journal", self._detail())

    def take_entries(self) -> list[GlEntry]:
        """Hands over what is booked now, and forgets it."""
        taken, self.entries = self.entries, []
        return taken

    def _detail(self) -> dict[str, str]:
        debit = sum(each.debit_minor for each in self.lines)
        return {"status": self.state.value, "amount_minor": str(debit), "business_date": str(self.business_date)}
