"""The steps of a closing run that record how all running loans stand, with their expected loss: room for the day, its
loans some thousand at a time, and that it is whole."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from postloan_svc.use_cases.classification.ports import Snapshots, UnitOfWork

FIRST, LAST = UUID(int=0), UUID(int=(1 << 128) - 1)  # of all ids


@dataclass(frozen=True, slots=True)
class BeginRecord:
    """Of this day, with the first of its loans, at most so many. May be repeated."""

    day: date
    at_most: int


@dataclass(frozen=True, slots=True)
class TakeSnapshots:
    """At the end of this day, of loans with ids behind one and up to another, at most so many."""

    day: date
    behind: UUID
    last: UUID
    at_most: int


@dataclass(frozen=True, slots=True)
class EndRecord:
    """Of this day, all loans of which are recorded. May be repeated."""

    day: date


async def begin_record(command: BeginRecord, snapshots: Snapshots, uow: UnitOfWork, now: datetime) -> UUID | None:
    """The last loan that was recorded; None: no more are left, and the day is whole."""
    await snapshots.prepare(command.day)
    recorded = await snapshots.take(command.day, FIRST, LAST, command.at_most)
    if recorded is None:
        await snapshots.end(command.day)
    return recorded


async def take_snapshots(command: TakeSnapshots, snapshots: Snapshots, uow: UnitOfWork, now: datetime) -> UUID | None:
    """The last loan that was recorded; None: no more are left. What is recorded already stays."""
    return await snapshots.take(command.day, command.behind, command.last, command.at_most)


async def end_record(command: EndRecord, snapshots: Snapshots, uow: UnitOfWork, now: datetime) -> None:
    """From now on the day is one that queries show."""
    await snapshots.end(command.day)
