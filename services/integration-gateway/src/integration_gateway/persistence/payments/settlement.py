"""Days of settlement and our orders on them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from integration_gateway.domain.payments.payment import PaymentState
from integration_gateway.domain.payments.settlement import BreakKind, Clearing, OwnOrder, Returned
from integration_gateway.persistence.payments.attempts import SqlAttempts
from integration_gateway.use_cases.payments.clear_break import ClearingRow
from integration_gateway.use_cases.payments.reconcile import BreakRow, DayRecord, DayRow
from loan_contracts.lending import PaymentDirection
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched

LAST_DAY = "select max(settled_on) as day from settlement_days"
# A failed payment has its state on the desk; an order that never arrived there is known by its own row.
OWN = """
select a.order_id, a.payment_id, (d.body ->> 'amount_minor')::bigint as amount_minor,
    case when a.absent_at is not null then 'FAIL' else coalesce(d.result ->> 'state', 'UNKNOWN') end as state
from payment_attempts a join desk d on d.id = a.payment_id
where a.order_id = any($1::text[])
union
select a.order_id, a.payment_id, (d.body ->> 'amount_minor')::bigint, d.result ->> 'state'
from desk d join payment_attempts a on a.payment_id = d.id and a.absent_at is null
where d.kind = 'PAY' and d.finished_at >= $2 and d.finished_at < $3
  and d.result ->> 'settled_on' = $4 and d.result ->> 'state' = 'SUCCESS'
"""
COLLECTED = """
select id, (body ->> 'loan_id')::uuid as loan_id, application_id, body ->> 'direction' as direction,
    (body ->> 'amount_minor')::bigint as amount_minor, body ->> 'currency' as currency, result ->> 'trace' as trace
from desk where kind = 'PAY' and result ->> 'trace' = any($1::text[]) and result ->> 'state' = 'SUCCESS'
"""
DAY = "select settled_on, orders, amount_minor, breaks, compared_at from settlement_days where settled_on = $1"
BREAKS = (
    "select settled_on, order_id, kind, payment_id, ours_minor, theirs_minor from settlement_breaks"
    " where settled_on = $1 order by order_id"
)
CLEARINGS = (
    "select settled_on, order_id, outcome, reference, note, cleared_by, cleared_at from settlement_clearings"
    " where settled_on = $1"
)
SOONER: Final = timedelta(days=1)  # a settlement day begins on the evening before
LATER: Final = timedelta(days=30)  # so long may pass until an order is known to be settled


class SqlSettlement:
    """Implements `SettlementBook` and `SettlementQueries`."""

    def __init__(self, reader: Reader, attempts: SqlAttempts) -> None:
        self._reader, self._attempts = reader, attempts

    async def last_day(self) -> date | None:
        """The last day that was compared."""
        [row] = await self._reader.rows(LAST_DAY)
        found: date | None = row.day
        return found

    async def own_orders(self, day: date, named: Sequence[str]) -> Sequence[OwnOrder]:
        """Our orders of these numbers, and those that we hold settled on the day."""
        begins = datetime.combine(day, time(), UTC)
        rows = await self._reader.rows(OWN, list(named), begins - SOONER, begins + LATER, f"{day:%m%d}")
        return [OwnOrder(row.order_id, row.payment_id, row.amount_minor, PaymentState(row.state)) for row in rows]

    async def collected(self, traces: Sequence[str]) -> Sequence[Returned]:
        """Our settled collections of these traces."""
        rows = await self._reader.rows(COLLECTED, list(traces)) if traces else []
        return [
            Returned(
                payment_id=row.id,
                loan_id=row.loan_id,
                application_id=row.application_id,
                direction=PaymentDirection(row.direction),
                amount_minor=row.amount_minor,
                currency=row.currency,
                trace=row.trace,
            )
            for row in rows
        ]

    async def due(self, order_id: str) -> bool:
        """Has an order asked about now."""
        return await self._attempts.due(order_id)

    async def day(self, settled_on: date) -> DayRecord | None:
        """A day that was compared."""
        rows = await self._reader.rows(DAY, settled_on)
        if not rows:
            return None
        breaks = [_break(row) for row in await self._reader.rows(BREAKS, settled_on)]
        cleared = [_clearing(row) for row in await self._reader.rows(CLEARINGS, settled_on)]
        return DayRecord(_day(rows[0]), breaks, {each.order_id: each for each in cleared})


def _day(row: Fetched) -> DayRow:
    return DayRow(row.settled_on, row.orders, row.amount_minor, row.breaks, row.compared_at)


def _break(row: Fetched) -> BreakRow:
    return BreakRow(
        settled_on=row.settled_on,
        order_id=row.order_id,
        kind=BreakKind(row.kind),
        payment_id=row.payment_id,
        ours_minor=row.ours_minor,
        theirs_minor=row.theirs_minor,
    )


def _clearing(row: Fetched) -> ClearingRow:
    return ClearingRow(
        settled_on=row.settled_on,
        order_id=row.order_id,
        outcome=Clearing(row.outcome),
        reference=row.reference,
        note=row.note,
        cleared_by=row.cleared_by,
        cleared_at=row.cleared_at,
    )
