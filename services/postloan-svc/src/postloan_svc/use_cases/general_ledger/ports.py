"""What the general ledger needs of the unit of work, what is loaded for it, and its reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from postloan_svc.domain.general_ledger.chart import AccountChange
from postloan_svc.domain.general_ledger.journal import BookingRules, Journal, LedgerAccount
from postloan_svc.domain.general_ledger.period import AccountingPeriod, PeriodFacts
from postloan_svc.use_cases.general_ledger.figures import Agreement, BalanceLine, Break, FileLine, PostedDay


class GeneralLedger(Protocol):
    """Days of the ledger, made of the postings of all loans at once."""

    async def post_day(self, day: date) -> None:
        """Posts a day that has ended to the ledger; again, it changes nothing."""

    async def reconcile(self, day: date) -> int:
        """Compares what loans have posted with the ledger, and what each loan says with its books: how many differ."""


class Journals(Protocol):
    """The journals that people book."""

    async def get(self, id: UUID) -> Journal:
        """The journal; raises NotFound `journal-not-found`."""

    def add(self, aggregate: Journal) -> None:
        """Takes in a new journal."""


class Periods(Protocol):
    """The periods of which somebody has said something."""

    async def get(self, id: str) -> AccountingPeriod:
        """The period; raises NotFound `period-not-found`."""

    async def find(self, id: str) -> AccountingPeriod | None:
        """The period, if somebody has said something of it."""

    def add(self, aggregate: AccountingPeriod) -> None:
        """Takes in a new one."""


class AccountChanges(Protocol):
    """The changes of the chart."""

    async def get(self, id: UUID) -> AccountChange:
        """The change; raises NotFound `account-change-not-found`."""

    def add(self, aggregate: AccountChange) -> None:
        """Takes in a new one."""


ChartBasis = Mapping[str, LedgerAccount]
"""The chart, by code."""


class UnitOfWork(Protocol):
    """One transaction."""

    journals: Journals
    periods: Periods
    account_changes: AccountChanges


@dataclass(frozen=True, slots=True)
class JournalBasis:
    """What journals are booked by, and those that were taken back or are about to be."""

    rules: BookingRules
    reversed: frozenset[UUID]


PeriodBasis = dict[str, PeriodFacts]
"""What decides about a period, by period."""


class GeneralLedgerQueries(Protocol):
    """Reads of the ledger for the API and the closing of days."""

    async def accounts(self) -> Sequence[LedgerAccount]:
        """The chart, by number."""

    async def posted_day(self, day: date | None) -> PostedDay | None:
        """A day that the ledger has; None: the last one."""

    async def balances(self, day: date, branch: str | None) -> Sequence[BalanceLine]:
        """Every account at the end of a day, by number."""

    async def file_lines(self, day: date) -> Sequence[FileLine]:
        """What the day has moved, by branch, account, source and journal."""

    async def agreements(self, day: date) -> Sequence[Agreement]:
        """The reconciliation of a day, by account; empty where there was none."""

    async def count_breaks(self, day: date) -> int:
        """How many accounts of loans differed."""

    async def breaks(self, day: date, after: tuple[UUID, str] | None, limit: int) -> Sequence[Break]:
        """Those accounts of loans, by loan, from the one after."""

    async def journal(self, journal_id: UUID) -> Journal | None:
        """A journal."""

    async def account_change(self, change_id: UUID) -> AccountChange | None:
        """A change of the chart."""

    async def journals_of(self, period: str, after: UUID | None, limit: int) -> Sequence[Journal]:
        """The journals that were booked into a month, by id, from the one after `after`."""

    async def periods(self) -> Sequence[AccountingPeriod]:
        """The periods of which somebody has said something, the latest first."""
