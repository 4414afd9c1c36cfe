"""Messages that could not be handled: kept whole, with reason and origin; listed, replayed and discarded through the
admin API.

A letter is about one record: its topic, partition and offset, and the digest of what it holds. A topic that was made
anew has other records at the same offsets, and they are other letters (docs/decisions/0006).
"""

import base64
import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core import new_id
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import Row, dump_json

log = logging.getLogger(__name__)

Headers = Sequence[tuple[str, bytes | None]]


class LetterState(StrEnum):
    """RETRYING: tried again by itself. DEAD: waits for a person. DISCARDING: one person wants it gone, another has to
    look. HANDLED and DISCARDED are ends."""

    RETRYING = "RETRYING"
    DEAD = "DEAD"
    DISCARDING = "DISCARDING"
    HANDLED = "HANDLED"
    DISCARDED = "DISCARDED"


WAITING = (LetterState.DEAD, LetterState.DISCARDING)  # for a person
OPEN = (LetterState.RETRYING, *WAITING)

# A record that comes again (its offset was not committed) changes nothing, unless its letter was thought handled.
INSERT = (
    'insert into dead_letters as a (id, topic, topic_id, partition, "offset", digest, key, record_headers, headers,'
    " value, timestamp_ms, reason, detail, attempts, state, created_at, last_failed_at, retry_at)"
    " select i, t, ti, p, o, g, k, rh, h::jsonb, v, ts, r, d, n, s, now(), now(), w"
    " from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::bigint[], $6::bytea[], $7::bytea[], $8::bytea[],"
    " $9::text[], $10::bytea[], $11::bigint[], $12::text[], $13::text[], $14::int[], $15::text[], $16::timestamptz[])"
    " as u(i, t, ti, p, o, g, k, rh, h, v, ts, r, d, n, s, w)"
    ' on conflict (topic, partition, "offset", digest) do update set attempts = a.attempts + excluded.attempts,'
    " tried = a.attempts, reason = excluded.reason, detail = excluded.detail, state = excluded.state,"
    " last_failed_at = now(), retry_at = excluded.retry_at where a.state = 'HANDLED' returning digest"
)
AGAIN = (
    "update dead_letters set attempts = $2, reason = $3, detail = $4, state = $5, retry_at = $6, last_failed_at = now()"
    " where id = $1 and state = 'RETRYING'"
)
COLUMNS = (
    'id, topic, topic_id, partition, "offset", key, record_headers, headers, value, timestamp_ms, reason, detail,'
    " attempts, tried, state, created_at, last_failed_at, retry_at, replays, replayed_at,"
    " discard_reason, discard_note, discard_by, discarded_by"
)
DUE = f"select {COLUMNS} from dead_letters where state = 'RETRYING' and retry_at <= now() order by created_at limit 100"
OF_STATE = f"(select {COLUMNS} from dead_letters where state = '{{}}' and id < $1 order by id desc limit $2)"
ONE = f"select {COLUMNS} from dead_letters where id = $1"
COUNT = "select state, count(*) from dead_letters where state in ('RETRYING', 'DEAD', 'DISCARDING') group by state"
LAST_ID = UUID(int=2**128 - 1)


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the bus, as a consumer polls it; or a letter's, which is handled the same way."""

    topic: str
    partition: int
    offset: int
    headers: Sequence[tuple[str, bytes | None]]
    value: bytes | None
    timestamp: int = 0
    key: bytes | None = None

    @classmethod
    def of(cls, kept: "Letter") -> "Record":
        """The record that the letter is about."""
        return cls(kept.topic, kept.partition, kept.offset, kept.headers, kept.value, kept.timestamp_ms, kept.key)


@dataclass(frozen=True, slots=True)
class Letter:
    """A record as it came from Kafka, with what became of it.
    `attempts` counts every try, `tried` those before the last replay."""

    id: UUID
    topic: str
    topic_id: UUID | None
    partition: int
    offset: int
    key: bytes | None
    headers: Headers
    value: bytes | None
    timestamp_ms: int
    reason: str
    detail: str
    attempts: int
    tried: int
    state: str
    created_at: datetime | None = None
    last_failed_at: datetime | None = None
    retry_at: datetime | None = None
    replays: int = 0
    replayed_at: datetime | None = None
    discard_reason: str | None = None
    discard_note: str | None = None
    discard_by: str | None = None
    discarded_by: str | None = None

    @property
    def digest(self) -> bytes:
        """What the record holds, in 32 bytes."""
        made = hashlib.sha256()
        for part in (self.key, self.value, *(x for name, value in self.headers for x in (_utf8(name), value))):
            made.update(b"-" if part is None else len(part).to_bytes(8) + part)
        return made.digest()

    @property
    def shown(self) -> list[list[str]]:
        """The headers as people read them."""
        return [[_storable(name), _storable((value or b"").decode(errors="replace"))] for name, value in self.headers]


def letter(record: Record, reason: str, detail: str, attempts: int, state: str, retry_at: datetime | None) -> Letter:
    """A letter about a consumer record, after so many attempts at it."""
    place = (record.topic, None, record.partition, record.offset)
    content = (record.key, tuple(record.headers), record.value, record.timestamp)
    return Letter(new_id(), *place, *content, reason, _storable(detail[:500]), attempts, 0, state, retry_at=retry_at)


def _storable(text: str) -> str:
    """What is shown must always be storable: PostgreSQL takes neither NUL nor halves of characters in texts."""
    return text.replace("\0", "\ufffd").encode(errors="replace").decode()


def _utf8(name: str) -> bytes:
    return name.encode(errors="surrogatepass")


def packed(headers: Headers) -> bytes:
    """Headers byte for byte: names as JSON text, values in base64."""
    return json.dumps([[n, None if v is None else base64.b64encode(v).decode()] for n, v in headers]).encode()


def unpacked(kept: bytes) -> Headers:
    """What `packed` was made of."""
    return tuple((n, None if v is None else base64.b64decode(v)) for n, v in json.loads(kept))


class DeadLetters:
    """The dead-letter table of one service."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def keep(self, letters: Sequence[Letter]) -> list[Letter]:
        """Stores letters and returns those that are new. What the database does not show (its text, its parts) it still
        keeps: the record is there byte for byte, so that no message holds up those behind it."""
        try:
            return await self._insert(letters)
        except DBAPIError as error:
            if may_pass(error):
                raise
            if len(letters) > 1:  # one of them is the cause
                return [kept for each in letters for kept in await self.keep([each])]
            log.warning("letter.reduced", extra={"letter": str(letters[0].id)})
            return await self._insert([replace(letters[0], detail="")], shown=False)

    async def _insert(self, letters: Sequence[Letter], shown: bool = True) -> list[Letter]:
        by_record = {(x.topic, x.partition, x.offset, x.digest): x for x in letters}
        if not by_record:
            return []
        rows = [_row(kept, digest, shown) for (*_, digest), kept in by_record.items()]
        columns = tuple(list(column) for column in zip(*rows, strict=True))
        async with self._engine.begin() as connection:
            new = {bytes(row[0]) for row in (await connection.exec_driver_sql(INSERT, columns)).all()}
        return [kept for (*_, digest), kept in by_record.items() if digest in new]

    async def keep_again(self, letter_id: UUID, kept: Letter) -> None:
        """Says what became of one more try of a letter."""
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(
                AGAIN, (letter_id, kept.attempts, kept.reason, kept.detail, kept.state, kept.retry_at)
            )

    async def due(self) -> list[Letter]:
        """Letters whose next try has come."""
        return await self._read(DUE)

    async def page(self, before: UUID | None, limit: int, states: Sequence[LetterState] = WAITING) -> list[Letter]:
        """Letters in one of these states, newest first; those that wait for a person unless told. Each state is asked
        for by its name and by index, so that a rare one is found among many of another."""
        each = " union all ".join(OF_STATE.format(LetterState(state)) for state in dict.fromkeys(states))
        return await self._read(f"select * from ({each}) as found order by id desc limit $2", before or LAST_ID, limit)

    async def find(self, letter_id: UUID) -> Letter | None:
        """One letter."""
        return next(iter(await self._read(ONE, letter_id)), None)

    async def counts(self) -> dict[LetterState, int]:
        """How many letters are open, by state."""
        async with self._engine.connect() as connection:
            rows = [tuple(row) for row in (await connection.exec_driver_sql(COUNT)).all()]
        return dict.fromkeys(OPEN, 0) | {LetterState(state): count for state, count in rows}

    async def waiting(self) -> bool:
        """Whether there are letters that will be tried again."""
        return (await self.counts())[LetterState.RETRYING] > 0

    async def handled(self, ids: Sequence[UUID]) -> None:
        """Marks letters as handled."""
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(
                "update dead_letters set state = 'HANDLED', retry_at = null where id = any($1::uuid[])"
                " and state = 'RETRYING'",
                (list(ids),),
            )

    async def _read(self, sql: str, *parameters: object) -> list[Letter]:
        async with self._engine.connect() as connection:
            return [restored(row) for row in (await connection.exec_driver_sql(sql, parameters)).all()]


def _row(kept: Letter, digest: bytes, shown: bool) -> tuple[object, ...]:
    """The values that a new letter has in the table, in the order of `INSERT`."""
    place = (kept.id, kept.topic, kept.topic_id, kept.partition, kept.offset)
    record = (digest, kept.key, packed(kept.headers), dump_json(kept.shown if shown else []), kept.value)
    why = (kept.timestamp_ms, kept.reason, kept.detail, kept.attempts, kept.state, kept.retry_at)
    return (*place, *record, *why)


def restored(row: Row) -> Letter:
    """The letter of a row of COLUMNS; one from before records were kept whole has its headers as text."""
    id, topic, topic_id, partition, offset, key, whole, shown, value, *rest = row
    headers = unpacked(bytes(whole)) if whole is not None else [(n, v.encode()) for n, v in _as_list(shown)]
    return Letter(id, topic, topic_id, partition, offset, _bytes(key), headers, _bytes(value), *rest)


def _as_list(shown: object) -> list[list[str]]:
    found = json.loads(shown) if isinstance(shown, str) else shown
    return found if isinstance(found, list) else []


def _bytes(value: bytes | memoryview | None) -> bytes | None:
    return None if value is None else bytes(value)
