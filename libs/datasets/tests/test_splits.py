"""Row sets: disjoint, the same for the same seed, each a likeness of the whole."""

import numpy as np
import pytest

from loan_datasets.gmsc import GiveMeSomeCredit
from loan_datasets.splits import splits

SIZE = 10_000


@pytest.fixture(scope="module")
def data() -> GiveMeSomeCredit:
    chance = np.random.default_rng(1)
    columns = {name: chance.integers(0, 4, SIZE) for name in ("late_30_59", "late_60_89", "late_90")}
    columns["revolving_utilisation"] = chance.integers(0, 10**9, SIZE)
    columns["age"] = chance.integers(17, 90, SIZE)
    columns["defaulted"] = (chance.random(SIZE) < 0.07).astype(np.int64)
    return GiveMeSomeCredit(columns)


def test_no_row_serves_two_purposes_and_all_adults_serve_one(data: GiveMeSomeCredit) -> None:
    sets = splits(data, 1)
    rows = np.concatenate([sets.training, sets.validation, sets.backtest, sets.replay])
    assert len(np.unique(rows)) == len(rows)
    assert np.array_equal(np.sort(rows), np.flatnonzero(data.columns["age"] >= 18))


def test_shares_are_sixty_ten_fifteen_and_fifteen_percent(data: GiveMeSomeCredit) -> None:
    sets = splits(data, 1)
    whole = int((data.columns["age"] >= 18).sum())
    shares = [len(rows) / whole for rows in (sets.training, sets.validation, sets.backtest, sets.replay)]
    assert shares == pytest.approx([0.6, 0.1, 0.15, 0.15], abs=0.002)


def test_the_bad_rate_is_the_same_in_every_set(data: GiveMeSomeCredit) -> None:
    sets = splits(data, 1)
    bad = data.columns["defaulted"]
    rates = [bad[rows].mean() for rows in (sets.training, sets.validation, sets.backtest, sets.replay)]
    assert max(rates) - min(rates) < 0.004


def test_a_seed_gives_one_division_and_one_order_of_replay(data: GiveMeSomeCredit) -> None:
    first, again, other = splits(data, 1), splits(data, 1), splits(data, 2)
    assert np.array_equal(first.training, again.training)
    assert np.array_equal(first.replay, again.replay)
    assert not np.array_equal(first.training, other.training)
    assert not np.array_equal(first.replay, np.sort(first.replay))
