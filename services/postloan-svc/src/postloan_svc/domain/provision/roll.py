"""How balances move from bucket to bucket and from class to class (domain.md R-4.22, R-4.25)."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

RATE_PLACES = Decimal("0.000001")


def rate(part: int, whole: int) -> Decimal | None:
    """A share, to six places; None where there is nothing to divide by."""
    return (Decimal(part) / whole).quantize(RATE_PLACES, ROUND_HALF_UP) if whole else None


def chained(rates: Sequence[Decimal | None]) -> Decimal | None:
    """What of the first bucket comes to the last: the product of the rates between them; None where one is unknown."""
    found = Decimal(1)
    for each in rates:
        if each is None:
            return None
        found *= each
    return found.quantize(RATE_PLACES, ROUND_HALF_UP)
