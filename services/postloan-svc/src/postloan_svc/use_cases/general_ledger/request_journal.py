"""Asks a second person to book a journal, or to take one back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, Conflict, new_id
from postloan_svc.domain.general_ledger.journal import Journal, JournalLine
from postloan_svc.use_cases.general_ledger.ports import JournalBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class RequestJournal:
    """These lines; `business_date` absent is the open business day."""

    caller: Caller
    branch: str
    business_date: date | None
    lines: tuple[JournalLine, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RequestJournalReversal:
    """The contra of a booked journal, on the open business day."""

    caller: Caller
    journal_id: UUID
    reason: str


async def request_journal(command: RequestJournal, basis: JournalBasis, uow: UnitOfWork, now: datetime) -> Journal:
    """Nothing is booked before another person has approved it (`decide_journal`)."""
    command.caller.require_branch(command.branch)
    journal = Journal(
        id=new_id(),
        business_date=command.business_date or basis.rules.business_date,
        branch=command.branch,
        lines=list(command.lines),
        reason=command.reason,
        requested_by=command.caller.subject,
        requested_at=now,
    )
    journal.ask(basis.rules)
    uow.journals.add(journal)
    return journal


async def request_journal_reversal(
    command: RequestJournalReversal, basis: JournalBasis, uow: UnitOfWork, now: datetime
) -> Journal:
    """A journal is taken back once: Conflict `journal-already-reversed`, where its contra waits or was booked."""
    journal = await uow.journals.get(command.journal_id)
    command.caller.require_branch(journal.branch)
    contra = journal.contra(new_id(), basis.rules.business_date, command.reason, command.caller, now)
    if journal.id in basis.reversed:
        raise Conflict("journal-already-reversed", f"journal {journal.id} has its contra already")
    contra.ask(basis.rules)
    uow.journals.add(contra)
    return contra
