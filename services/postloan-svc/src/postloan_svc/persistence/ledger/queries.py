"""Reads of a loan's books."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json
from postloan_svc.use_cases.ledger.ports import LedgerEntry, RepaymentEntry

LEDGER = (  # an accrual is one row, and four entries at most; no index leads with its loan, the days of which are few
    "select id, posting_no, kind, account, amount_minor, business_date, value_date, reverses, booked_at from ("
    "select id, posting_no, kind, account, amount_minor, business_date,"
    " coalesce(value_date, business_date) as value_date, reverses, booked_at"
    " from ledger_entries where loan_id = $1"
    " union all select a.id, 0, 'ACCRUAL', e.account, e.amount_minor, a.day, a.day, null, a.booked_at"
    " from generate_series((select value_date from loans where id = $1),"
    " (select business_date from business_calendars), interval '1 day') d"
    " join accruals a on a.day = d::date and a.loan_id = $1"
    " cross join lateral (values ('ACCRUED_INTEREST', a.on_minor), ('INTEREST_INCOME', -a.on_minor),"
    " ('OFF_BALANCE_INTEREST', a.off_minor), ('OFF_BALANCE_CONTRA', -a.off_minor)) e (account, amount_minor)"
    " where e.amount_minor <> 0"
    ") entries order by business_date, booked_at, id"
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
