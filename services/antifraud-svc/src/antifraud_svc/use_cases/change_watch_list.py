"""The watch list's acts: an entry, or its removal, is proposed, and confirmed by another person or turned down."""

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
    """Confirm or turn down what is proposed about this entry."""

    caller: Caller
    entry_id: UUID


@dataclass(frozen=True, slots=True)
class ProposeWatchRemoval:
    """Take this entry off the list."""

    caller: Caller
    entry_id: UUID
    reason: str


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


async def withdraw_watch_entry(command: ChangeWatchEntry, uow: UnitOfWork, now: datetime) -> WatchEntry:
    """A proposal that nobody has confirmed is dropped."""
    entry = await uow.watch_entries.get(command.entry_id)
    entry.withdraw(command.caller.subject)
    return entry


async def propose_watch_removal(command: ProposeWatchRemoval, uow: UnitOfWork, now: datetime) -> WatchEntry:
    """It waits for a second person, and counts until then."""
    entry = await uow.watch_entries.get(command.entry_id)
    entry.propose_removal(command.caller.subject, command.reason, now)
    return entry


async def confirm_watch_removal(command: ChangeWatchEntry, uow: UnitOfWork, now: datetime) -> WatchEntry:
    """Off the list, by the second person."""
    entry = await uow.watch_entries.get(command.entry_id)
    entry.confirm_removal(command.caller.subject)
    return entry


async def reject_watch_removal(command: ChangeWatchEntry, uow: UnitOfWork, now: datetime) -> WatchEntry:
    """It stays on the list."""
    entry = await uow.watch_entries.get(command.entry_id)
    entry.reject_removal(command.caller.subject)
    return entry
