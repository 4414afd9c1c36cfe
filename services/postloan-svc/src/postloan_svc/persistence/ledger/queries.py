"""Reads of a loan's books, a page at a time: what a page costs does not grow with the life of the loan."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched, load_json
from postloan_svc.persistence.general_ledger.vat import taxes_of
from postloan_svc.use_cases.general_ledger.figures import LoanTax
from postloan_svc.use_cases.ledger.ports import EntryPlace, LedgerEntry, RepaymentEntry, RepaymentPlace

DAYS = 64  # of books that are looked through at first; four times as many, where a page needs more
LIFE = (
    "select l.value_date, greatest(l.advanced_to, c.business_date + 1) as last"
    " from loans l, business_calendars c where l.id = $1"
)
# An accrual is one row, and four entries at most; no index leads with its loan, so its days are asked for one by one.
# The first posting that is found may be the place itself, behind which the page begins: one more is read.
LEDGER = (
    "select id, posting_no, kind, account, amount_minor, business_date, value_date, reverses, booked_at from ("
    "(select id, posting_no, kind, account, amount_minor, business_date,"
    " coalesce(value_date, business_date) as value_date, reverses, booked_at"
    " from ledger_entries where loan_id = $1 and business_date >= $2 and business_date <= $3"
    " and (business_date, booked_at, id) >= ($2, $4, $5) order by business_date, booked_at, id limit $8::int + 1)"
    " union all (select a.id, 0, 'ACCRUAL', e.account, e.amount_minor, a.day, a.day, null, a.booked_at"
    " from generate_series($2::date, $3::date, interval '1 day') d"
    " join accruals a on a.day = d::date and a.loan_id = $1 and a.day >= $2 and a.day <= $3"
    " cross join lateral (values ('ACCRUED_INTEREST', a.on_minor), ('INTEREST_INCOME', -a.on_minor),"
    " ('OFF_BALANCE_INTEREST', a.off_minor), ('OFF_BALANCE_CONTRA', -a.off_minor)) e (account, amount_minor)"
    " where e.amount_minor <> 0)"
    ") entries where (business_date, booked_at, id, kind, account) > ($2, $4, $5, $6, $7)"
    " order by business_date, booked_at, id, kind, account limit $8"
)
SPLITS = (
    "select r.repayment_id, r.version, r.received_on, r.amount_minor, r.profile, r.allocation::text as allocation,"
    " r.booked_at, e.source, e.reference,"
    " exists (select from loan_events x where x.reverses = r.repayment_id) as reversed"
    " from repayments r left join loan_events e on e.event_id = r.repayment_id where r.loan_id = $1"
)
AS_THEY_COUNT = (
    " and not exists (select from repayments n where n.repayment_id = r.repayment_id and n.version > r.version)"
)
IN_ORDER = " order by r.booked_at, r.repayment_id, r.version"
BEHIND = " and (r.booked_at, r.repayment_id, r.version) > ($2, $3, $4)"
TODAY = "select business_date from business_calendars"


class SqlLedgerQueries:
    """Implements `use_cases.ledger.ports.LedgerQueries`; `vat_percent` is the rate of VAT in force on a day."""

    def __init__(self, reader: Reader, vat_percent: Callable[[date], Decimal]) -> None:
        self._reader, self._vat_percent = reader, vat_percent

    async def ledger(self, loan_id: UUID, after: EntryPlace | None, limit: int) -> Sequence[LedgerEntry]:
        """The ledger of a loan, in order, from the entry after one."""
        [life] = await self._reader.rows(LIFE, loan_id)
        if life.value_date is None:
            return []
        first = after or EntryPlace.before(life.value_date)
        days, last, rows = DAYS, max(life.last, first.business_date), list[Fetched]()
        until = date.min
        while len(rows) < limit and until < last:
            until = min(last, first.business_date + timedelta(days=days))
            place = (first.business_date, until, first.booked_at, first.id, first.kind, first.account)
            rows = list(await self._reader.rows(LEDGER, loan_id, *place, limit))
            days *= 4
        return [LedgerEntry(**row._mapping) for row in rows]

    async def repayments(self, loan_id: UUID, after: RepaymentPlace | None, limit: int) -> Sequence[RepaymentEntry]:
        """The repayments of a loan with every version of their splits, in order, from the one after one."""
        return await self._splits(SPLITS, loan_id, after, limit)

    async def repayments_now(
        self, loan_id: UUID, after: RepaymentPlace | None, limit: int | None
    ) -> Sequence[RepaymentEntry]:
        """The repayments of a loan, each as it counts now; without a limit all of them."""
        return await self._splits(SPLITS + AS_THEY_COUNT, loan_id, after, limit)

    async def _splits(
        self, select: str, loan_id: UUID, after: RepaymentPlace | None, limit: int | None
    ) -> Sequence[RepaymentEntry]:
        behind, place = (BEHIND, tuple(after)) if after else ("", ())
        most = "" if limit is None else f" limit {int(limit)}"
        rows = await self._reader.rows(f"{select}{behind}{IN_ORDER}{most}", loan_id, *place)
        return [_entry(row) for row in rows]

    async def taxes(self, loan_id: UUID) -> Sequence[LoanTax]:
        """What a loan has recognised up to the open business day, and the VAT in it, by account."""
        today: date = (await self._reader.rows(TODAY))[0][0]
        return await taxes_of(self._reader, loan_id, today, self._vat_percent(today))


def _entry(row: Fetched) -> RepaymentEntry:
    return RepaymentEntry(**{**row._mapping, "allocation": load_json(row.allocation)})
