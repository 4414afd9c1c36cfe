"""Bins whose bad rate only rises or only falls."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from risk_svc.training.binning import MOST_BINS, bin_monotonically


def _rates(counts: tuple[tuple[int, int], ...]) -> list[float]:
    return [bad / (good + bad) for good, bad in counts]


@given(seed=st.integers(0, 200), direction=st.sampled_from([-1, 1]), missing=st.sampled_from([0.0, 0.2]))
def test_rates_go_one_way_and_nobody_is_lost(seed: int, direction: int, missing: float) -> None:
    chance = np.random.default_rng(seed)
    values = chance.normal(size=2_000)
    bad = chance.random(2_000) < 1 / (1 + np.exp(2 - direction * values))
    values[chance.random(2_000) < missing] = np.nan
    found = bin_monotonically(values, bad)
    rates = _rates(found.counts)
    assert rates == sorted(rates, reverse=direction < 0)
    assert 2 <= len(found.counts) <= MOST_BINS
    assert sum(good + bad for good, bad in (*found.counts, found.missing)) == 2_000
    assert sum(bad for _, bad in (*found.counts, found.missing)) == int(bad.sum())


def test_a_value_is_placed_where_it_was_counted() -> None:
    chance = np.random.default_rng(3)
    values = chance.integers(0, 12, 3_000).astype(np.float64)
    bad = chance.random(3_000) < values / 20
    values[:100] = np.nan
    found = bin_monotonically(values, bad)
    places = found.place(values)
    for number, (good, count_bad) in enumerate((*found.counts, found.missing)):
        assert int((places == number).sum()) == good + count_bad


def test_a_hump_is_pooled_in_the_direction_that_tells_more() -> None:
    values = np.repeat([1.0, 2.0, 3.0, 4.0], 1_000)
    bad = np.concatenate([np.arange(1_000) < share for share in (20, 100, 300, 250)])
    found = bin_monotonically(values, bad)
    assert _rates(found.counts) == pytest.approx([0.02, 0.1, 0.275])
    assert found.edges == (2.0, 3.0)


def test_a_feature_of_one_value_is_one_bin() -> None:
    found = bin_monotonically(np.ones(100), np.arange(100) < 7)
    assert (found.edges, found.counts, found.missing) == ((), ((93, 7),), (0, 0))
