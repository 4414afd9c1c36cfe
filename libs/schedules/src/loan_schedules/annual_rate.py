"""The annualised cost of a loan's payments: internal rate of return, exact decimals (domain.md §2.5).

With the discount factor v of one period, the payments are worth Σ CF·v^t. That sum rises and is convex for v > 0, so
Newton's method from the right of the root goes down to it without ever overshooting: no brackets are needed.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Context, Decimal, localcontext

from loan_servicekit.core import Invalid

CONTEXT = Context(prec=28)
TOLERANCE = Decimal("1e-12")  # of the last step: what is left after it is of the order of its square
MOST_STEPS = 200
DAYS_OF_A_YEAR = 365
Payment = tuple[int, int]
"""Periods since the payment before (or since the start), and the amount in minor units."""


def rate_of_a_period(received_minor: int, payments_minor: Sequence[int], expected: Decimal = Decimal(0)) -> Decimal:
    """The rate i of one period at which equally spaced payments are worth what was received.

    `expected` is a guess that saves steps; the result does not depend on it. Raises Invalid `cost-not-computable`.
    """
    with localcontext(CONTEXT):
        return 1 / _discount_factor(received_minor, [(1, amount) for amount in payments_minor], 1 / (1 + expected)) - 1


def effective_rate_by_dates(received_minor: int, received_on: date, payments: Sequence[tuple[date, int]]) -> Decimal:
    """The effective annual rate of payments on any rising dates, actual days over 365 (XIRR).

    Raises Invalid `cost-not-computable`.
    """
    dated: list[Payment] = []
    before = received_on
    for paid_on, amount in payments:
        dated.append(((paid_on - before).days, amount))
        before = paid_on
    with localcontext(CONTEXT):
        return _discount_factor(received_minor, dated, Decimal(1)) ** -DAYS_OF_A_YEAR - 1


def effective_of_monthly(rate: Decimal) -> Decimal:
    """The effective annual rate of a monthly rate: (1+i)^12 − 1."""
    with localcontext(CONTEXT):
        return (1 + rate) ** 12 - 1


def nominal_of_effective(rate: Decimal) -> Decimal:
    """Twelve times the monthly rate that compounds to an effective annual rate."""
    with localcontext(CONTEXT):
        return 12 * ((1 + rate) ** (Decimal(1) / 12) - 1)


def _discount_factor(received_minor: int, payments: list[Payment], start: Decimal) -> Decimal:
    amounts = [amount for _, amount in payments]
    if received_minor <= 0 or not any(amounts) or min(amounts) < 0:
        raise Invalid(
            "cost-not-computable",
            "the cost needs an amount received above 0 and payments that are not negative and not all 0",
        )
    backwards = [(gap, Decimal(amount)) for gap, amount in reversed(payments)]
    valued = _value_of_equal_periods if all(gap == 1 for gap, _ in payments) else _value
    received, factor = Decimal(received_minor), start
    for _ in range(MOST_STEPS):
        worth, slope = valued(backwards, factor)
        step = (worth - received) / slope
        factor -= step
        if abs(step) < TOLERANCE:
            return factor
    raise Invalid("cost-not-computable", f"no rate was found in {MOST_STEPS} steps")


def _value(backwards: list[tuple[int, Decimal]], factor: Decimal) -> tuple[Decimal, Decimal]:
    """Σ CF·v^t and its slope, the last payment first (Horner)."""
    powers = {gap: (factor**gap, gap * factor ** (gap - 1)) for gap in {gap for gap, _ in backwards}}
    worth = slope = Decimal(0)
    for gap, amount in backwards:
        power, power_slope = powers[gap]
        worth += amount
        slope = power_slope * worth + power * slope
        worth *= power
    return worth, slope


def _value_of_equal_periods(backwards: list[tuple[int, Decimal]], factor: Decimal) -> tuple[Decimal, Decimal]:
    """The same where every gap is one period, digit by digit."""
    worth = slope = Decimal(0)
    for _, amount in backwards:
        worth += amount
        slope = worth + factor * slope
        worth *= factor
    return worth, slope
