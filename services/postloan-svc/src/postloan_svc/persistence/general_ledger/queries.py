"""Reads of the general ledger."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.general_ledger.chart import AccountChange
from postloan_svc.domain.general_ledger.journal import Journal, LedgerAccount
from postloan_svc.domain.general_ledger.period import AccountingPeriod
from postloan_svc.persistence.general_ledger.loaders import CHART, account_of
from postloan_svc.persistence.general_ledger.tables import ACCOUNT_CHANGES, JOURNALS, PERIODS
from postloan_svc.use_cases.general_ledger.figures import Agreement, BalanceLine, Break, FileLine, PostedDay

POSTED = "select day, posted_at from gl_days where day = coalesce($1::date, (select max(day) from gl_days))"
BALANCES = (
    "select a.code, a.number, a.name_zh, a.name_en, a.kind, a.of_loans, a.taxable,"
    " coalesce(sum(g.debit_minor) filter (where g.business_date = $1), 0)::bigint,"
    " coalesce(sum(g.credit_minor) filter (where g.business_date = $1), 0)::bigint,"
    " coalesce(sum(g.debit_minor - g.credit_minor), 0)::bigint"
    " from accounts a left join gl_entries g on g.account = a.code and g.business_date <= $1"
    " and ($2::text is null or g.branch = $2) group by 1, 2, 3, 4, 5, 6, 7 order by a.number"
)
FILE = (
    "select g.branch, a.number, g.account, g.source, g.journal_id, sum(g.debit_minor)::bigint as debit_minor,"
    " sum(g.credit_minor)::bigint as credit_minor, sum(g.entries)::bigint as entries"
    " from gl_entries g join accounts a on a.code = g.account where g.business_date = $1"
    " group by 1, 2, 3, 4, 5 order by 1, 2, 4, 5 nulls first"
)
AGREEMENTS = "select account, loans_minor, ledger_minor from reconciliations where day = $1 order by account"
COUNT_BREAKS = "select count(*) from ledger_breaks where day = $1"
BREAKS = (
    "select loan_id, account, books_minor, loan_minor from ledger_breaks"
    " where day = $1 and (loan_id, account) > ($2, $3) order by loan_id, account limit $4"
)
OF_MONTH = (
    "business_date >= $1::date and business_date < $1::date + interval '1 month' and status = 'POSTED' and id > $2"
    " order by id"
)
FIRST = (UUID(int=0), "")


class SqlGeneralLedgerQueries:
    """Implements `use_cases.general_ledger.ports.GeneralLedgerQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def accounts(self) -> Sequence[LedgerAccount]:
        """The chart, by number."""
        return [account_of(row) for row in await self._reader.rows(CHART)]

    async def posted_day(self, day: date | None) -> PostedDay | None:
        """A day that the ledger has; None: the last one."""
        rows = await self._reader.rows(POSTED, day)
        return PostedDay(rows[0][0], rows[0][1]) if rows else None

    async def balances(self, day: date, branch: str | None) -> Sequence[BalanceLine]:
        """Every account at the end of a day, by number."""
        rows = await self._reader.rows(BALANCES, day, branch)
        return [BalanceLine(account_of(row[:7]), row[7], row[8], row[9]) for row in rows]

    async def file_lines(self, day: date) -> Sequence[FileLine]:
        """What the day has moved, by branch, account, source and journal."""
        return [FileLine(**row._mapping) for row in await self._reader.rows(FILE, day)]

    async def agreements(self, day: date) -> Sequence[Agreement]:
        """The reconciliation of a day, by account; empty where there was none."""
        return [Agreement(**row._mapping) for row in await self._reader.rows(AGREEMENTS, day)]

    async def count_breaks(self, day: date) -> int:
        """How many accounts of loans differed."""
        found: int = (await self._reader.rows(COUNT_BREAKS, day))[0][0]
        return found

    async def breaks(self, day: date, after: tuple[UUID, str] | None, limit: int) -> Sequence[Break]:
        """Those accounts of loans, by loan, from the one after."""
        return [Break(**row._mapping) for row in await self._reader.rows(BREAKS, day, *(after or FIRST), limit)]

    async def journal(self, journal_id: UUID) -> Journal | None:
        """A journal."""
        found = await self._reader.aggregates(JOURNALS, "id = $1", journal_id)
        return found[0] if found else None

    async def account_change(self, change_id: UUID) -> AccountChange | None:
        """A change of the chart."""
        found = await self._reader.aggregates(ACCOUNT_CHANGES, "id = $1", change_id)
        return found[0] if found else None

    async def journals_of(self, period: str, after: UUID | None, limit: int) -> Sequence[Journal]:
        """The journals that were booked into a month, by id, from the one after `after`."""
        return await self._reader.aggregates(
            JOURNALS, f"{OF_MONTH} limit {int(limit)}", date.fromisoformat(f"{period}-01"), after or FIRST[0]
        )

    async def periods(self) -> Sequence[AccountingPeriod]:
        """The periods of which somebody has said something, the latest first."""
        return await self._reader.aggregates(PERIODS, "true order by id desc limit 600")
