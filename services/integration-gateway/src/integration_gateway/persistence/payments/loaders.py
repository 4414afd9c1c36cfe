"""What operations on settlement have loaded for a batch."""

from collections.abc import Sequence

from integration_gateway.use_cases.payments.clear_break import BreakBasis, ClearBreak
from loan_servicekit.db.unit_of_work import UnitOfWork

_NAMED = "(settled_on, order_id) in (select * from unnest($1::date[], $2::text[]))"
KNOWN = f"select settled_on, order_id from settlement_breaks where {_NAMED} order by 1, 2 for update"
CLEARED = f"select settled_on, order_id from settlement_clearings where {_NAMED}"


async def breaks(uow: UnitOfWork, commands: Sequence[ClearBreak]) -> BreakBasis:
    """The breaks, held until the transaction is over, and those that are cleared."""
    named = [each.settled_on for each in commands], [each.order_id for each in commands]
    known = {(row[0], row[1]) for row in await uow.read(KNOWN, *named)}
    return BreakBasis(known, {(row[0], row[1]) for row in await uow.read(CLEARED, *named)})
