"""Which rows serve what: training, validation, back-test and replay share no borrower."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from loan_datasets.gmsc import GiveMeSomeCredit

SEED = 20260101
"""The seed of the sets in use. A model is only judged fairly on rows of the seed that it was trained with."""

FULL_AGE = 18
CODES_FROM = 96
"""The source writes 96 and 98 into the counts of late payments as codes; the largest true count is 17."""

TRAINING, VALIDATION, BACKTEST, REPLAY = 12, 2, 3, 3  # rows of every twenty

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Splits:
    """Disjoint row numbers.

    `training` makes the model, `validation` sets the policy's thresholds, `backtest` judges both, and `replay` is
    what the demonstration and the benchmarks send through the system, in a random order fixed by the seed.
    """

    training: Rows
    validation: Rows
    backtest: Rows
    replay: Rows


def splits(data: GiveMeSomeCredit, seed: int = SEED) -> Splits:
    """60 / 10 / 15 / 15 % of the borrowers of full age (one row has the age 0), the same for the same seed.

    The rows are ordered by outcome, late payments and utilisation, with chance among equals, and every twenty
    neighbours are dealt out by lot. So each set is a small likeness of the whole, and figures from two sets differ by
    less than they would between sets drawn freely.
    """
    chance = np.random.default_rng(seed)
    columns = data.columns
    late = sum(
        np.where(columns[name] >= CODES_FROM, 0, columns[name]) for name in ("late_30_59", "late_60_89", "late_90")
    )
    adults = np.flatnonzero(columns["age"] >= FULL_AGE)
    keys = (chance.random(len(data)), columns["revolving_utilisation"], np.minimum(late, 6), columns["defaulted"])
    ordered = adults[np.lexsort([key[adults] for key in keys])]
    hands = TRAINING + VALIDATION + BACKTEST + REPLAY
    lots = chance.permuted(np.tile(np.arange(hands), (-(-len(ordered) // hands), 1)), axis=1).ravel()[: len(ordered)]
    ends = np.cumsum((TRAINING, VALIDATION, BACKTEST, REPLAY))
    sets = [np.sort(ordered[(lots >= first) & (lots < end)]) for first, end in zip((0, *ends), ends, strict=False)]
    return Splits(sets[0], sets[1], sets[2], chance.permutation(sets[3]))
