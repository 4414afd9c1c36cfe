"""Leases on outside work, in PostgreSQL: taken with SKIP LOCKED, one statement each."""

from collections.abc import Sequence
from typing import Generic, TypeVar
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.domain.desk.work import Kind, Work, WorkItem
from loan_servicekit.core import Cause, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import Fetched

W = TypeVar("W", bound=Work)

LEASE_S = 60.0  # longer than the slowest source with its retries; what a crash leaves is released at the next start
TAKE = """
update desk d set claimed_by = $2, due_at = now() + make_interval(secs => $4),
    tries = tries + (claimed_by is not null)::int -- whoever had it may have asked
from (select id from desk where kind = $1 and state = 'OPEN' and due_at <= now() order by requested_at
      limit $3 for update skip locked) as due
where d.id = due.id
returning d.id, d.body::text as body, d.tries, d.traceparent, d.correlation_id, d.causation_id, d.requested_at
"""
POSTPONE = (
    "update desk set claimed_by = null, tries = tries + $3::int, nudged = false,"
    " due_at = now() + make_interval(secs => case when nudged then 0 else $2 end)"
    " where id = any($1::uuid[]) and state = 'OPEN'"
)
RELEASE = (
    "update desk set claimed_by = null, due_at = now(), tries = tries + 1"
    " where kind = $1 and claimed_by = $2 and state = 'OPEN' and id <> all($3::uuid[])"
)


class SqlLeases(Generic[W]):
    """Implements `Leases` for one kind of work, under the name of this process."""

    def __init__(self, engine: AsyncEngine, service: str, instance: str, kind: Kind, body: TypeAdapter[W]) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._service, self._instance, self._kind, self._body = service, instance, kind, body

    async def take(self, limit: int) -> Sequence[WorkItem[W]]:
        """Leases work that is due, oldest first."""
        rows = await self._run(TAKE, self._kind, self._instance, limit, LEASE_S)
        return [self._item(row) for row in sorted(rows, key=lambda row: row.requested_at)]

    async def release(self, held: Sequence[UUID] = ()) -> None:
        """Gives back what this process has a lease on, except what it holds: after a crash, or after a lost answer."""
        await self._run(RELEASE, self._kind, self._instance, list(held))

    async def postpone(self, ids: Sequence[UUID], delay_s: float, attempted: bool) -> None:
        """Gives work back, to be tried later."""
        await self._run(POSTPONE, list(ids), delay_s, int(attempted))

    def _item(self, row: Fetched) -> WorkItem[W]:
        cause = Cause(self._service, row.correlation_id or str(row.id), row.causation_id, row.traceparent)
        return WorkItem(row.id, self._body.validate_json(row.body), row.tries, row.requested_at, cause)

    async def _run(self, sql: str, *parameters: object) -> Sequence[Fetched]:
        try:
            async with self._engine.connect() as connection:
                result = await connection.exec_driver_sql(sql, parameters)
                return result.all() if result.returns_rows else []
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise
