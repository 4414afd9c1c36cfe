"""What booking and paying out need of the unit of work, what is loaded for them, and the reads of releases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from loan_contracts.applications import ContractSigned
from postloan_svc.domain.credit_line.line import CreditLine
from postloan_svc.domain.delinquency.cap import Line
from postloan_svc.domain.disbursement.purpose import PurposeCheck
from postloan_svc.domain.disbursement.release import PayOutRelease, ReleaseStatus
from postloan_svc.domain.ledger.allocations import Axis
from postloan_svc.use_cases.loan.ports import Loans, StartingBasis


class PayOuts(Protocol):
    """The pay-outs that wait, or waited, for a person."""

    async def get(self, id: UUID) -> PayOutRelease:
        """The pay-out; raises NotFound `pay-out-not-found`."""

    async def find(self, id: UUID) -> PayOutRelease | None:
        """The pay-out, if it is one of them."""

    def add(self, aggregate: PayOutRelease) -> None:
        """Takes in a new one."""


class PurposeChecks(Protocol):
    """What was found about the use of money."""

    def add(self, aggregate: PurposeCheck) -> None:
        """Takes in a new one."""


class CreditLines(Protocol):
    """The lines that contracts have opened."""

    async def find(self, id: UUID) -> CreditLine | None:
        """The line, if there is one."""

    def add(self, aggregate: CreditLine) -> None:
        """Takes in a new one."""


class UnitOfWork(Protocol):
    """One transaction."""

    loans: Loans
    credit_lines: CreditLines
    pay_outs: PayOuts
    purpose_checks: PurposeChecks


ReleaseOver = Callable[[str | None], int]
"""The amount above which pay-outs wait for a person, by the channel of the product (`pay.release_over.<channel>`)."""


@dataclass(frozen=True, slots=True)
class BookingBasis:
    """What signed contracts are booked on: the open business day, the line on all charges that is in force on a day
    (domain.md §2.6), along which axis money is allocated, whether a contract is application-svc's own, and above which
    amount a person releases it."""

    business_date: date
    line: Callable[[date], Line]
    axis: Callable[[date], Axis]
    bears_seal: Callable[[ContractSigned], bool]
    release_over_minor: ReleaseOver


@dataclass(frozen=True, slots=True)
class PayOutBasis:
    """What a loan is started on, and within how many days somebody looks at what its money was used for."""

    start: StartingBasis
    purpose_check_days: int


@dataclass(frozen=True, slots=True)
class DuePurpose:
    """A loan whose purpose is to be checked by a day."""

    loan_id: UUID
    branch: str
    loan_no: str
    purpose: str
    amount_minor: int
    due_on: date


@dataclass(frozen=True, slots=True)
class PayOutSearch:
    """Which pay-outs are looked for."""

    branch: str | None
    status: ReleaseStatus


class PayOutQueries(Protocol):
    """Reads of pay-outs for the API."""

    async def pay_outs(self, search: PayOutSearch, after: UUID | None, limit: int) -> Sequence[PayOutRelease]:
        """Those that are looked for, by id, from the one after `after`."""

    async def due_purposes(
        self, branch: str | None, after: tuple[date, UUID] | None, limit: int
    ) -> Sequence[DuePurpose]:
        """The loans whose purpose nobody has checked, the longest due first, from the one after `after`."""

    async def purpose_check(self, loan_id: UUID) -> PurposeCheck | None:
        """What was found about a loan."""

    async def pay_out(self, pay_out_id: UUID) -> PayOutRelease | None:
        """One of them."""
