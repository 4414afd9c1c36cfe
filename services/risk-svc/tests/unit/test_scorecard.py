"""The points table: where a value falls, and how a bin gets its points (domain.md §11.1)."""

from decimal import Decimal

import pytest

from risk_svc.domain.features.features import FEATURES, Features
from risk_svc.domain.scoring.score import STANDARD
from risk_svc.domain.scoring.scorecard import Scorecard, points_of
from risk_svc.scoring.artefacts import scorecard_as_json, scorecard_from_json


def _values(**known: int | Decimal) -> Features:
    return tuple(known.get(name) for name in FEATURES)


@pytest.mark.parametrize(
    ("utilisation", "points"), [("-1", 250), ("0.299999", 250), ("0.3", 220), ("0.9", 180), ("50708", 180)]
)
def test_a_bin_begins_with_its_lower_edge(scorecard: Scorecard, utilisation: str, points: int) -> None:
    assert scorecard.points(_values(revolving_utilisation=Decimal(utilisation)))[0] == points


def test_what_is_not_known_has_points_of_its_own(scorecard: Scorecard) -> None:
    assert scorecard.points(_values()) == (180, 120, 10, 85, 48, 20)
    assert scorecard.points(_values(verified_income_minor=500_000))[3] == 100


def test_points_follow_the_formula() -> None:
    # -(-0.8 x 0.693147 + -2.6 / 10) x 28.853901 + 487.122876 / 10 = 16.0000 + 7.5020 + 48.7123
    assert points_of(Decimal("0.693147"), Decimal("-0.8"), Decimal("-2.6"), 10, STANDARD) == 72
    # the other side of zero: -(-0.8 x -1.098612 + -0.26) x 28.853901 + 48.712288 = -25.3595 + 7.5020 + 48.7123
    assert points_of(Decimal("-1.098612"), Decimal("-0.8"), Decimal("-2.6"), 10, STANDARD) == 31


def test_a_stored_table_is_the_same_table(scorecard: Scorecard) -> None:
    stored = scorecard_as_json(scorecard)
    again = scorecard_from_json(stored)
    assert again.characteristics == scorecard.characteristics
    assert (again.scaling, again.bad_rate) == (scorecard.scaling, scorecard.bad_rate)
    assert scorecard_as_json(again) == stored
