"""The second person's word on a journal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller
from postloan_svc.domain.general_ledger.journal import Journal
from postloan_svc.use_cases.general_ledger.ports import JournalBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class DecideJournal:
    """Approve or reject."""

    caller: Caller
    journal_id: UUID
    approve: bool


async def decide_journal(command: DecideJournal, basis: JournalBasis, uow: UnitOfWork, now: datetime) -> Journal:
    """What was asked for is booked in the commit that says so; a refusal leaves it open."""
    journal = await uow.journals.get(command.journal_id)
    command.caller.require_branch(journal.branch)
    journal.decide(command.approve, command.caller, basis.rules, now)
    return journal
