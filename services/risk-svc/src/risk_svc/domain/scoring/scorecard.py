"""A points table over the features: each bin of each characteristic has whole points, and their sum is the score."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from risk_svc.domain.features.features import FEATURES, Features
from risk_svc.domain.scoring.score import Scaling


@dataclass(frozen=True, slots=True)
class Bin:
    """Values from `lower` (or all) up to, not including, `upper` (or all)."""

    lower: Decimal | None
    upper: Decimal | None
    good: int
    bad: int
    woe: Decimal
    points: int


@dataclass(frozen=True, slots=True)
class Missing:
    """Borrowers whose value is not known."""

    good: int
    bad: int
    woe: Decimal
    points: int


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One feature in bins; `coefficient` is that of its weight of evidence in the regression of bad."""

    feature: str
    coefficient: Decimal
    bins: tuple[Bin, ...]
    missing: Missing

    @property
    def most(self) -> int:
        """The points that nobody can exceed here."""
        return max(self.missing.points, *(each.points for each in self.bins))


class Scorecard:
    """The table, with the places of its features worked out once."""

    def __init__(
        self, characteristics: Sequence[Characteristic], scaling: Scaling, intercept: Decimal, bad_rate: Decimal
    ) -> None:
        self.characteristics = tuple(characteristics)
        self.scaling = scaling
        self.intercept = intercept
        self.bad_rate = bad_rate
        self.most = tuple(each.most for each in self.characteristics)
        self._lookups = [
            (
                FEATURES.index(each.feature),
                [one.upper for one in each.bins if one.upper is not None],
                [one.points for one in each.bins],
                each.missing.points,
            )
            for each in self.characteristics
        ]

    def points(self, values: Features) -> tuple[int, ...]:
        """The points of each characteristic, in the table's order; the score is their sum."""
        return tuple(
            missing if (value := values[place]) is None else points[bisect_right(edges, value)]
            for place, edges, points, missing in self._lookups
        )


def points_of(woe: Decimal, coefficient: Decimal, intercept: Decimal, count: int, scaling: Scaling) -> int:
    """Points of a bin: -(coefficient x WOE + intercept / k) x factor + offset / k, whole, halves up (domain.md §11.1).

    `count` is k, the number of characteristics; coefficient and intercept are those of a regression of bad.
    """
    exact = -(coefficient * woe + intercept / count) * scaling.factor + scaling.offset / count
    return int(exact.to_integral_value(ROUND_HALF_UP))
