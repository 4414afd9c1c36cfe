"""What was taken away, and what is held: for the API."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core.retention import LegalHold, Run
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.retention.tables import LEGAL_HOLDS
from loan_servicekit.db.tables import Fetched

COLUMNS = (
    "id, record, rule, period, unit, valid_from, recorded_at, cutoff, taken::text as taken, held, first_at, last_at,"
    " started_at, finished_at"
)
RUNS = (
    f"select {COLUMNS}, day from retention_runs where ($1::text is null or record = $1)"
    " and ($2::date is null or (day, id) < ($2, $3)) order by day desc, id desc limit $4"
)


class RetentionReads:
    """Reads for the API."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._reader = Reader(engine)

    async def runs(
        self, record: str | None, before: tuple[date, UUID] | None, limit: int
    ) -> Sequence[tuple[date, Run]]:
        """Runs, newest first, with their days."""
        day, id = before or (None, None)
        return [(row.day, _run(row)) for row in await self._reader.rows(RUNS, record, day, id, limit)]

    async def holds(self, open_only: bool, before: UUID | None, limit: int) -> list[LegalHold]:
        """Holds, newest first."""
        where = "(not $1 or released_at is null) and ($2::uuid is null or id < $2) order by id desc limit $3"
        return await self._reader.aggregates(LEGAL_HOLDS, where, open_only, before, limit)


def _run(row: Fetched) -> Run:
    return Run(
        id=row.id,
        record=row.record,
        rule=row.rule,
        period=row.period,
        unit=row.unit,
        valid_from=row.valid_from,
        recorded_at=row.recorded_at,
        cutoff=row.cutoff,
        taken=orjson.loads(row.taken),
        held=row.held,
        first_at=row.first_at,
        last_at=row.last_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )
