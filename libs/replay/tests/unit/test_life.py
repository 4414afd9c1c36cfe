"""What borrowers do about their instalments: the data set decides who stops and who is late, chance the rest."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from loan_contracts.money import months_later
from loan_datasets.borrower import Borrower
from loan_devstack.errors import CannotStart
from loan_replay.life.act import MOST_MONTHS, how_long
from loan_replay.life.habits import ENDS_EARLY, REPAYS_A_PART, habits

START = date(2026, 11, 30)
DUE = [months_later(START, number) for number in range(1, 25)]
UNTIL = months_later(START, 24)
SOLID = Borrower(1, False, 40, Decimal("0.1"), 0, 0, 0, Decimal("0.2"), 9_000, 4, 1, 0)
MANY = 2_000


def test_who_defaulted_in_the_data_set_stops_in_time_to_be_more_than_90_days_past_due() -> None:
    for row in range(MANY):
        paid = habits(replace(SOLID, row=row, defaulted=True), DUE, UNTIL, seed=1)
        assert paid.pays_on == DUE[: len(paid.pays_on)] and paid.ends_on is paid.part_on is None
        assert (UNTIL - DUE[len(paid.pays_on)]).days > 90


def test_of_a_short_life_who_defaulted_pays_nothing() -> None:
    assert habits(replace(SOLID, defaulted=True), DUE, START + timedelta(days=60), seed=1).pays_on == []


def test_who_was_late_is_late_as_often_and_by_as_many_days() -> None:
    late = replace(SOLID, late_30_59=1, late_60_89=1)
    for row in range(MANY):
        paid = habits(replace(late, row=row), DUE[:6], UNTIL, seed=1)
        assert paid.ends_on is paid.part_on is None
        latest = max(next((on - due).days for on in paid.pays_on if on >= due) for due in DUE[:6])
        assert latest <= 89
        assert latest >= 30 or len(paid.pays_on) < 6


def test_codes_of_the_source_are_no_counts_of_late_payments() -> None:
    coded = replace(SOLID, late_30_59=98, late_60_89=96)
    assert all(len(habits(replace(coded, row=row), DUE, UNTIL, seed=1).pays_on) > 2 for row in range(50))


def test_who_was_never_late_pays_on_the_day_or_repays_early_now_and_then() -> None:
    found = [habits(replace(SOLID, row=row), DUE, UNTIL, seed=1) for row in range(MANY)]
    kinds = Counter("ends" if each.ends_on else "part" if each.part_on else "as planned" for each in found)
    few_late = sum(each.pays_on != DUE and not each.ends_on for each in found)  # they forget one of 24 now and then
    assert 0 < kinds["ends"] < MANY * ENDS_EARLY and 0 < kinds["part"] < MANY * REPAYS_A_PART
    assert 0 < few_late < MANY
    for each in found:
        assert each.ends_on is None or max(each.pays_on) < each.ends_on < UNTIL
        assert each.days == sorted(set(each.days))


def test_the_same_seed_makes_the_same_life() -> None:
    assert habits(SOLID, DUE, UNTIL, seed=1) == habits(SOLID, DUE, UNTIL, seed=1)
    others = {str(habits(replace(SOLID, late_30_59=3), DUE, UNTIL, seed=seed)) for seed in range(5)}
    assert len(others) == 5


@pytest.mark.parametrize("text", ["0", "-1", "two", "", "1.5", str(MOST_MONTHS + 1)])
def test_months_that_cannot_be_lived_are_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(CannotStart, match="MONTHS is"):
        how_long(text)
