"""Outside work that waits, in PostgreSQL: claimed with SKIP LOCKED, finished with its effect in one commit."""

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.domain.sources.answer import REUSABLE_FOR, Answer
from integration_gateway.use_cases.desk.intake import CLAIM_S, Intake
from integration_gateway.use_cases.desk.take_request import Kind, TakeRequest
from integration_gateway.use_cases.ports import Due
from loan_contracts.facts import BureauFacts
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import dump_json
from loan_servicekit.db.unit_of_work import UnitOfWork

CLAIM = """
update desk d set claimed_by = $2, due_at = now() + make_interval(secs => $4),
    tries = tries + (claimed_by is not null)::int -- whoever had it may have asked
from (select id from desk where kind = $1 and state = 'OPEN' and due_at <= now() order by requested_at
      limit $3 for update skip locked) as due
where d.id = due.id
returning d.id, d.body::text, d.tries, d.traceparent, d.correlation_id, d.causation_id, d.requested_at
"""
POSTPONE = (
    "update desk set claimed_by = null, due_at = now() + make_interval(secs => $2), tries = tries + $3::int"
    " where id = any($1::uuid[]) and state = 'OPEN'"
)
KNOWN = """
select kind, id, null::uuid from desk where id = any($1::uuid[]) union all
select 'CUSTOMER', application_id, customer_id from collections where application_id = any($2::uuid[]) union all
select 'CUSTOMER', application_id, (body ->> 'customer_id')::uuid from desk
where kind = 'COLLECT' and state = 'OPEN' and application_id = any($2::uuid[]) union all
select 'REPORT', asked.id, found.request_id
from unnest($3::uuid[], $4::uuid[], $5::text[]) as asked(id, customer_id, purpose_code), lateral (
    select c.request_id from collections c
    where c.customer_id = asked.customer_id and c.purpose_code = asked.purpose_code and c.report_at >= $6
    order by c.report_at desc limit 1
) as found
"""
REPORTS = """
select c.request_id, c.report_at, c.facts ->> 'credit_bureau', a ->> 'code', a ->> 'source_ref', a ->> 'raw_hash',
       a ->> 'adapter'
from collections c, jsonb_array_elements(c.answers) as a
where c.request_id = any($1::uuid[]) and c.report_at is not null and a ->> 'source' = 'CREDIT_BUREAU'
"""
FREE = (
    "update desk set claimed_by = null, due_at = now(), tries = tries + 1"
    " where kind = $1 and claimed_by = $2 and state = 'OPEN' and id <> all($3::uuid[])"
)
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
            Due(row[0], json.loads(row[1]), row[2], row[3], row[4] or str(row[0]), row[5], row[6])
            for row in sorted(rows, key=lambda r: r[6])
        ]

    async def postpone(self, ids: Sequence[UUID], delay_s: float, attempted: bool = True) -> None:
        """Gives work back, to be tried again later."""
        await self._run(POSTPONE, list(ids), delay_s, int(attempted))

    async def free(self, held: Sequence[UUID] = ()) -> None:
        """Gives back what this instance had claimed and does not hold: after a crash, or after a lost answer."""
        await self._run(FREE, self._kind, self._instance, list(held))

    async def reports(self, collections: Sequence[UUID]) -> dict[UUID, Answer[Any]]:
        """The credit reports of earlier collections, as answers that may stand for new ones, by collection."""
        return {
            row[0]: Answer(
                Source.CREDIT_BUREAU, SourceStatus.HIT, row[1], BureauFacts.model_validate_json(row[2]), row[3],
                row[4], raw_hash=row[5], adapter_version=row[6], reused_from=row[0],
            )
            for row in await self._run(REPORTS, list(collections))
        }  # fmt: skip

    async def _run(self, sql: str, *parameters: Any) -> Sequence[Any]:
        try:
            async with self._engine.connect() as connection:
                result = await connection.exec_driver_sql(sql, parameters)
                return result.all() if result.returns_rows else []
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise


async def mark_done(uow: UnitOfWork, commands: Sequence[Any]) -> None:
    """The finishing use cases' one write to the desk, for all of a batch before they run.

    The row says who is first: `uow.batch["open"]` holds the pieces that were open until now, and a use case refuses for
    any other. It is a preload because that is what runs once a batch; a roll-back takes it back with the rest.
    """
    rows = await uow.read(FINISH, [c.due.id for c in commands], [dump_json(c.outcome) for c in commands], uow.now)
    uow.batch.setdefault("open", set()).update(row[0] for row in rows)


def take_in(begin: Callable[[], Intake]) -> Callable[[UnitOfWork, Sequence[TakeRequest]], Awaitable[None]]:
    """Preload of taking requests in: what is known of them already, in one question."""

    async def prepare(uow: UnitOfWork, commands: Sequence[TakeRequest]) -> None:
        intake = uow.batch["intake"] = begin()
        unnamed = [c.application_id for c in commands if "customer_id" not in c.body]
        asked = [c for c in commands if c.kind is Kind.COLLECT and Source.CREDIT_BUREAU.value in c.body["sources"]]
        rows = await uow.read(
            KNOWN, [c.id for c in commands], unnamed, [c.id for c in asked], [c.body["customer_id"] for c in asked],
            [c.body["purpose_code"] for c in asked], uow.now - REUSABLE_FOR[Source.CREDIT_BUREAU],
        )  # fmt: skip
        for what, id, value in rows:
            match what:
                case "CUSTOMER":
                    intake.customers[id] = value
                case "REPORT":
                    intake.reports[id] = value
                case kind:
                    intake.known[id] = kind

    return prepare
