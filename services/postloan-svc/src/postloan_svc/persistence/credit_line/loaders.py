"""What operations on credit lines load for a batch. Loaders only read."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.persistence.calendar.open_day import open_day
from postloan_svc.persistence.credit_line.queries import used_of
from postloan_svc.use_cases.credit_line.freeze_line import EndLines
from postloan_svc.use_cases.credit_line.ports import LineBasis
from postloan_svc.use_cases.disbursement.ports import ReleaseOver

# Who draws waits for who is at the same line: what is used of it does not change before he has decided.
LOCK = "select id from credit_lines where id = any($1::uuid[]) order by id for update"


class AboutALine(Protocol):
    """A command that names its line."""

    @property
    def line_id(self) -> UUID:
        """Which line."""


class CreditLineLoaders:
    """`release_over` says above which amount a person releases a pay-out, on a day."""

    def __init__(self, release_over: "ReleaseOverOn") -> None:
        self._release_over = release_over

    async def lines(self, uow: UnitOfWork, commands: Sequence[AboutALine]) -> LineBasis:
        """The lines that commands are about, locked, with what of them is used."""
        return await self._of(uow, [command.line_id for command in commands])

    async def ending(self, uow: UnitOfWork, commands: Sequence[EndLines]) -> LineBasis:
        """The lines that may end."""
        return await self._of(uow, [line_id for command in commands for line_id in command.line_ids])

    async def _of(self, uow: UnitOfWork, line_ids: Sequence[UUID]) -> LineBasis:
        await uow.read(LOCK, list(line_ids))
        await uow.credit_lines.preload(line_ids)
        today = (await uow.once(open_day)).business_date
        return LineBasis(today, await used_of(uow.read, line_ids), self._release_over(today))


class ReleaseOverOn(Protocol):
    """The amounts of a day."""

    def __call__(self, day: date) -> ReleaseOver:
        """Those of a day."""
