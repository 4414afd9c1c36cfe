"""Bins of a feature whose bad rate only rises or only falls (domain.md §11.1: monotonic WOE required)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from risk_svc.domain.monitoring.metrics import Counts, information_value
from risk_svc.training.examples import Floats

FINE_BINS = 40
MOST_BINS = 8
LEAST_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Binning:
    """Inner edges, rising (a bin begins with its lower edge), good and bad of each bin, and of missing values."""

    edges: tuple[float, ...]
    counts: tuple[Counts, ...]
    missing: Counts

    def place(self, values: Floats) -> npt.NDArray[np.int64]:
        """The bin of each value by number; missing values get the number after the last bin."""
        return np.where(np.isnan(values), len(self.counts), np.searchsorted(np.array(self.edges), values, side="right"))


def bin_monotonically(values: Floats, bad: npt.NDArray[np.bool_]) -> Binning:
    """At most eight bins, each with at least 2 % of the known values, with the direction that tells more (higher IV).

    Starting from quantiles, neighbours that break the order are pooled, then small ones with their likest neighbour,
    then the likest pairs until there are few enough. Pooling neighbours never breaks an order that is there.
    """
    known = ~np.isnan(values)
    values_known, bad_known = values[known], bad[known]
    shares = np.linspace(0, 1, FINE_BINS + 1)[1:-1]
    cuts = np.unique(np.quantile(values_known, shares, method="higher"))
    cuts = cuts[cuts > values_known.min()]
    places = np.searchsorted(cuts, values_known, side="right")
    all_in = np.bincount(places, minlength=len(cuts) + 1)
    bad_in = np.bincount(places, weights=bad_known, minlength=len(cuts) + 1)
    fine = [
        _Pool(int(n - b), int(b), upper) for n, b, upper in zip(all_in, bad_in, (*cuts.tolist(), None), strict=True)
    ]
    least = LEAST_SHARE * len(values_known)
    pooled = max((_reduce(_ordered(fine, rising), least) for rising in (True, False)), key=_information)
    missing_bad = int(bad[~known].sum())
    return Binning(
        edges=tuple(pool.upper for pool in pooled if pool.upper is not None),
        counts=tuple((pool.good, pool.bad) for pool in pooled),
        missing=(int((~known).sum()) - missing_bad, missing_bad),
    )


@dataclass(frozen=True, slots=True)
class _Pool:
    good: int
    bad: int
    upper: float | None  # None: the last bin has no end

    @property
    def rate(self) -> float:
        return self.bad / max(self.good + self.bad, 1)

    def with_next(self, following: "_Pool") -> "_Pool":
        return _Pool(self.good + following.good, self.bad + following.bad, following.upper)


def _ordered(fine: Sequence[_Pool], rising: bool) -> list[_Pool]:
    kept: list[_Pool] = []
    for pool in fine:
        kept.append(pool)
        while len(kept) > 1 and (kept[-2].rate >= kept[-1].rate if rising else kept[-2].rate <= kept[-1].rate):
            last = kept.pop()
            kept[-1] = kept[-1].with_next(last)
    return kept


def _reduce(pools: list[_Pool], least: float) -> list[_Pool]:
    while len(pools) > 1:
        gaps = [abs(first.rate - second.rate) for first, second in pairwise(pools)]
        small = [at for at, pool in enumerate(pools) if pool.good + pool.bad < least or not pool.good or not pool.bad]
        if small:
            at = small[0]
            pair = min((one for one in (at - 1, at) if 0 <= one < len(gaps)), key=gaps.__getitem__)
        elif len(pools) > MOST_BINS:
            pair = gaps.index(min(gaps))
        else:
            break
        pools = [*pools[:pair], pools[pair].with_next(pools[pair + 1]), *pools[pair + 2 :]]
    return pools


def _information(pools: Sequence[_Pool]) -> float:
    return float(information_value([(pool.good, pool.bad) for pool in pools]))
