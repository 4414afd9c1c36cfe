"""What operations load for a batch. Loaders only read."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from loan_contracts.decisions import ApprovalDecided
from loan_contracts.values import Tenor
from loan_servicekit.core.working_days import WorkingDays
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.calendar.day_closing import Place
from postloan_svc.domain.parameters import LPR
from postloan_svc.domain.servicing.changes.limits import ChangeLimits
from postloan_svc.persistence.calendar.open_day import open_day
from postloan_svc.persistence.calendar.queries import next_places
from postloan_svc.persistence.general_ledger.day import SqlGeneralLedger
from postloan_svc.persistence.ledger.accruals import SqlAccruals
from postloan_svc.persistence.loan.history import load_past
from postloan_svc.persistence.servicing.tables import TAKEN
from postloan_svc.use_cases.calendar.accrue_interest import AccrueInterest
from postloan_svc.use_cases.calendar.advance_loans import AdvanceLoans
from postloan_svc.use_cases.calendar.end_business_day import EndBusinessDay
from postloan_svc.use_cases.calendar.ports import AdvanceBasis, ClosingBasis
from postloan_svc.use_cases.loan.ports import StartingBasis
from postloan_svc.use_cases.servicing.changes.decide_change import DecideChange
from postloan_svc.use_cases.servicing.changes.ports import ChangeBasis
from postloan_svc.use_cases.servicing.changes.request_change import RequestChange, RequestChangeReversal
from postloan_svc.use_cases.servicing.decide_request import DecideRequest
from postloan_svc.use_cases.servicing.import_statement import ImportStatement, StatementBasis
from postloan_svc.use_cases.servicing.ports import OpenDay, ReceivingBasis
from postloan_svc.use_cases.servicing.record_repayment import RecordRepayment
from postloan_svc.use_cases.servicing.request_move import RequestMove
from postloan_svc.use_cases.servicing.request_reversal import RequestReversal

BY_NUMBER = "select loan_no, id from loans where loan_no = any($1::text[])"
IMPORTED = "select sha256 from bank_statements where sha256 = any($1::text[])"
SHARDS, FOR_ONE_SHARD = 8, 20_000  # parts of a closing, and loans up to which it has one
AS_MANY = "select count(*) from (select from loans where status in ('ACTIVE', 'OVERDUE') limit $1) as running"
LOCK_SHARD = "select id from closing_shards where id = $1 for update"
LOCK_LOANS = "select id from loans where id = any($1::uuid[]) order by id for update"


class AboutALoan(Protocol):
    """A command or message that names its loan."""

    @property
    def loan_id(self) -> UUID:
        """Which loan."""


class Loaders:
    """The loaders of the service; `working_days` says on which days people work, `days_run_ahead` whether days may be
    closed before they are over."""

    def __init__(
        self,
        cache: ParameterCache,
        working_days: Callable[[], WorkingDays],
        days_run_ahead: bool,
    ) -> None:
        self._cache, self._working_days, self._days_run_ahead = cache, working_days, days_run_ahead

        def lpr(tenor: Tenor, day: date) -> Decimal:
            return cache.parameters.decimal(LPR[tenor], day - timedelta(days=1)) / 100  # before the day

        self._lpr = lpr  # no method: a copy of a loan copies it not

    async def loans(self, uow: UnitOfWork, commands: Sequence[AboutALoan]) -> None:
        """The loans that messages or requests are about."""
        await uow.loans.preload([command.loan_id for command in commands])

    async def loans_and_day(self, uow: UnitOfWork, commands: Sequence[AboutALoan]) -> OpenDay:
        """The loans that messages or requests are about. Gives the open business day."""
        await uow.loans.preload([command.loan_id for command in commands])
        return await uow.once(open_day)

    async def moving_basis(self, uow: UnitOfWork, commands: Sequence[RequestMove]) -> OpenDay:
        """The loans that money shall be moved between. Gives the open business day."""
        await uow.loans.preload([id for command in commands for id in (command.loan_id, command.to_loan_id)])
        return await uow.once(open_day)

    async def loans_and_moves(self, uow: UnitOfWork, commands: Sequence[RequestReversal]) -> None:
        """The loans whose repayments shall be taken back, and the moves by which these came."""
        await uow.loans.preload([command.loan_id for command in commands])
        await uow.repayment_requests.preload([command.repayment_id for command in commands])

    async def starting_basis(self, uow: UnitOfWork, commands: Sequence[AboutALoan]) -> StartingBasis:
        """The loans that money went out for, and what they are started on."""
        await self._with_working_days(uow, [command.loan_id for command in commands])
        return StartingBasis((await uow.once(open_day)).business_date, self._non_accrual_after_days)

    async def closing_basis(self, uow: UnitOfWork, commands: Sequence[object]) -> ClosingBasis:
        """What closings are begun on."""
        [row] = await uow.read(AS_MANY, FOR_ONE_SHARD + 1)
        return ClosingBasis(self._days_run_ahead, SHARDS if row[0] > FOR_ONE_SHARD else 1)

    async def advance_basis(self, uow: UnitOfWork, commands: Sequence[AdvanceLoans]) -> AdvanceBasis:
        """The next loans of shards, behind those that they have advanced, in the transaction that counts them. Who else
        changes one of them waits for it; who is at it is waited for."""
        found = {command.shard_id: await self._next_loans(uow, command) for command in commands}
        ids = [place.loan_id for places in found.values() for place in places]
        await uow.read(LOCK_LOANS, ids)
        await self._with_working_days(uow, ids)
        return AdvanceBasis(found, self._non_accrual_after_days)

    async def _next_loans(self, uow: UnitOfWork, command: AdvanceLoans) -> list[Place]:
        await uow.read(LOCK_SHARD, command.shard_id)
        shard = await uow.closing_shards.get(command.shard_id)
        return await next_places(uow.read, shard, command.at_most, self._non_accrual_after_days(shard.next_day))

    async def accruals(self, uow: UnitOfWork, commands: Sequence[AccrueInterest | EndBusinessDay]) -> SqlAccruals:
        """What posts the interest of a day."""
        for command in commands:
            if isinstance(command, AccrueInterest):
                await uow.read(LOCK_SHARD, command.shard_id)
        return SqlAccruals(uow)

    async def general_ledger(self, uow: UnitOfWork, commands: Sequence[object]) -> SqlGeneralLedger:
        """What posts days to the general ledger, with the VAT in force on them."""
        return SqlGeneralLedger(uow, lambda day: vat_percent(self._cache, day))

    async def receiving_basis(self, uow: UnitOfWork, commands: Sequence[RecordRepayment]) -> ReceivingBasis:
        """The loans that money has come for, with the history of those that it is dated before."""
        today, periods = await uow.once(open_day)
        await self._with_working_days(uow, [command.loan_id for command in commands])
        await uow.prepayment_quotes.preload([command.quote_id for command in commands if command.quote_id])
        latest: dict[UUID, date] = {}  # what a loan of this batch will have come to
        for command in commands:
            latest[command.loan_id] = max(command.received_on or today, latest.get(command.loan_id, date.min))
        late = {
            loan.id: loan
            for command in commands
            if (loan := await uow.loans.find(command.loan_id))
            and (on := command.received_on or today) < max(loan.advanced_to or on, latest[loan.id])
        }
        await load_past(uow, list(late.values()))
        taken = {row[0] for row in await uow.read(TAKEN, [command.reference for command in commands])}
        return ReceivingBasis(today, self._non_accrual_after_days, taken, periods)

    async def receiving(self, uow: UnitOfWork, loan_ids: Sequence[UUID], references: Sequence[str]) -> ReceivingBasis:
        """What money for these loans is taken in on, which are loaded; their history is the caller's."""
        today, periods = await uow.once(open_day)
        await self._with_working_days(uow, loan_ids)
        taken = {row[0] for row in await uow.read(TAKEN, list(references))} if references else set()
        return ReceivingBasis(today, self._non_accrual_after_days, taken, periods)

    async def deciding_basis(self, uow: UnitOfWork, commands: Sequence[DecideRequest]) -> ReceivingBasis:
        """The requests that are decided, with their loans and the history of these."""
        today, periods = await uow.once(open_day)
        await uow.repayment_requests.preload([command.request_id for command in commands])
        asked = [each for command in commands if (each := await uow.repayment_requests.find(command.request_id))]
        about = [id for each in asked for id in (each.loan_id, each.to_loan_id) if id]
        await self._with_working_days(uow, about)
        await load_past(uow, [loan for id in about if (loan := await uow.loans.find(id))])
        references = [each.reference for each in asked if each.reference]
        taken = {row[0] for row in await uow.read(TAKEN, references)}
        return ReceivingBasis(today, self._non_accrual_after_days, taken, periods)

    async def change_basis(self, uow: UnitOfWork, commands: Sequence[RequestChange]) -> ChangeBasis:
        """The loans that shall change, with their history."""
        return await self._changing(uow, [command.loan_id for command in commands])

    async def change_reversal_basis(self, uow: UnitOfWork, commands: Sequence[RequestChangeReversal]) -> ChangeBasis:
        """The loans and the changes that shall be taken back."""
        await uow.loan_changes.preload([command.change_id for command in commands])
        return await self._changing(uow, [command.loan_id for command in commands])

    async def change_deciding_basis(self, uow: UnitOfWork, commands: Sequence[DecideChange]) -> ChangeBasis:
        """The changes that are decided, with their loans and the history of these."""
        return await self._changing_of(uow, [command.change_id for command in commands])

    async def approval_basis(self, uow: UnitOfWork, commands: Sequence[ApprovalDecided]) -> ChangeBasis:
        """The same, of those that a process has decided."""
        return await self._changing_of(uow, [command.approval_id for command in commands])

    async def _changing_of(self, uow: UnitOfWork, change_ids: Sequence[UUID]) -> ChangeBasis:
        await uow.loan_changes.preload(change_ids)
        asked = [each for id in change_ids if (each := await uow.loan_changes.find(id))]
        return await self._changing(uow, [each.loan_id for each in asked])

    async def _changing(self, uow: UnitOfWork, loan_ids: Sequence[UUID]) -> ChangeBasis:
        today, periods = await uow.once(open_day)
        await self._with_working_days(uow, loan_ids)
        await load_past(uow, [loan for each in loan_ids if (loan := await uow.loans.find(each))])
        values, limits = self._cache.parameters, self._change_limits(today)
        over = [int(values.decimal(code, today) * 100) for code in ("change.process_over", "change.committee_over")]
        return ChangeBasis(today, self._non_accrual_after_days, periods, limits, *over)

    def _change_limits(self, day: date) -> ChangeLimits:
        values = self._cache.parameters
        return ChangeLimits(
            extensions=int(values.text("extension.count", day)),
            extension_share_short=values.decimal("extension.le1y", day) / 100,
            extension_share_long=values.decimal("extension.gt1y", day) / 100,
            extension_months=int(values.text("extension.months", day)),
            delay_daily_rate=values.decimal("exec.double_interest_daily", day) / 100,
            waived_alone_minor=int(values.decimal("waiver.alone", day) * 100),
        )

    async def statement_basis(self, uow: UnitOfWork, commands: Sequence[ImportStatement]) -> StatementBasis:
        """The loans that the lines name, with their history, and which lines and files were there before."""
        today, periods = await uow.once(open_day)
        lines = [line for command in commands for line in command.file.lines]
        loans = {row[0]: row[1] for row in await uow.read(BY_NUMBER, [line.loan_no for line in lines])}
        await self._with_working_days(uow, list(loans.values()))
        await load_past(uow, [loan for id in loans.values() if (loan := await uow.loans.find(id))])
        taken = {row[0] for row in await uow.read(TAKEN, [line.reference for line in lines])}
        before = {row[0] for row in await uow.read(IMPORTED, [command.file.sha256 for command in commands])}
        return StatementBasis(ReceivingBasis(today, self._non_accrual_after_days, taken, periods), loans, before)

    async def _with_working_days(self, uow: UnitOfWork, loan_ids: Sequence[UUID]) -> None:
        """Loads loans that days may pass for, with the days on which people work."""
        await uow.loans.preload(loan_ids)
        for loan_id in set(loan_ids):
            if loan := await uow.loans.find(loan_id):
                loan.working_days, loan.lpr = self._working_days(), self._lpr

    def _non_accrual_after_days(self, day: date) -> int:
        return non_accrual_after_days(self._cache, day)


def vat_percent(cache: ParameterCache, day: date) -> Decimal:
    """The rate of VAT that income bears which is recognised on a day."""
    return cache.parameters.decimal("vat.interest", day)


def kept_months(cache: ParameterCache, day: date) -> int:
    """For how many months the daily record of loans stays at hand."""
    return int(cache.parameters.text("loan_days.months", day))


def non_accrual_after_days(cache: ParameterCache, day: date) -> int:
    """The days past due after which principal is paid first (R-3.24) and interest is no income, in force on a day."""
    return int(cache.parameters.text("class.substandard_dpd_gt", day))
