"""Reads of credit lines, and what their loans say of them."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from uuid import UUID

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched
from postloan_svc.domain.credit_line.line import CreditLine, Used
from postloan_svc.persistence.credit_line.tables import CREDIT_LINES

FIRST = UUID(int=0)
USED = (
    "select line_id, coalesce(sum(outstanding_minor), 0)::bigint,"
    " coalesce(sum(principal_minor) filter (where status in ('PENDING', 'DISBURSING')), 0)::bigint,"
    " bool_or(status in ('OVERDUE', 'WRITTEN_OFF')) from loans where line_id = any($1::uuid[])"
    " and status not in ('FAILED', 'SETTLED', 'TRANSFERRED') group by line_id"
)
ENDING = (
    "select id from credit_lines c where (status in ('OPEN', 'FROZEN') and expires_on <= $1)"
    " or (status = 'EXPIRED' and not exists (select from loans l where l.line_id = c.id"
    " and l.status not in ('FAILED', 'SETTLED', 'TRANSFERRED'))) order by id limit $2"
)


Read = Callable[..., Awaitable[Sequence[Fetched]]]


async def used_of(read: Read, line_ids: Sequence[UUID]) -> dict[UUID, Used]:
    """What of each line is used; one without loans is not."""
    rows = await read(USED, list(line_ids))
    found = {line_id: Used(owed, ordered, overdue) for line_id, owed, ordered, overdue in rows}
    return {each: found.get(each, Used()) for each in line_ids}


class SqlCreditLineQueries:
    """Implements `use_cases.credit_line.ports.CreditLineQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def lines(
        self, branch: str | None, customer_id: UUID | None, after: UUID | None, limit: int
    ) -> Sequence[CreditLine]:
        """Those of a branch or of a customer, by id, from the one after `after`."""
        values: list[object] = [after or FIRST]
        where, order = "id > $1", "id"
        if customer_id is not None:
            values.append(customer_id)
            where, order = "customer_id = $2 and (customer_id, id) > ($2, $1)", "customer_id, id"
        elif branch is not None:
            values.append(branch)
            where, order = "branch = $2 and (branch, id) > ($2, $1)", "branch, id"
        if customer_id is not None and branch is not None:
            values.append(branch)
            where += " and branch = $3"
        return await self._reader.aggregates(CREDIT_LINES, f"{where} order by {order} limit {int(limit)}", *values)

    async def line(self, line_id: UUID) -> CreditLine | None:
        """One of them."""
        found = await self._reader.aggregates(CREDIT_LINES, "id = $1", line_id)
        return found[0] if found else None

    async def used(self, line_ids: Sequence[UUID]) -> dict[UUID, Used]:
        """What of each is used."""
        return await used_of(self._reader.rows, line_ids)

    async def ending(self, day: date, at_most: int) -> Sequence[UUID]:
        """Lines that a day brings to an end."""
        return [row[0] for row in await self._reader.rows(ENDING, day, at_most)]
