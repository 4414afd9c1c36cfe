"""Expected credit loss (domain.md §4.3): exposure, probability and loss by year, discounted, over scenarios.

The same stands in SQL for all loans at once (`persistence/provision/expected_loss.py`); a test holds both together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

PLACES = Decimal("1e-12")
DIGITS = 60  # enough that nothing is rounded before the fen
YEAR_DAYS, YEAR_MONTHS = 365, 12


class Stage(IntEnum):
    """三阶段."""

    ONE = 1  # 12 months
    TWO = 2  # significantly more risk than at the beginning: the whole life
    THREE = 3  # credit-impaired: it has happened


class Scenario(NamedTuple):
    """A state of the economy: its weight, and what it does to probability and loss."""

    code: str
    weight: Decimal
    pd_factor: Decimal
    lgd_factor: Decimal


@dataclass(frozen=True, slots=True)
class Exposure:
    """What a loan may lose: by years from now the balance that is out when each begins, and the months that are left.

    `annual_rate` is the contract's, of which the rate of discounting follows; None where nothing runs any more.
    """

    by_year_minor: tuple[int, ...]
    months_left: int
    annual_rate: Decimal | None


class Risk(NamedTuple):
    """Probability of default within a year, as it is now, and loss given default, as shares; `assessed` is the loss of
    an impaired loan that people have assessed by itself."""

    pd: Decimal
    lgd: Decimal
    assessed: Decimal | None = None


def months_between(days: int) -> int:
    """The months that so many days begin: what is left of a term."""
    return max(1, -(-days * YEAR_MONTHS // YEAR_DAYS))


def year_months(months_left: int, stage: Stage) -> tuple[int, ...]:
    """The months of each year over which losses are expected: one year in stage 1, the whole life in stage 2."""
    if stage is Stage.ONE:
        return (min(months_left, YEAR_MONTHS),)
    whole, rest = divmod(months_left, YEAR_MONTHS)
    return (YEAR_MONTHS,) * whole + ((rest,) if rest else ())


@lru_cache(maxsize=4096)
def discounts(annual_rate: Decimal, half_months: int) -> tuple[Decimal, ...]:
    """What one is worth after 0, 1, … half months at the effective rate of monthly compounding, to twelve places."""
    with localcontext(prec=DIGITS):
        step = 1 / (1 + annual_rate / YEAR_MONTHS).sqrt()
        found, worth = [], Decimal(1)
        for _ in range(half_months + 1):
            found.append(worth.quantize(PLACES, ROUND_HALF_UP))
            worth *= step
        return tuple(found)


def discounted_loss(
    exposures_minor: Sequence[int], marginal_pds: Sequence[Decimal], lgd: Decimal, factors: Sequence[Decimal]
) -> Decimal:
    """Σ EAD·PD·LGD·DF, before it is rounded."""
    with localcontext(prec=DIGITS):
        return sum(
            (e * pd * lgd * factor for e, pd, factor in zip(exposures_minor, marginal_pds, factors, strict=True)),
            Decimal(0),
        )


def to_fen(amount: Decimal) -> int:
    """Rounded half up (R-0.3)."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def expected_loss_minor(stage: Stage, exposure: Exposure, risk: Risk, scenarios: Sequence[Scenario]) -> int:
    """The expected loss of a loan: over the scenarios, each with its weight."""
    with localcontext(prec=DIGITS):
        if stage is Stage.THREE:  # what has happened happens in every scenario
            return to_fen(exposure.by_year_minor[0] * (risk.lgd if risk.assessed is None else risk.assessed))
        total = sum((each.weight * _in_scenario(stage, exposure, risk, each) for each in scenarios), Decimal(0))
        return to_fen(total / YEAR_MONTHS)


def _in_scenario(stage: Stage, exposure: Exposure, risk: Risk, scenario: Scenario) -> Decimal:
    """Times the months of a year: what is divided once is rounded once."""
    pd, lgd = min(Decimal(1), risk.pd * scenario.pd_factor), min(Decimal(1), risk.lgd * scenario.lgd_factor)
    years = year_months(exposure.months_left, stage)
    rate = exposure.annual_rate or Decimal(0)
    known = discounts(rate, 2 * YEAR_MONTHS * len(years))
    factors = [known[2 * YEAR_MONTHS * year + months] for year, months in enumerate(years)]  # the middle of its months
    survive = [((1 - pd) ** year if year else Decimal(1)).quantize(PLACES, ROUND_HALF_UP) for year in range(len(years))]
    marginal = [alive * pd * months for alive, months in zip(survive, years, strict=True)]
    balances = [*exposure.by_year_minor, *[0] * len(years)][: len(years)]
    return discounted_loss(balances, marginal, lgd, factors)
