"""Reads of the chain."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from uuid import UUID

from loan_servicekit.db.queries import Reader
from reporting_svc.domain.evidence.chain import START, Entry, Head
from reporting_svc.persistence.columns import ENTRY, selected
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
ENTRIES = f"select {selected(ENTRY)} from audit_entries where seq > $1 order by seq limit $2"
ENTRIES_OF = f"select {selected(ENTRY)} from audit_entries where subject = $3 and seq > $1 order by seq limit $2"
EVIDENCE = (
    f"select {selected(ENTRY, 'e.')}, before.hash from audit_entries e"
    " left join audit_entries before on before.seq = e.seq - 1"
    " where e.application_id = $1 and e.seq > $2 order by e.seq limit $3"
)
PIECE_OF_CHAIN = f"select {selected(ENTRY)} from audit_entries where seq > $1 and seq <= $2 order by seq limit {PIECE}"


class SqlEvidence:
    """Implements `EvidenceQueries`."""

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
        return _entries(await self._reader.rows(ENTRIES_OF, after, limit, subject))

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
            yield Chain(Head(seq, bytes(hash)), before, self._pieces(first, end if last is None else min(last, end)))

    async def _entry_at(self, seq: int) -> Head | None:
        rows = await self._reader.rows(ENTRY_AT, seq)
        return Head(rows[0][0], bytes(rows[0][1])) if rows else None

    async def _pieces(self, first: int, last: int) -> AsyncIterator[Sequence[Entry]]:
        after = first - 1
        while piece := _entries(await self._reader.rows(PIECE_OF_CHAIN, after, last)):
            yield piece
            after = piece[-1].seq


def _entries(rows: Iterable[Sequence[object]]) -> list[Entry]:
    return [Entry._make(row) for row in rows]
