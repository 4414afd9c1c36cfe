"""Reads of the chain."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from loan_servicekit.db.queries import Reader
from reporting_svc.domain.evidence.chain import START, Entry, Head
from reporting_svc.domain.evidence.seals import Seal
from reporting_svc.domain.evidence.verification import Scope, Verification
from reporting_svc.domain.live.notice import Notice
from reporting_svc.persistence.columns import ENTRY, selected
from reporting_svc.persistence.evidence.tables import VERIFICATIONS
from reporting_svc.use_cases.evidence.basis import Ends
from reporting_svc.use_cases.evidence.ports import Chain

PIECE = 250  # entries in memory at a time; reading them holds up the event loop for a few milliseconds
HEAD = "select seq, hash from audit_head"
END = f"select seq, hash, (select max(seq) from audit_entries) from ({HEAD}) as head"
ENTRY_AT = "select seq, hash from audit_entries where seq = $1"
TIMELINE = (
    f"select {selected(ENTRY)} from audit_entries where application_id = $1 order by occurred_at, message_id limit $2"
)
TIMELINE_AFTER = (
    f"select {selected(ENTRY)} from audit_entries where application_id = $1 and (occurred_at, message_id) > ($3, $4)"
    " order by occurred_at, message_id limit $2"
)
NEWEST_FIRST = f"select {selected(ENTRY)} from audit_entries where seq < $1{{}} order by seq desc limit $2"
NEWEST = "select coalesce(max(seq), 0) from audit_entries"
BEHIND = (
    "select e.seq, e.type, e.subject, e.application_id, e.figures::text, p.branch from audit_entries e"
    " left join application_progress p on p.application_id = e.application_id where e.seq > $1 order by e.seq limit $2"
)
ENTRIES = f"select {selected(ENTRY)} from audit_entries where seq > $1 order by seq limit $2"
# What is about an application is found by the index of applications, all else by that of subjects.
ENTRIES_OF = (
    f"select {selected(ENTRY)} from audit_entries where application_id = $4 and subject = $3 and seq > $1"
    f" union all (select {selected(ENTRY)} from audit_entries where subject = $3 and seq > $1"
    " and subject is distinct from application_id::text order by seq limit $2) order by seq limit $2"
)
EVIDENCE = (
    f"select {selected(ENTRY, 'e.')}, before.hash from audit_entries e"
    " left join audit_entries before on before.seq = e.seq - 1"
    " where e.application_id = $1 and e.seq > $2 order by e.seq limit $3"
)
PIECE_OF_CHAIN = f"select {selected(ENTRY)} from audit_entries where seq > $1 and seq <= $2 order by seq limit {PIECE}"
MARKED_HEAD = "select seq, hash, mark from audit_head"
TIME_OF = "select occurred_at from audit_entries where seq = $1"
SEAL = "number, first_seq, last_seq, end_hash, sealed_at, before, mark"
SEALS = f"select {SEAL} from audit_seals where number > $1 order by number limit $2"
SEALED_ENDS = "select e.seq, e.hash from audit_seals s join audit_entries e on e.seq = s.last_seq"
LAST_REPORTS = "state <> 'RUNNING' order by id desc limit 100"


class SqlEvidence:
    """Implements `EvidenceQueries` and `NoticeQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._one_walk = asyncio.Lock()

    async def timeline(self, application_id: UUID, after: tuple[datetime, UUID] | None, limit: int) -> Sequence[Entry]:
        """Entries about an application by time and message id."""
        if after is None:
            return _entries(await self._reader.rows(TIMELINE, application_id, limit))
        return _entries(await self._reader.rows(TIMELINE_AFTER, application_id, limit, *after))

    async def entries(self, subject: str | None, after: int, limit: int) -> Sequence[Entry]:
        """Entries of the chain by number."""
        if subject is None:
            return _entries(await self._reader.rows(ENTRIES, after, limit))
        return _entries(await self._reader.rows(ENTRIES_OF, after, limit, subject, _uuid(subject)))

    async def newest_first(
        self, before: int, limit: int, type: str | None, application_id: UUID | None
    ) -> Sequence[Entry]:
        """Entries before a number, the newest first."""
        wanted = {"type": type, "application_id": application_id}
        given = {column: value for column, value in wanted.items() if value is not None}
        where = "".join(f" and {column} = ${place}" for place, column in enumerate(given, 3))
        return _entries(await self._reader.rows(NEWEST_FIRST.format(where), before, limit, *given.values()))

    async def last_seq(self) -> int:
        """The number of the last entry."""
        [row] = await self._reader.rows(NEWEST)
        return int(row[0])

    async def behind(self, seq: int, limit: int) -> Sequence[Notice]:
        """What was said after a number, with the branch whose business it is."""
        return [Notice._make(row) for row in await self._reader.rows(BEHIND, seq, limit)]

    async def evidence(self, application_id: UUID, after: int, limit: int) -> Sequence[tuple[Entry, bytes | None]]:
        """Entries about an application, each with the hash of the entry before it in the chain."""
        rows = await self._reader.rows(EVIDENCE, application_id, after, limit)
        return [(Entry._make(row[:-1]), START.hash if row[0] == 1 else row[-1]) for row in rows]

    async def head(self) -> Head:
        """Where the chain ends."""
        (row,) = await self._reader.rows(HEAD)
        return Head(row[0], bytes(row[1]))

    @asynccontextmanager
    async def chain(self, first: int, last: int | None) -> AsyncIterator[Chain]:
        """The chain up to the end that it has now; who comes meanwhile waits, so that walks do not add up.

        What is written stays as it is, so no transaction has to be held open over the walk: it would keep the database
        from cleaning up for as long.
        """
        async with self._one_walk:
            ((seq, hash, newest),) = await self._reader.rows(END)
            before = START if first == 1 else await self._entry_at(first - 1)
            end = newest or 0
            yield Chain(Head(seq, bytes(hash)), before, self.pieces(first, end if last is None else min(last, end)))

    async def time_of(self, seq: int) -> datetime | None:
        """When what an entry tells has happened."""
        rows = await self._reader.rows(TIME_OF, seq)
        return rows[0][0] if rows else None

    async def seals(self, after: int = 0, limit: int | None = None) -> list[Seal]:
        """The seals behind a number, in order."""
        return [seal_of(row) for row in await self._reader.rows(SEALS, after, limit)]

    async def ends(self) -> Ends:
        """What the chain can be checked by without reading it. Seals first: the head is never behind them."""
        seals = await self.seals()
        hashes = {seq: bytes(hash) for seq, hash in map(tuple, await self._reader.rows(SEALED_ENDS))}
        reports = await self._reader.aggregates(VERIFICATIONS, LAST_REPORTS)
        ((seq, hash, mark),) = await self._reader.rows(MARKED_HEAD)
        return Ends(Head(seq, bytes(hash)), mark, seals, hashes, reports)

    async def verification(self, id: UUID) -> Verification | None:
        """A verification."""
        return next(iter(await self._reader.aggregates(VERIFICATIONS, "id = $1", id)), None)

    async def verifications(self, before: UUID, limit: int) -> Sequence[Verification]:
        """Verifications, the newest first; their ids are in the order of time."""
        return await self._reader.aggregates(VERIFICATIONS, "id < $1 order by id desc limit $2", before, limit)

    async def running(self) -> Sequence[Verification]:
        """Verifications that run."""
        return await self._reader.aggregates(VERIFICATIONS, "state = 'RUNNING' order by started_at")

    async def newest(self, scope: Scope) -> Verification | None:
        """The newest verification of a scope."""
        return await self._newest("scope = $1", scope)

    async def last_ended(self, scope: Scope) -> Verification | None:
        """The newest verification of a scope that has ended."""
        return await self._newest("scope = $1 and state <> 'RUNNING'", scope)

    async def _newest(self, which: str, scope: Scope) -> Verification | None:
        found = await self._reader.aggregates(VERIFICATIONS, f"{which} order by id desc limit 1", scope.value)
        return next(iter(found), None)

    async def _entry_at(self, seq: int) -> Head | None:
        rows = await self._reader.rows(ENTRY_AT, seq)
        return Head(rows[0][0], bytes(rows[0][1])) if rows else None

    async def pieces(self, first: int, last: int) -> AsyncIterator[Sequence[Entry]]:
        """The entries from one number to another, in pieces."""
        after = first - 1
        while piece := _entries(await self._reader.rows(PIECE_OF_CHAIN, after, last)):
            yield piece
            after = piece[-1].seq


def seal_of(row: Sequence[Any]) -> Seal:
    """A seal from its row."""
    number, first_seq, last_seq, end_hash, sealed_at, before, mark = row
    return Seal(number, first_seq, last_seq, bytes(end_hash), sealed_at, before=before, mark=mark)


def _uuid(text: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(text)
    return None


def _entries(rows: Iterable[Sequence[object]]) -> list[Entry]:
    return [Entry._make(row) for row in rows]
