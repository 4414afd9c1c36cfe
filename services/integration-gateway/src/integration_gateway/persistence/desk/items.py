"""The items of the desk that a transaction finishes."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from loan_servicekit.db.tables import dump_json
from loan_servicekit.db.unit_of_work import UnitOfWork

FINISH = (
    "update desk d set state = 'DONE', tries = tries + 1, finished_at = $3, result = u.result::jsonb"
    " from unnest($1::uuid[], $2::text[]) as u(id, result) where d.id = u.id and d.state = 'OPEN' returning d.id"
)


class SqlFinishedItems:
    """Implements `FinishedItems`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def mark(self, outcomes: Mapping[UUID, Mapping[str, object]], now: datetime) -> set[UUID]:
        """Marks items as finished; gives those that were open until now."""
        results = [dump_json(outcome) for outcome in outcomes.values()]
        return {row.id for row in await self._uow.read(FINISH, list(outcomes), results, now)}
