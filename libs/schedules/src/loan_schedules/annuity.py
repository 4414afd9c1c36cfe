"""The annuity: the equal instalment that repays a principal with interest (domain.md §3.1)."""

from decimal import Decimal

from loan_contracts.money import half_up


def equal_instalment(principal_minor: int, annual_rate: Decimal, periods: int) -> int:
    """The monthly instalment A = P·i·(1+i)^n / ((1+i)^n − 1) in minor units; P/n without interest.

    With i = a/b the formula is P·a·(a+b)^n / (b·((a+b)^n − b^n)): whole numbers throughout, so the rounding is exact.
    """
    numerator, denominator = annual_rate.as_integer_ratio()
    if numerator == 0:
        return half_up(principal_minor, periods)
    denominator *= 12
    grown = (numerator + denominator) ** periods
    return half_up(principal_minor * numerator * grown, denominator * (grown - denominator**periods))
