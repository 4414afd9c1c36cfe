"""Messages that could not be handled: kept with reason and origin, listed and replayed through the admin API."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core import new_id
from loan_servicekit.db.engine import is_outage
from loan_servicekit.db.tables import dump_json

log = logging.getLogger(__name__)

INSERT = (
    'insert into dead_letters (id, topic, partition, "offset", headers, value, reason, detail, attempts, state,'
    " created_at, retry_at) select i, t, p, o, h::jsonb, v, r, d, a, s, now(), w"
    " from unnest($1::uuid[], $2::text[], $3::int[], $4::bigint[], $5::text[], $6::bytea[], $7::text[], $8::text[],"
    " $9::int[], $10::text[], $11::timestamptz[]) as u(i, t, p, o, h, v, r, d, a, s, w)"
    ' on conflict (topic, partition, "offset") do update set attempts = excluded.attempts, reason = excluded.reason,'
    " detail = excluded.detail, state = excluded.state, retry_at = excluded.retry_at"
)
COLUMNS = 'id, topic, partition, "offset", headers, value, reason, detail, attempts, state, created_at, retry_at'
DUE = f"select {COLUMNS} from dead_letters where state = 'RETRYING' and retry_at <= now() order by created_at limit 100"
LIST = f"select {COLUMNS} from dead_letters where state = 'DEAD' and id < $1 order by id desc limit $2"
LAST_ID = UUID(int=2**128 - 1)


@dataclass(frozen=True, slots=True)
class Letter:
    """A record as it came from Kafka, with what became of it. RETRYING letters are tried again, DEAD ones wait."""

    id: UUID
    topic: str
    partition: int
    offset: int
    headers: list[list[str]]
    value: bytes
    reason: str
    detail: str
    attempts: int
    state: str
    created_at: datetime | None = None
    retry_at: datetime | None = None


def letter(record: Any, reason: str, detail: str, attempts: int, state: str, retry_at: datetime | None) -> Letter:
    """A letter about a consumer record."""
    headers = [[_storable(name), _storable((value or b"").decode(errors="replace"))] for name, value in record.headers]
    return Letter(new_id(), record.topic, record.partition, record.offset, headers, record.value or b"", reason,
                  _storable(detail[:500]), attempts, state, None, retry_at)  # fmt: skip


def _storable(text: str) -> str:
    """A letter must always be storable, whatever made its message poison: PostgreSQL takes neither NUL nor halves of
    characters in texts."""
    return text.replace("\0", "\ufffd").encode(errors="replace").decode()


class DeadLetters:
    """The dead-letter table of one service."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def keep(self, letters: Sequence[Letter]) -> None:
        """Stores letters; one about the same record replaces the earlier one. One that the database does not take is
        stored without its headers and detail, so that no message holds up those behind it."""
        try:
            await self._insert(letters)
        except DBAPIError as error:
            if is_outage(error):
                raise
            if len(letters) > 1:  # one of them is the cause: the others keep their headers, which they are read by
                for each in letters:
                    await self.keep([each])
                return
            log.warning("letter.reduced", extra={"letter": str(letters[0].id)})
            await self._insert([replace(letters[0], headers=[], detail="")])

    async def _insert(self, letters: Sequence[Letter]) -> None:
        if not letters:
            return
        columns = tuple(list(c) for c in zip(*(
            (x.id, x.topic, x.partition, x.offset, dump_json(x.headers), x.value, x.reason, x.detail, x.attempts,
             x.state, x.retry_at) for x in letters
        ), strict=True))  # fmt: skip
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(INSERT, columns)

    async def due(self) -> list[Letter]:
        """Letters whose next try has come."""
        return await self._read(DUE)

    async def waiting(self) -> bool:
        """Whether there are letters that will be tried again."""
        async with self._engine.connect() as connection:
            found = await connection.exec_driver_sql(
                "select exists (select from dead_letters where state = 'RETRYING')"
            )
            return bool(found.scalar_one())

    async def page(self, before: UUID | None, limit: int) -> list[Letter]:
        """Dead letters, newest first."""
        return await self._read(LIST, before or LAST_ID, limit)

    async def count(self) -> int:
        """How many letters are dead."""
        async with self._engine.connect() as connection:
            result = await connection.exec_driver_sql("select count(*) from dead_letters where state = 'DEAD'")
            return int(result.scalar_one())

    async def settle(self, ids: Sequence[UUID]) -> None:
        """Marks letters as handled."""
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(
                "update dead_letters set state = 'HANDLED', retry_at = null where id = any($1::uuid[])", (list(ids),)
            )

    async def _read(self, sql: str, *parameters: Any) -> list[Letter]:
        async with self._engine.connect() as connection:
            return [restored(row) for row in (await connection.exec_driver_sql(sql, parameters)).all()]


def restored(row: Any) -> Letter:
    """The letter of a row of COLUMNS."""
    headers = row[4] if isinstance(row[4], list) else []
    return Letter(row[0], row[1], row[2], row[3], headers, bytes(row[5]), *row[6:])
