"""One step of a closing run: records how the next running loans stand, with their expected loss."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from postloan_svc.use_cases.classification.ports import Snapshots, UnitOfWork


@dataclass(frozen=True, slots=True)
class TakeSnapshots:
    """At the end of this day, behind a loan, at most so many."""

    day: date
    after: UUID | None
    at_most: int


async def take_snapshots(command: TakeSnapshots, snapshots: Snapshots, uow: UnitOfWork, now: datetime) -> UUID | None:
    """The last loan that was recorded; None: the day is whole. What is recorded already stays."""
    if command.after is None:
        await snapshots.prepare(command.day)
    return await snapshots.take(command.day, command.after, command.at_most)
