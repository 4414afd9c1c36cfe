"""Measures of a scorecard and of its stability (domain.md §11.1), exact over counts and shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_SMOOTHING = Decimal("0.5")
_ZERO = Decimal(0)

Counts = tuple[int, int]
"""Good and bad borrowers of one bin."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one bin says: its weight of evidence, ln(share of the good / share of the bad), and its part of the IV."""

    woe: Decimal
    information: Decimal


def evidence(bins: Sequence[Counts]) -> list[Evidence]:
    """Weight of evidence of each bin. Where a bin lacks good or bad borrowers, half a borrower is added to both."""
    all_good, all_bad = Decimal(sum(good for good, _ in bins)), Decimal(sum(bad for _, bad in bins))
    found = []
    for good, bad in bins:
        extra = _ZERO if good and bad else _SMOOTHING
        share_good, share_bad = (good + extra) / all_good, (bad + extra) / all_bad
        woe = (share_good / share_bad).ln()
        found.append(Evidence(woe, (share_good - share_bad) * woe))
    return found


def information_value(bins: Sequence[Counts]) -> Decimal:
    """IV: below 0.02 useless, up to 0.1 weak, 0.3 medium, 0.5 strong, above that to be checked for leakage."""
    return sum((each.information for each in evidence(bins)), _ZERO)


def kolmogorov_smirnov(bins: Sequence[Counts]) -> Decimal:
    """KS: the greatest distance between the cumulated shares of bad and of good, over bins in the order of risk."""
    all_good, all_bad = Decimal(sum(good for good, _ in bins)), Decimal(sum(bad for _, bad in bins))
    good_so_far = bad_so_far = 0
    greatest = _ZERO
    for good, bad in bins:
        good_so_far, bad_so_far = good_so_far + good, bad_so_far + bad
        greatest = max(greatest, abs(bad_so_far / all_bad - good_so_far / all_good))
    return greatest


def population_stability(expected: Sequence[Decimal], actual: Sequence[Decimal]) -> Decimal:
    """PSI of two distributions over the same bins: below 0.1 stable, up to 0.25 to be watched, above that rebuild.

    The shares of each must be above zero; of a single variable's bins this is the CSI.
    """
    return sum(((a - e) * (a / e).ln() for e, a in zip(expected, actual, strict=True)), _ZERO)
