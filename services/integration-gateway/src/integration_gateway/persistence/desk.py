"""Outside work that waits, in PostgreSQL: claimed with SKIP LOCKED, finished with its effect in one commit."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.use_cases.ports import Due
from loan_servicekit.core import Unavailable
from loan_servicekit.db.engine import is_outage
from loan_servicekit.db.tables import dump_json
from loan_servicekit.db.unit_of_work import UnitOfWork

CLAIM_S = 60.0  # longer than the slowest source with its retries; what a crash leaves is freed at the next start
CLAIM = """
update desk d set claimed_by = $2, due_at = now() + make_interval(secs => $4)
from (select id from desk where kind = $1 and state = 'OPEN' and due_at <= now() order by requested_at
      limit $3 for update skip locked) as due
where d.id = due.id
returning d.id, d.body::text, d.tries, d.traceparent, d.correlation_id, d.causation_id, d.requested_at
"""
POSTPONE = (
    "update desk set claimed_by = null, due_at = now() + make_interval(secs => $2), tries = tries + $3::int"
    " where id = any($1::uuid[]) and state = 'OPEN'"
)
CUSTOMERS = """
select application_id, customer_id from collections where application_id = any($1::uuid[]) union
select application_id, (body ->> 'customer_id')::uuid from desk
where kind = 'COLLECT' and state = 'OPEN' and application_id = any($1::uuid[])
"""
FREE = "update desk set claimed_by = null, due_at = now() where kind = $1 and claimed_by = $2 and state = 'OPEN'"
FINISH = (
    "update desk d set state = 'DONE', tries = tries + 1, finished_at = $3, result = u.result::jsonb"
    " from unnest($1::uuid[], $2::text[]) as u(id, result) where d.id = u.id and d.state = 'OPEN' returning d.id"
)


class SqlDesk:
    """Implements `Desk` for one kind."""

    def __init__(self, engine: AsyncEngine, kind: str, instance: str) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._kind, self._instance = kind, instance

    async def claim(self, limit: int) -> Sequence[Due]:
        """Takes work that is due, oldest first."""
        rows = await self._run(CLAIM, self._kind, self._instance, limit, CLAIM_S)
        return [
            Due(row[0], json.loads(row[1]), row[2], row[3], row[4] or str(row[0]), row[5])
            for row in sorted(rows, key=lambda r: r[6])
        ]

    async def postpone(self, ids: Sequence[UUID], delay_s: float, attempted: bool = True) -> None:
        """Gives work back, to be tried again later."""
        await self._run(POSTPONE, list(ids), delay_s, int(attempted))

    async def free(self) -> None:
        """Gives back what this instance had claimed and nobody is working on: after a crash, or after a lost answer."""
        await self._run(FREE, self._kind, self._instance)

    async def _run(self, sql: str, *parameters: Any) -> Sequence[Any]:
        try:
            async with self._engine.connect() as connection:
                result = await connection.exec_driver_sql(sql, parameters)
                return result.all() if result.returns_rows else []
        except Exception as error:
            if is_outage(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise


async def finish(uow: UnitOfWork, commands: Sequence[Any]) -> None:
    """Preload of the finishing use cases: marks the work as done and says what was still open."""
    rows = await uow.read(FINISH, [c.due.id for c in commands], [dump_json(c.outcome) for c in commands], uow.now)
    uow.batch.setdefault("open", set()).update(row[0] for row in rows)


async def name_customers(uow: UnitOfWork, commands: Sequence[Any]) -> None:
    """Preload of notices: whose application it is, as a collection has kept it, or one that is still under way."""
    ids = [c.application_id for c in commands if c.application_id and "customer_id" not in c.body]
    uow.batch["customers"] = dict(tuple(row) for row in await uow.read(CUSTOMERS, ids))
