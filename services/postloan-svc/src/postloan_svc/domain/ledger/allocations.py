"""How money that came in was split over the debts of a loan: what the books keep of it (domain.md §3.7)."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from postloan_svc.domain.schedule.components import Component


class Profile(StrEnum):
    """The agreed order of payment; every allocation stores the one it used (R-3.24)."""

    A = "A"  # performing, and overdue up to 90 days
    B = "B"  # beyond: principal before interest
    C = "C"  # while a court enforces a judgment: costs, the debt of the judgment, then what its delay costs


class Axis(StrEnum):
    """Whether a repayment goes across what is due, or down instalment by instalment (`allocation.axis`)."""

    ACROSS = "ACROSS"  # 横向: a component of all instalments before the next component
    DOWN = "DOWN"  # 纵向: an instalment with all its components before the next one


class AllocationLine(NamedTuple):
    """A part of a repayment: what it paid."""

    instalment_no: int
    component: Component
    amount_minor: int


class Allocation(NamedTuple):
    """A repayment split into lines; the excess is what no due debt could take and goes to suspense (溢缴款)."""

    profile: Profile
    lines: tuple[AllocationLine, ...]
    excess_minor: int

    def total(self, component: Component) -> int:
        """What went to one component over all instalments."""
        return sum(line.amount_minor for line in self.lines if line.component is component)


class Repayment(NamedTuple):
    """Money that came in, or that suspense gave (then the amount is 0), and how it was split.

    A correction splits it anew under the next `version`; the one before stays as it was. One that was reversed has a
    last version without amount and lines.
    """

    repayment_id: UUID
    received_on: date
    amount_minor: int
    allocation: Allocation
    version: int = 1
