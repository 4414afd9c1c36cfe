"""Reads of a loan's books."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json
from postloan_svc.use_cases.ledger.ports import LedgerEntry, RepaymentEntry

LEDGER = (
    "select id, kind, account, amount_minor, business_date, booked_at from ledger_entries"
    " where loan_id = $1 order by id"
)
REPAYMENTS = (
    "select repayment_id, received_on, amount_minor, profile, allocation::text as allocation, booked_at from repayments"
    " where loan_id = $1 order by booked_at, repayment_id"
)


class SqlLedgerQueries:
    """Implements `use_cases.ledger.ports.LedgerQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def ledger(self, loan_id: UUID) -> Sequence[LedgerEntry]:
        """The ledger of a loan, in order."""
        return [LedgerEntry(**row._mapping) for row in await self._reader.rows(LEDGER, loan_id)]

    async def repayments(self, loan_id: UUID) -> Sequence[RepaymentEntry]:
        """The repayments of a loan, in order."""
        rows = await self._reader.rows(REPAYMENTS, loan_id)
        return [RepaymentEntry(**{**row._mapping, "allocation": load_json(row.allocation)}) for row in rows]
