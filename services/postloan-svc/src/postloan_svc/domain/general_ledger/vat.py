"""VAT that the income of a loan contains (domain.md §15.3): by the rate of the day on which it was recognised.

What a loan has recognised up to a day is taxed as one sum, rounded to the fen, and each day gets the difference: no fen
is lost over many small days. Where the rate changes, a step keeps what was recognised and taxed before; income that is
reversed later gives back first what was taxed last, and what comes behind it begins a step of its own.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple


class RateStep(NamedTuple):
    """From a day on another rate holds: the income up to it has borne `vat_minor`."""

    income_minor: int
    vat_minor: int
    percent: Decimal


def contained(minor: int, percent: Decimal) -> int:
    """The tax that a price contains, half up; of a reversal the same with its sign."""
    return int((minor * percent / (100 + percent)).quantize(Decimal(1), ROUND_HALF_UP))


def vat_minor(income_minor: int, steps: Sequence[RateStep], percent: Decimal) -> int:
    """The tax of an account of a loan, of what it has recognised: the latest step that lies below it counts. Without
    steps there was only ever one rate. The same stands in SQL for all loans (`persistence/general_ledger/vat.py`)."""
    reached = [step for step in steps if step.income_minor <= income_minor]
    if reached:
        step = reached[-1]
    elif steps:
        step = min(steps, key=lambda each: each.income_minor)
    else:
        step = RateStep(0, 0, percent)
    return step.vat_minor + contained(income_minor - step.income_minor, step.percent)
