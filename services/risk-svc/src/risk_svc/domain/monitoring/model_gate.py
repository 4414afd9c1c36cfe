"""What a model must show before it may decide (domain.md §11.1): it tells good from bad, its probabilities are true,
and more points or a higher estimate never mean less risk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from risk_svc.domain.scoring.scorecard import Scorecard

LEAST_AUC = Decimal("0.75")
LEAST_RATIO, GREATEST_RATIO = Decimal("0.8"), Decimal("1.2")
LEAST_EXPECTED = 50
"""Of 50 expected defaults chance alone moves the observed ones by 14 %. A tenth that expects fewer says too little to
be judged alone: it is taken together with the next riskier one, until so many are expected."""

_CENT = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Tenth:
    """Borrowers of neighbouring estimates, whom training never saw: how many, and defaults expected and observed."""

    name: str
    rows: int
    expected: Decimal
    observed: int

    @property
    def ratio(self) -> Decimal:
        """Observed over expected."""
        return (self.observed / self.expected).quantize(_CENT) if self.expected else Decimal(0)

    @property
    def true(self) -> bool:
        """Whether the ratio lies within 0.8 and 1.2."""
        return LEAST_RATIO <= self.ratio <= GREATEST_RATIO

    def with_next(self, following: "Tenth") -> "Tenth":
        """Both together."""
        name = f"{self.name.split('-')[0]}-{following.name.split('-')[-1]}"
        expected, observed = self.expected + following.expected, self.observed + following.observed
        return Tenth(name, self.rows + following.rows, expected, observed)


def judged(tenths: Iterable[Tenth]) -> list[Tenth]:
    """The tenths, safest first, those that expect too few defaults joined with their neighbours."""
    groups: list[Tenth] = []
    for tenth in tenths:
        if groups and groups[-1].expected < LEAST_EXPECTED:
            groups[-1] = groups[-1].with_next(tenth)
        else:
            groups.append(tenth)
    if len(groups) > 1 and groups[-1].expected < LEAST_EXPECTED:
        last = groups.pop()
        groups[-1] = groups[-1].with_next(last)
    return groups


def model_refusals(
    tenths: Sequence[Tenth], auc: Decimal, knots: Sequence[tuple[Decimal, Decimal]], scorecard: Scorecard
) -> list[str]:
    """Why a model may not decide; empty where it may."""
    found = []
    if len(tenths) != 10 or not sum(tenth.observed for tenth in tenths):
        return ["its card tells no ten tenths of borrowers with defaults"]
    if not auc >= LEAST_AUC:
        found.append(f"its AUC of {auc} is below {LEAST_AUC}")
    groups = judged(tenths)
    for each in groups:
        if not each.true:
            found.append(
                f"tenth {each.name}: {each.observed} defaults where {each.expected:.1f} are expected, a ratio of"
                f" {each.ratio} outside {LEAST_RATIO} to {GREATEST_RATIO}"
            )
    rates = [Decimal(each.observed) / each.rows for each in groups]
    if any(later < earlier for earlier, later in pairwise(rates)):
        found.append("defaults do not rise from the safest tenth to the riskiest")
    if any(b[0] <= a[0] or b[1] < a[1] for a, b in pairwise(knots)) or not all(0 < pd < 1 for _, pd in knots):
        found.append("its calibration does not rise, or leaves the range of probabilities")
    for one in scorecard.characteristics:
        woes = [each.woe for each in one.bins]
        if woes not in (sorted(woes), sorted(woes, reverse=True)) or one.coefficient >= 0:
            found.append(f"the points of {one.feature} neither rise nor fall throughout")
    return found
