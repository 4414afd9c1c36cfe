"""Reads of a loan's books."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json
from postloan_svc.use_cases.ledger.ports import LedgerEntry, RepaymentEntry

LEDGER = (
    "select id, posting_no, kind, account, amount_minor, business_date,"
    " coalesce(value_date, business_date) as value_date, reverses, booked_at"
    " from ledger_entries"
    " where loan_id = $1 order by id"
)
REPAYMENTS = (
    "select r.repayment_id, r.version, r.received_on, r.amount_minor, r.profile, r.allocation::text as allocation,"
    " r.booked_at, e.source, e.reference,"
    " exists (select from loan_events x where x.reverses = r.repayment_id) as reversed"
    " from repayments r left join loan_events e on e.event_id = r.repayment_id"
    " where r.loan_id = $1 order by r.booked_at, r.repayment_id, r.version"
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
