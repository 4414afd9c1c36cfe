"""What operations of the general ledger load for a batch. Loaders only read."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.general_ledger.journal import AccountKind, BookingRules, LedgerAccount
from postloan_svc.domain.general_ledger.period import PeriodFacts, Periods
from postloan_svc.persistence.calendar.open_day import open_day
from postloan_svc.use_cases.general_ledger.change_account import DecideAccountChange, RequestAccountChange
from postloan_svc.use_cases.general_ledger.change_period import DecidePeriodChange, RequestPeriodChange
from postloan_svc.use_cases.general_ledger.decide_journal import DecideJournal
from postloan_svc.use_cases.general_ledger.ports import JournalBasis, PeriodBasis
from postloan_svc.use_cases.general_ledger.request_journal import RequestJournal, RequestJournalReversal

CHART = "select code, number, name_zh, name_en, kind, of_loans, taxable from accounts order by number"
REVERSED = "select reverses from journals where reverses = any($1::uuid[]) and status <> 'REJECTED'"
WITH_ENTRIES = "select distinct to_char(business_date, 'YYYY-MM') from gl_entries"
# The last day of a month that the ledger has, and whether anything differed at its end.
AGREES = """select m.month, d.day is not null
    and exists (select from reconciliations r where r.day = d.day)
    and not exists (select from reconciliations r where r.day = d.day and r.loans_minor <> r.ledger_minor)
    and not exists (select from ledger_breaks b where b.day = d.day)
  from unnest($1::text[]) as m(month)
  left join lateral (select max(day) as day from gl_days where to_char(day, 'YYYY-MM') = m.month) d on true"""


def account_of(row: Sequence[object]) -> LedgerAccount:
    """An account of a row of the chart."""
    code, number, name_zh, name_en, kind, of_loans, taxable = row
    return LedgerAccount(
        code=str(code),
        number=str(number),
        name_zh=str(name_zh),
        name_en=str(name_en),
        kind=AccountKind(str(kind)),
        of_loans=bool(of_loans),
        taxable=bool(taxable),
    )


async def journal_basis(
    uow: UnitOfWork, commands: Sequence[RequestJournal | RequestJournalReversal | DecideJournal]
) -> JournalBasis:
    """The journals that are decided or taken back, the chart, the open day and the closed periods."""
    wanted: list[UUID] = [command.journal_id for command in commands if not isinstance(command, RequestJournal)]
    if wanted:
        await uow.journals.preload(wanted)
    chart = {row[0]: account_of(row) for row in await uow.read(CHART)}
    today = await uow.once(open_day)
    taken_back = {row[0] for row in await uow.read(REVERSED, wanted)}
    return JournalBasis(BookingRules(chart, today.business_date, today.periods), frozenset(taken_back))


async def chart_basis(
    uow: UnitOfWork, commands: Sequence[RequestAccountChange | DecideAccountChange]
) -> dict[str, LedgerAccount]:
    """The chart, and the changes of it that are decided."""
    await uow.account_changes.preload([each.change_id for each in commands if isinstance(each, DecideAccountChange)])
    return {row[0]: account_of(row) for row in await uow.read(CHART)}


async def period_basis(uow: UnitOfWork, commands: Sequence[RequestPeriodChange | DecidePeriodChange]) -> PeriodBasis:
    """The periods that change, and what decides about them."""
    wanted = list(dict.fromkeys(command.period for command in commands))
    await uow.periods.preload(wanted)
    today = await uow.once(open_day)
    with_entries = frozenset(row[0] for row in await uow.read(WITH_ENTRIES))
    agrees = {row[0]: row[1] for row in await uow.read(AGREES, wanted)}
    return {
        each: PeriodFacts(today.business_date, Periods(today.periods.closed), with_entries, agrees[each])
        for each in wanted
    }
