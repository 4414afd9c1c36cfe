"""The orders of payments, as they are kept before they are sent."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.payments.payment import Attempt, Pay
from integration_gateway.use_cases.payments.begin_attempt import BeginAttempt
from loan_servicekit.core import Cause, Conflict, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import Fetched
from loan_servicekit.db.unit_of_work import UnitOfWork

KEEP = """
with given as (
    select * from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[])
        as u(payment_id, number, order_id, ordered_at)
), before as (
    update payment_attempts a set absent_at = $5 from given g
    where g.number > 1 and a.payment_id = g.payment_id and a.number = g.number - 1 and a.absent_at is null
)
insert into payment_attempts (payment_id, number, order_id, ordered_at)
select payment_id, number, order_id, ordered_at from given
on conflict do nothing returning payment_id, number
"""
LATEST = "select number, order_id, ordered_at from payment_attempts where payment_id = $1 order by number desc limit 1"
DUE = """
update desk d set due_at = case when claimed_by is null then now() else due_at end, nudged = claimed_by is not null
from payment_attempts a where a.order_id = $1 and d.id = a.payment_id and d.state = 'OPEN' returning d.id
"""
WITHDRAW = "delete from payment_attempts where payment_id = $1 and number = $2 and order_id = $3"


class SqlKeptAttempts:
    """Implements `KeptAttempts`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def keep(self, attempts: Sequence[BeginAttempt], now: datetime) -> set[tuple[UUID, int]]:
        """Keeps orders; gives those that nobody had kept before."""
        columns = (
            [each.payment_id for each in attempts],
            [each.attempt.number for each in attempts],
            [each.attempt.order_id for each in attempts],
            [each.attempt.ordered_at for each in attempts],
        )
        return {(row.payment_id, row.number) for row in await self._uow.read(KEEP, *columns, now)}


class SqlAttempts:
    """Implements `Attempts`; `begun` keeps an order in a transaction, with others that wait for one."""

    def __init__(self, engine: AsyncEngine, begun: Callable[[BeginAttempt, Cause], Awaitable[None]]) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._begun = begun

    async def latest(self, payment_id: UUID) -> Attempt | None:
        """The last order of a payment."""
        rows = await self._run(LATEST, payment_id)
        return Attempt(rows[0].number, rows[0].order_id, rows[0].ordered_at) if rows else None

    async def begin(self, item: WorkItem[Pay], attempt: Attempt) -> bool:
        """Keeps an order before it is sent; False where somebody else has."""
        try:
            await self._begun(BeginAttempt(item.id, item.work.application_id, attempt), item.cause)
        except Conflict:
            return False
        return True

    async def withdraw(self, payment_id: UUID, attempt: Attempt) -> None:
        """Forgets an order that never left the house."""
        await self._run(WITHDRAW, payment_id, attempt.number, attempt.order_id)

    async def due(self, order_id: str) -> bool:
        """Has an order asked about now, or when who has it in hand puts it back; False where nobody waits for it."""
        return bool(await self._run(DUE, order_id))

    async def _run(self, sql: str, *parameters: object) -> Sequence[Fetched]:
        try:
            async with self._engine.connect() as connection:
                result = await connection.exec_driver_sql(sql, parameters)
                return result.all() if result.returns_rows else []
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise
