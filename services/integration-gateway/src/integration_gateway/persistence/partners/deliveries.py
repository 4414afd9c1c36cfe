"""Deliveries under a lease, and how they end. Of an application only the first that is open is ever leased, so that
they come in order; of a partner only so many at once, so that an endpoint that hangs keeps nobody else's waiting."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.partners.webhook import Deliver
from integration_gateway.persistence.partners.tables import SECRETS
from loan_servicekit.core import Cause, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import Fetched
from loan_servicekit.db.unit_of_work import UnitOfWork

LEASE_S: Final = 60.0
AT_ONCE: Final = 16  # of one partner

TAKE = """
with room as (
    select e.partner_id, $2::int - (
        select count(*) from webhook_deliveries h
        where h.partner_id = e.partner_id and h.state = 'OPEN' and h.claimed_by is not null and h.due_at > now()
    )::int as free
    from webhook_endpoints e where e.disabled_at is null
), due as (
    select found.id from room, lateral (
        select d.id from webhook_deliveries d
        where d.partner_id = room.partner_id and d.state = 'OPEN' and d.due_at <= now() and not exists (
            select from webhook_deliveries b
            where b.application_id = d.application_id and b.state = 'OPEN' and b.position < d.position
        )
        order by d.position limit greatest(room.free, 0) for update skip locked
    ) as found limit $3
)
update webhook_deliveries d set claimed_by = $1, due_at = now() + make_interval(secs => $4),
    tries = tries + (claimed_by is not null)::int
from due, webhook_endpoints e where d.id = due.id and e.partner_id = d.partner_id
returning d.id, d.partner_id, d.application_id, d.body, d.tries, d.since, d.position, e.url, e.secrets::text as secrets
"""
POSTPONE = (
    "update webhook_deliveries set claimed_by = null, tries = tries + $3::int,"
    " due_at = now() + make_interval(secs => $2) where id = any($1::uuid[]) and state = 'OPEN'"
)
FAILING = (
    "update webhook_endpoints e set failing_since = now() from webhook_deliveries d"
    " where d.id = $1 and e.partner_id = d.partner_id and e.failing_since is null"
)
NOTE = "update webhook_deliveries set last_code = $2 where id = $1 and state = 'OPEN'"
RELEASE = (
    "update webhook_deliveries set claimed_by = null, due_at = now(), tries = tries + 1"
    " where claimed_by = $1 and state = 'OPEN' and id <> all($2::uuid[])"
)
FINISH = (
    "update webhook_deliveries d set state = u.state, last_code = u.code, tries = tries + 1, claimed_by = null,"
    " finished_at = $4 from unnest($1::uuid[], $2::text[], $3::text[]) as u(id, state, code)"
    " where d.id = u.id and d.state = 'OPEN' returning d.id"
)
WELL = (
    "update webhook_endpoints set failing_since = null where failing_since is not null and partner_id in"
    " (select partner_id from webhook_deliveries where id = any($1::uuid[]) and state = 'DELIVERED')"
    " returning partner_id"
)
DISABLE = (
    "update webhook_endpoints e set disabled_at = $3 from partners p"
    " where e.partner_id = any($1::uuid[]) and e.disabled_at is null and e.failing_since <= $2 and p.id = e.partner_id"
    " returning e.partner_id, e.changed_by, p.approved_by"
)
AGAIN = (
    "update webhook_deliveries set state = 'OPEN', since = $3, due_at = $3, finished_at = null, claimed_by = null"
    " where id = $2 and partner_id = $1 returning id"
)


class SqlDeliveryLeases:
    """Implements `DeliveryLeases`, under the name of this process."""

    def __init__(self, engine: AsyncEngine, service: str, instance: str) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._service, self._instance = service, instance

    async def take(self, limit: int) -> Sequence[WorkItem[Deliver]]:
        """Leases what is due."""
        rows = await self._run(TAKE, self._instance, AT_ONCE, limit, LEASE_S)
        return [self._item(row) for row in sorted(rows, key=lambda row: row.position)]

    async def release(self, held: Sequence[UUID] = ()) -> None:
        """Gives back what this process has a lease on, except what it holds."""
        await self._run(RELEASE, self._instance, list(held))

    async def postpone(self, ids: Sequence[UUID], delay_s: float, attempted: bool) -> None:
        """Gives deliveries back, to be tried later."""
        await self._run(POSTPONE, list(ids), delay_s, int(attempted))

    async def note(self, id: UUID, code: str) -> None:
        """Keeps why a try has failed, and since when the endpoint does."""
        await self._run(NOTE, id, code)
        await self._run(FAILING, id)

    def _item(self, row: Fetched) -> WorkItem[Deliver]:
        work = Deliver(row.partner_id, row.application_id, row.body, row.url, SECRETS.validate_json(row.secrets))
        return WorkItem(row.id, work, row.tries, row.since, Cause(self._service, str(row.application_id)))

    async def _run(self, sql: str, *parameters: object) -> Sequence[Fetched]:
        try:
            async with self._engine.connect() as connection:
                result = await connection.exec_driver_sql(sql, parameters)
                return result.all() if result.returns_rows else []
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise


class SqlDeliveries:
    """Implements `Deliveries` and `Redelivering`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def finish(self, codes: Mapping[UUID, tuple[str, str]], now: datetime) -> set[UUID]:
        """Marks deliveries; gives those that were open until now. An endpoint that takes one is well again."""
        states, why = [state for state, _ in codes.values()], [code for _, code in codes.values()]
        first = {row.id for row in await self._uow.read(FINISH, list(codes), states, why, now)}
        await self._uow.read(WELL, list(first))
        return first

    async def disable(
        self, partners: Sequence[UUID], failing_before: datetime, now: datetime
    ) -> dict[UUID, tuple[str, ...]]:
        """Disables endpoints that have taken nothing for so long."""
        rows = await self._uow.read(DISABLE, list(partners), failing_before, now)
        return {row.partner_id: tuple(dict.fromkeys((row.changed_by, row.approved_by))) for row in rows}

    async def open_again(self, partner_id: UUID, delivery_id: UUID, now: datetime) -> bool:
        """Has one sent again."""
        return bool(await self._uow.read(AGAIN, partner_id, delivery_id, now))
