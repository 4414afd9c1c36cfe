"""Reads for the API."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from integration_gateway.use_cases.ports import CollectionRecord, PaymentRecord
from loan_servicekit.db.queries import Reader

FIRST = UUID(int=0)
COLLECTIONS = (
    "select request_id, application_id, collected_at, facts::text, answers::text from collections"
    " where application_id = $1 order by collected_at desc"
)
PAYMENT = "select id, state, tries, body::text, result::text, requested_at, finished_at from desk where kind = 'PAY'"
WAITING = "select kind, count(*) from desk where state = 'OPEN' group by kind"


class SqlQueries:
    """Implements `use_cases.ports.Queries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def collections(self, application_id: UUID) -> Sequence[CollectionRecord]:
        """Everything collected for an application, newest first."""
        rows = await self._reader.rows(COLLECTIONS, application_id)
        return [CollectionRecord(r[0], r[1], r[2], json.loads(r[3]), json.loads(r[4])) for r in rows]

    async def payment(self, payment_id: UUID) -> PaymentRecord | None:
        """One payment."""
        rows = await self._reader.rows(f"{PAYMENT} and id = $1", payment_id)
        return _payment(rows[0]) if rows else None

    async def payments(self, state: str | None, after: UUID | None, limit: int) -> Sequence[PaymentRecord]:
        """Payments by id."""
        sql = f"{PAYMENT} and id > $1 and ($2::text is null or state = $2) order by id limit $3"
        return [_payment(row) for row in await self._reader.rows(sql, after or FIRST, state, limit)]

    async def waiting(self) -> dict[str, int]:
        """How much outside work waits, by kind."""
        return {row[0]: row[1] for row in await self._reader.rows(WAITING)}


def _payment(row: Any) -> PaymentRecord:
    return PaymentRecord(
        row[0], row[1], row[2], json.loads(row[3]), json.loads(row[4]) if row[4] else None, row[5], row[6]
    )
