"""Score and grade (domain.md §11.1)."""

from decimal import Decimal

import pytest

from risk_svc.domain.scoring.score import STANDARD, grade_of, raw_score, shown_score

LEAST = {"A": 620, "B": 599, "C": 572, "D": 514}


def test_six_hundred_at_fifty_to_one_and_twenty_points_a_doubling() -> None:
    assert round(STANDARD.factor, 6) == Decimal("28.853901")
    assert round(STANDARD.offset, 6) == Decimal("487.122876")


@pytest.mark.parametrize(
    ("pd", "score"),
    [("0.01", "619.7100"), ("0.02", "599.4171"), ("0.05", "572.0814"), ("0.1", "550.5214"), ("0.2", "527.1229")],
)
def test_the_score_of_a_probability_of_default(pd: str, score: str) -> None:
    assert round(raw_score(Decimal(pd)), 4) == Decimal(score)


@pytest.mark.parametrize(
    ("raw", "shown"), [("619.49", 619), ("619.5", 620), ("299.9", 300), ("12", 300), ("900.4", 900), ("1200", 900)]
)
def test_scores_are_shown_as_whole_numbers_from_300_to_900(raw: str, shown: int) -> None:
    assert shown_score(Decimal(raw)) == shown


@pytest.mark.parametrize(
    ("score", "grade"),
    [(900, "A"), (620, "A"), (619, "B"), (599, "B"), (598, "C"), (572, "C"), (571, "D"), (514, "D"), (513, "E")],
)
def test_a_grade_begins_at_its_lowest_score(score: int, grade: str) -> None:
    assert grade_of(score, LEAST) == grade
