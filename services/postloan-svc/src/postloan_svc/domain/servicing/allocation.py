"""Which debts a repayment pays, in which order (domain.md §3.7)."""

from collections.abc import Sequence

from postloan_svc.domain.ledger.allocations import Allocation, AllocationLine, Profile
from postloan_svc.domain.schedule.components import Component, Owed

ORDER: dict[Profile, tuple[Component, ...]] = {
    Profile.A: (Component.FEE, Component.PENALTY, Component.COMPOUND, Component.INTEREST, Component.PRINCIPAL),
    Profile.B: (Component.FEE, Component.PRINCIPAL, Component.INTEREST, Component.PENALTY, Component.COMPOUND),
}


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
