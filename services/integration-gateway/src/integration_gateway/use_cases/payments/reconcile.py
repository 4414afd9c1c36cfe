"""Holds the channel's files against our orders, a settlement day after the other."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.payments.settlement import (
    BreakKind,
    Comparison,
    DayFile,
    OwnOrder,
    Returned,
    compared,
    with_returns,
)
from integration_gateway.use_cases.payments.clear_break import ClearingRow
from loan_contracts.message import Message
from loan_contracts.operations import AuditRecorded
from loan_contracts.payments.collecting import PaymentReturned
from loan_servicekit.core import Clock, business_day

log = logging.getLogger(__name__)

MOST_DAYS = 7
"""So many days at once; and so many back where no day was compared before."""


class SettlementFiles(Protocol):
    """The channel's reconciliation files."""

    async def settled_on(self, day: date) -> DayFile | None:
        """What was settled on a day, and what went back; None as long as there is no file. Raises Unavailable."""


class SettlementBook(Protocol):
    """Our orders, and the days that were compared. Raises Unavailable."""

    async def last_day(self) -> date | None:
        """The last day that was compared."""

    async def own_orders(self, day: date, named: Sequence[str]) -> Sequence[OwnOrder]:
        """Our orders of these numbers, and those that we hold settled on the day."""

    async def collected(self, traces: Sequence[str]) -> Sequence[Returned]:
        """Our settled collections of these traces."""

    async def due(self, order_id: str) -> bool:
        """Has an order asked about now."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that was compared."""

    settled_on: date
    orders: int
    amount_minor: int
    breaks: int
    compared_at: datetime


@dataclass(frozen=True, slots=True)
class BreakRow:
    """A break of a day."""

    settled_on: date
    order_id: str
    kind: BreakKind
    payment_id: UUID | None
    ours_minor: int | None
    theirs_minor: int | None


class DayRows(Protocol):
    """Days."""

    def append(self, row: DayRow) -> None:
        """Keeps one more."""


class BreakRows(Protocol):
    """Breaks."""

    def append(self, row: BreakRow) -> None:
        """Keeps one more."""


class UnitOfWork(Protocol):
    """One transaction."""

    settlement_days: DayRows
    settlement_breaks: BreakRows

    def emit(self, message: Message) -> None:
        """Sends a message."""


@dataclass(frozen=True, slots=True)
class Reconciling:
    """The files, our orders, what keeps a day, and the clock."""

    files: SettlementFiles
    book: SettlementBook
    keep: Callable[[Comparison], Awaitable[None]]
    clock: Clock

    async def step(self) -> None:
        """Compares the days that are over, as far as there are files. An order without an end that is settled there is
        asked about: the file says that, and the query says how it ended (domain.md R-7.8b)."""
        today = business_day(self.clock())
        last = await self.book.last_day() or today - timedelta(days=MOST_DAYS)
        for passed in range(1, MOST_DAYS + 1):
            day = last + timedelta(days=passed)
            if day >= today or (file := await self.files.settled_on(day)) is None:
                return
            named = [each.order_id for each in file.settled]
            found = compared(day, file.settled, await self.book.own_orders(day, named))
            ours = await self.book.collected([each.trace for each in file.returned])
            found = with_returns(found, file.returned, ours)
            for order_id in found.to_ask:
                await self.book.due(order_id)
            await self.keep(found)
            if found.breaks:
                log.error("settlement.breaks", extra={"day": day.isoformat(), "breaks": len(found.breaks)})


async def keep_comparison(command: Comparison, uow: UnitOfWork, now: datetime) -> None:
    """Keeps a day with its breaks, tells what went back, and the audit log. Whoever compares it again changes nothing:
    what went back is taken back once."""
    day, breaks = command.day, command.breaks
    uow.settlement_days.append(DayRow(day, command.orders, command.amount_minor, len(breaks), now))
    for each in breaks:
        uow.settlement_breaks.append(
            BreakRow(day, each.order_id, each.kind, each.payment_id, each.ours_minor, each.theirs_minor)
        )
    for back in command.returned:
        uow.emit(
            PaymentReturned(
                payment_id=back.payment_id,
                loan_id=back.loan_id,
                application_id=back.application_id,
                direction=back.direction,
                amount_minor=back.amount_minor,
                currency=back.currency,
                returned_on=day,
            )
        )
    detail = {"orders": str(command.orders), "breaks": str(len(breaks))}
    if command.returned:
        detail["returned"] = str(len(command.returned))
    uow.emit(
        AuditRecorded(subject_type="settlement", subject_id=day.isoformat(), action="reconcile_payments", detail=detail)
    )


@dataclass(frozen=True, slots=True)
class DayRecord:
    """A day as the API shows it; `cleared` by the number of the order."""

    day: DayRow
    breaks: Sequence[BreakRow]
    cleared: Mapping[str, ClearingRow]


class SettlementQueries(Protocol):
    """Reads for the API."""

    async def day(self, settled_on: date) -> DayRecord | None:
        """A day that was compared."""
