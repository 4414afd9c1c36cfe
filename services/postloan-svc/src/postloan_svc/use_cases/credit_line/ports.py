"""What credit lines need of the unit of work, what is loaded for them, and their reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from postloan_svc.domain.credit_line.line import CreditLine, Used
from postloan_svc.use_cases.disbursement.ports import PayOuts, ReleaseOver
from postloan_svc.use_cases.loan.ports import Loans


class CreditLines(Protocol):
    """The lines of this unit of work."""

    async def get(self, id: UUID) -> CreditLine:
        """The line; raises NotFound `credit-line-not-found`."""

    async def find(self, id: UUID) -> CreditLine | None:
        """The line, if there is one."""

    def add(self, aggregate: CreditLine) -> None:
        """Takes in a new one."""


class UnitOfWork(Protocol):
    """One transaction."""

    loans: Loans
    pay_outs: PayOuts
    credit_lines: CreditLines


@dataclass(frozen=True, slots=True)
class LineBasis:
    """What lines are acted on: the open business day, what of each is used, kept up with by who draws, and above which
    amount a person releases a draw."""

    business_date: date
    used: dict[UUID, Used]
    release_over_minor: ReleaseOver


class CreditLineQueries(Protocol):
    """Reads of lines for the API."""

    async def lines(
        self, branch: str | None, customer_id: UUID | None, after: UUID | None, limit: int
    ) -> Sequence[CreditLine]:
        """Those of a branch or of a customer, by id, from the one after `after`."""

    async def line(self, line_id: UUID) -> CreditLine | None:
        """One of them."""

    async def used(self, line_ids: Sequence[UUID]) -> dict[UUID, Used]:
        """What of each is used."""

    async def ending(self, day: date, at_most: int) -> Sequence[UUID]:
        """Lines that a day brings to an end: their day has come, or they expired before and owe nothing any more."""
