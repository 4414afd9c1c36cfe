"""Reads of looks at protected values."""

from collections.abc import Sequence
from uuid import UUID

from application_svc.persistence.pages import LAST
from application_svc.use_cases.reveals.ports import Reveal
from loan_servicekit.db.queries import Reader

REVEALS = (
    "select call_id, fields, purpose, task_id, application_id, read_by, read_at from identity_reads"
    " where customer_id = $1 and application_id is not null and call_id < $2 order by call_id desc limit $3"
)


class SqlRevealQueries:
    """Implements `use_cases.reveals.ports.RevealQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def reveals_of(self, customer_id: UUID, before: UUID | None, limit: int) -> Sequence[Reveal]:
        """Who has looked at protected values of a customer, newest first, from the one after `before`."""
        rows = await self._reader.rows(REVEALS, customer_id, before or LAST, limit)
        return [Reveal(**dict(zip(Reveal._fields, row, strict=True))) for row in rows]
