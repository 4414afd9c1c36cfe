"""Which debts a repayment pays, in which order (domain.md §3.7)."""

from collections.abc import Iterator, Sequence

from postloan_svc.domain.ledger.allocations import Allocation, AllocationLine, Axis, Profile
from postloan_svc.domain.schedule.components import Component, Owed

ORDER: dict[Profile, tuple[Component, ...]] = {
    Profile.A: (
        Component.FEE,
        Component.PENALTY,
        Component.COMPOUND,
        Component.INTEREST,
        Component.PRINCIPAL,
        Component.DELAY,
    ),
    Profile.B: (
        Component.FEE,
        Component.PRINCIPAL,
        Component.INTEREST,
        Component.PENALTY,
        Component.COMPOUND,
        Component.DELAY,
    ),
    # Costs, then the debt of the judgment (interest before principal, 民法典 561), then what its delay costs.
    Profile.C: (
        Component.FEE,
        Component.INTEREST,
        Component.PENALTY,
        Component.COMPOUND,
        Component.PRINCIPAL,
        Component.DELAY,
    ),
}


def allocate(
    amount_minor: int,
    owed: Sequence[Owed],
    profile: Profile,
    axis: Axis = Axis.ACROSS,
    designated: Sequence[int] = (),
) -> Allocation:
    """Splits an amount over what is owed, given oldest instalment first. Lines and excess sum to the amount.

    A component is paid across all instalments before the next one is (横向), or one instalment after the other (纵向).
    The instalments that the debtor has named are paid before all others, by the same order (民法典 560). The amount is
    above zero; `repayments` refuses any other.
    """
    assert amount_minor > 0, f"nothing to allocate: {amount_minor}"
    named = [debt for debt in owed if debt.instalment_no in designated]
    others = [debt for debt in owed if debt.instalment_no not in designated]
    left = amount_minor
    lines: list[AllocationLine] = []
    for debt, component in (*_in_order(named, profile, axis), *_in_order(others, profile, axis)):
        paid = min(left, debt.of(component))
        if paid > 0:
            lines.append(AllocationLine(debt.instalment_no, component, paid))
            left -= paid
        if left == 0:
            break
    return Allocation(profile, tuple(lines), left)


def _in_order(owed: Sequence[Owed], profile: Profile, axis: Axis) -> Iterator[tuple[Owed, Component]]:
    if axis is Axis.ACROSS:
        return ((debt, component) for component in ORDER[profile] for debt in owed)
    return ((debt, component) for debt in owed for component in ORDER[profile])


def profile_after(profile: Profile, dpd: int, non_accrual_after_days: int) -> Profile:
    """The profile at `dpd` days past due: A turns into B, and B stays until the loan is upgraded (R-3.24). What a court
    enforces stays C."""
    return Profile.B if profile is Profile.A and dpd > non_accrual_after_days else profile
