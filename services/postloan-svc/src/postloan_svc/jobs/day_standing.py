"""The part of a closing run that says how loans stand: classes, then the daily record with its expected loss."""

import asyncio
from collections.abc import Coroutine, Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from loan_servicekit.core import Cause
from loan_servicekit.db.group_commit import GroupCommit
from postloan_svc.domain.calendar.day_closing import Shard, shards
from postloan_svc.jobs.outbox_room import OutboxRoom
from postloan_svc.operations import Operations
from postloan_svc.use_cases.classification.classify_loans import ClassifyLoans, FindLoans
from postloan_svc.use_cases.provision.take_snapshots import BeginRecord, EndRecord, TakeSnapshots

FOUND = 50_000  # ids that are found at once: whoever is a candidate is looked at for each
CLASSIFIED = 200  # loans in one commit: each is loaded, and may tell
RECORDED = 20_000  # loans in one commit: one statement
PARTS = 4  # of all loans, which the lanes take by turns
PASSES = 3  # a loan that turns bad may turn its debtor's others, and these nobody else


async def all_of(lanes: Iterable[Coroutine[Any, Any, None]]) -> None:
    """Side by side; where one fails, the others come to their end before that is told."""
    for found in await asyncio.gather(*lanes, return_exceptions=True):
        if isinstance(found, BaseException):
            raise found


class DayStanding:
    """Runs behind the interest of a day, and before its end. Each step is a commit of its own and may be repeated: a
    loan that stands where it belongs is not looked at again, one that is recorded stays recorded."""

    def __init__(self, operations: Operations, lanes: Sequence[GroupCommit], cause: Cause, room: OutboxRoom) -> None:
        self._operations, self._lanes, self._cause, self._room = operations, lanes, cause, room
        self._commit = lanes[0]

    async def record(self, day: date) -> None:
        """Classifies what has to be looked at, and records the day."""
        for _ in range(PASSES):
            if not await self._classify(day):
                break
        begin = BeginRecord(day, RECORDED)
        if recorded := await self._commit.perform(self._operations.begin_record, begin, self._cause):
            parts = iter(shards(PARTS))
            await all_of(self._take(day, recorded, parts, lane) for lane in self._lanes)
            await self._commit.perform(self._operations.end_record, EndRecord(day), self._cause)

    async def _take(self, day: date, recorded: UUID, parts: Iterator[Shard], lane: GroupCommit) -> None:
        for part in parts:
            behind: UUID | None = max(part.behind, recorded)
            while behind:
                command = TakeSnapshots(day, behind, part.last, RECORDED)
                behind = await lane.perform(self._operations.take_snapshots, command, self._cause)

    async def _classify(self, day: date) -> bool:
        """Whether a class changed."""
        any_changed = False
        found = await self._find(day, None)
        while found:
            for at in range(0, len(found), CLASSIFIED):
                command = ClassifyLoans(day, found[at : at + CLASSIFIED])
                changed = await self._commit.perform(self._operations.classify_loans, command, self._cause)
                any_changed = any_changed or changed
                if changed:
                    await self._room.wait()
            found = await self._find(day, found[-1])
        return any_changed

    async def _find(self, day: date, after: UUID | None) -> Sequence[UUID]:
        return await self._commit.perform(self._operations.find_loans, FindLoans(day, after, FOUND), self._cause)
