"""The watch list's three acts: propose, confirm by another person, remove."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from antifraud_svc.domain.watch_list import WatchEntry, WatchKind
from antifraud_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller, new_id


@dataclass(frozen=True, slots=True)
class ProposeWatchEntry:
    """Put this token on the list; `application_id` is who showed it, where that is known."""

    caller: Caller
    kind: WatchKind
    token: str
    application_id: UUID | None
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeWatchEntry:
    """Confirm or remove this entry."""

    caller: Caller
    entry_id: UUID


async def propose_watch_entry(command: ProposeWatchEntry, uow: UnitOfWork, now: datetime) -> WatchEntry:
    """A new entry that waits for a second person."""
    entry = WatchEntry.propose(
        new_id(), command.kind, command.token, command.application_id, command.reason, command.caller.subject, now
    )
    uow.watch_entries.add(entry)
    return entry


async def confirm_watch_entry(command: ChangeWatchEntry, uow: UnitOfWork, now: datetime) -> WatchEntry:
    """The second person's word."""
    entry = await uow.watch_entries.get(command.entry_id)
    entry.confirm(command.caller.subject)
    return entry


async def remove_watch_entry(command: ChangeWatchEntry, uow: UnitOfWork, now: datetime) -> WatchEntry:
    """Off the list."""
    entry = await uow.watch_entries.get(command.entry_id)
    entry.remove()
    return entry
