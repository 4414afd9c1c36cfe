"""Payments for the API."""

from collections.abc import Sequence
from uuid import UUID

import orjson
from pydantic import TypeAdapter

from integration_gateway.persistence.desk.bodies import PAY
from integration_gateway.use_cases.payments.ports import AttemptRecord, PaymentRecord
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched

FIRST = UUID(int=0)
PAYMENT = """
select id, state, tries, body::text as body, result::text as result, requested_at, finished_at, (
    select jsonb_agg(jsonb_build_object('number', a.number, 'order_id', a.order_id, 'ordered_at', a.ordered_at,
                                        'absent_at', a.absent_at) order by a.number)::text
    from payment_attempts a where a.payment_id = desk.id
) as attempts from desk where kind = 'PAY'"""
ATTEMPTS = TypeAdapter(tuple[AttemptRecord, ...])


class SqlPaymentQueries:
    """Implements `PaymentQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def payment(self, payment_id: UUID) -> PaymentRecord | None:
        """One payment."""
        rows = await self._reader.rows(f"{PAYMENT} and id = $1", payment_id)
        return _payment(rows[0]) if rows else None

    async def payments(self, state: str | None, after: UUID | None, limit: int) -> Sequence[PaymentRecord]:
        """Payments by id."""
        of_state, given = ("", ()) if state is None else (" and state = $3", (state,))
        sql = f"{PAYMENT} and id > $1{of_state} order by id limit $2"
        return [_payment(row) for row in await self._reader.rows(sql, after or FIRST, limit, *given)]


def _payment(row: Fetched) -> PaymentRecord:
    return PaymentRecord(
        payment_id=row.id,
        state=row.state,
        tries=row.tries,
        work=PAY.validate_json(row.body),
        result=orjson.loads(row.result) if row.result else None,
        requested_at=row.requested_at,
        finished_at=row.finished_at,
        attempts=ATTEMPTS.validate_json(row.attempts) if row.attempts else (),
    )
