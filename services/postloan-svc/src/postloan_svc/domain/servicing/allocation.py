"""Which debts a repayment pays, in which order (domain.md §3.7)."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class Component(StrEnum):
    """A kind of debt under a loan."""

    FEE = "FEE"
    PENALTY = "PENALTY"  # 罚息
    COMPOUND = "COMPOUND"  # 复利
    INTEREST = "INTEREST"
    PRINCIPAL = "PRINCIPAL"


class Profile(StrEnum):
    """The agreed order of payment; every allocation stores the one it used (R-3.24)."""

    A = "A"  # performing, and overdue up to 90 days
    B = "B"  # beyond: principal before interest


ORDER: dict[Profile, tuple[Component, ...]] = {
    Profile.A: (Component.FEE, Component.PENALTY, Component.COMPOUND, Component.INTEREST, Component.PRINCIPAL),
    Profile.B: (Component.FEE, Component.PRINCIPAL, Component.INTEREST, Component.PENALTY, Component.COMPOUND),
}


class Owed(NamedTuple):
    """What one due instalment still owes, by component, in minor units."""

    instalment_no: int
    fee_minor: int = 0
    penalty_minor: int = 0
    compound_minor: int = 0
    interest_minor: int = 0
    principal_minor: int = 0

    def of(self, component: Component) -> int:
        """The amount of one component."""
        match component:
            case Component.FEE:
                return self.fee_minor
            case Component.PENALTY:
                return self.penalty_minor
            case Component.COMPOUND:
                return self.compound_minor
            case Component.INTEREST:
                return self.interest_minor
            case Component.PRINCIPAL:
                return self.principal_minor

    @property
    def total_minor(self) -> int:
        """All components together."""
        return self.fee_minor + self.penalty_minor + self.compound_minor + self.interest_minor + self.principal_minor


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


def allocate(amount_minor: int, owed: Sequence[Owed], profile: Profile) -> Allocation:
    """Splits an amount over what is owed, given oldest instalment first. Lines and excess sum to the amount.

    A component is paid across all instalments before the next one is (横向, the default of domain.md §3.7). The amount
    is above zero; `repayments` refuses any other.
    """
    assert amount_minor > 0, f"nothing to allocate: {amount_minor}"
    left = amount_minor
    lines: list[AllocationLine] = []
    for debt, component in ((debt, component) for component in ORDER[profile] for debt in owed):
        paid = min(left, debt.of(component))
        if paid > 0:
            lines.append(AllocationLine(debt.instalment_no, component, paid))
            left -= paid
        if left == 0:
            break
    return Allocation(profile, tuple(lines), left)


def profile_after(profile: Profile, dpd: int, non_accrual_after_days: int) -> Profile:
    """The profile at `dpd` days past due: A turns into B, and B stays until the loan is upgraded (R-3.24)."""
    return Profile.B if dpd > non_accrual_after_days else profile
