"""Answers of which nothing was read."""

from collections.abc import Sequence
from uuid import UUID

from integration_gateway.domain.sources.quarantine import Looked, Quarantined
from loan_contracts.values import Source
from loan_servicekit.db.columns import Column, aggregates, enumerated
from loan_servicekit.db.queries import Reader

QUARANTINED_ANSWERS = aggregates(
    "quarantined_answers",
    Quarantined,
    [
        Column("id", "uuid"),
        enumerated("source", Source),
        Column("provider", "text"),
        Column("code", "text"),
        Column("fault", "text"),
        Column("application_id", "uuid"),
        Column("request_id", "uuid"),
        Column("came_at", "timestamptz"),
        Column("text", "text"),
        enumerated("state", Looked),
        Column("closed_by", "text"),
        Column("closed_at", "timestamptz"),
        Column("finding", "text"),
    ],
    missing="quarantined-answer-not-found",
)


class SqlQuarantine:
    """Implements `QuarantineQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def answers(self, state: Looked, after: UUID | None, limit: int) -> Sequence[Quarantined]:
        """Those in a state, the oldest first: ids follow time."""
        where = "state = $1 and ($2::uuid is null or id > $2) order by id limit $3"
        return await self._reader.aggregates(QUARANTINED_ANSWERS, where, state.value, after, limit)
