"""Score and grade from a probability of default (domain.md §11.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from risk_svc.domain.parameters import GRADES

LOWEST_SHOWN, HIGHEST_SHOWN = 300, 900
LEAST_PD, GREATEST_PD = Decimal("0.000001"), Decimal("0.999999")

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Scaling:
    """How odds become points: `base` points at `base_odds` to one, and `pdo` points more where the odds double."""

    base: int = 600
    base_odds: int = 50
    pdo: int = 20

    @property
    def factor(self) -> Decimal:
        """Points for each unit of log odds: PDO / ln 2."""
        return Decimal(self.pdo) / Decimal(2).ln()

    @property
    def offset(self) -> Decimal:
        """Points at even odds: base - factor x ln(base odds)."""
        return Decimal(self.base) - self.factor * Decimal(self.base_odds).ln()


STANDARD = Scaling()
_FACTOR, _OFFSET = STANDARD.factor, STANDARD.offset
_ln = Context(prec=12).ln  # nine digits after the point of a score; more of them would be the dearest step of all


def raw_score(pd: Decimal) -> Decimal:
    """Offset + factor x ln(good : bad) of a probability of default strictly between 0 and 1, on the standard scale."""
    return _OFFSET + _FACTOR * _ln((_ONE - pd) / pd)


def shown_score(raw: Decimal | int) -> int:
    """A score as it is shown and graded: a whole number between 300 and 900."""
    return min(max(int(Decimal(raw).to_integral_value(ROUND_HALF_UP)), LOWEST_SHOWN), HIGHEST_SHOWN)


def grade_of(score: int, least_score: Mapping[str, int]) -> str:
    """The best grade whose lowest score is reached; E below all of them."""
    for grade in GRADES[:-1]:
        if score >= least_score[grade]:
            return grade
    return GRADES[-1]
