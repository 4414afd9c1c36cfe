"""The annuity: the equal instalment that repays a principal with interest (domain.md §3.1)."""

from decimal import Decimal

from loan_contracts.money import half_up


def equal_instalment(principal_minor: int, annual_rate: Decimal, periods: int) -> int:
    """The monthly instalment A = P·i·(1+i)^n / ((1+i)^n − 1) in minor units; P/n without interest."""
    numerator, denominator = annual_rate.as_integer_ratio()
    return annuity(principal_minor, (numerator, denominator * 12), periods)


def annuity(principal_minor: int, rate: tuple[int, int], periods: int, left_minor: int = 0) -> int:
    """The instalment of `periods` at a rate of each as a quotient, after which `left_minor` is still owed.

    With i = a/b the formula A = (P·(1+i)^n − R)·i / ((1+i)^n − 1) is a·(P·(a+b)^n − R·b^n) / (b·((a+b)^n − b^n)): whole
    numbers throughout, so the rounding is exact.
    """
    numerator, denominator = rate
    if numerator == 0:
        return half_up(principal_minor - left_minor, periods)
    grown, still = (numerator + denominator) ** periods, denominator**periods
    return half_up(numerator * (principal_minor * grown - left_minor * still), denominator * (grown - still))
