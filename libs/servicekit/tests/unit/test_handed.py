"""Rows that were handed over may go only where nothing before them is left in the table."""

from collections.abc import Sequence
from typing import Any

from loan_servicekit.db.outbox.handed import MOST, Handed


def rows(*ids: int) -> Sequence[Sequence[Any]]:
    return [(id, f"row {id}") for id in ids]


def ids(taken: Sequence[Sequence[Any]] | None) -> list[int] | None:
    return None if taken is None else [row[0] for row in taken]


def certain(highest: int) -> Handed:
    """One that knows that nothing is left up to an id."""
    handed = Handed()
    handed.begin(highest)
    handed.asked(set(), [], True, (50, 60))
    assert not handed.certain, "transactions that were under way may still bring a lower id"
    handed.asked(set(), [], True, (59, 70))
    assert not handed.certain
    handed.asked(set(), [], True, (60, 75))
    assert handed.certain
    return handed


def test_what_follows_without_a_gap_goes_in_the_order_of_ids() -> None:
    handed = certain(10)
    assert ids(handed.take()) == []
    handed.put(rows(12, 13))
    handed.put(rows(11))
    assert ids(handed.take()) == [11, 12, 13]
    handed.put(rows(14))
    assert ids(handed.take()) == [14]


def test_behind_a_gap_the_table_is_asked_until_all_who_may_have_drawn_the_id_have_ended() -> None:
    handed = certain(10)
    handed.put(rows(12))
    assert handed.take() is None, "11 was drawn by somebody else"
    claimed = handed.claimed()
    handed.asked(claimed, rows(12), True, None)
    handed.put(rows(13))
    assert handed.take() is None, "11 may still be committed, and 13 be about the same"
    handed.asked(handed.claimed(), rows(13), True, (80, 90))
    handed.put(rows(14))
    assert handed.take() is None
    handed.asked(handed.claimed(), rows(11, 14), True, (90, 95))
    assert handed.certain
    handed.put(rows(15))
    assert ids(handed.take()) == [15]


def test_rows_of_others_that_fill_the_gap_at_once_make_no_doubt() -> None:
    handed = certain(10)
    handed.put(rows(12))
    assert handed.take() is None
    handed.asked(handed.claimed(), rows(11, 12), True, None)
    assert handed.certain
    handed.put(rows(13))
    assert ids(handed.take()) == [13]


def test_a_row_that_the_table_has_given_already_does_not_go_twice() -> None:
    handed = certain(10)
    claimed = handed.claimed()
    handed.put(rows(11))  # committed while the table was asked
    handed.asked(claimed, rows(11), True, None)
    assert ids(handed.take()) == []
    handed.put(rows(12))
    assert ids(handed.take()) == [12]


def test_where_the_table_has_more_than_it_gave_it_is_asked_again() -> None:
    handed = certain(10)
    handed.asked(set(), rows(11, 12), False, None)
    handed.put(rows(14))
    assert handed.take() is None


def test_more_than_may_wait_is_left_to_the_table() -> None:
    handed = certain(10)
    handed.put(rows(*range(11, 12 + MOST)))
    assert handed.take() is None
    assert handed.claimed() == set()
    handed.asked(set(), rows(*range(11, 511)), False, None)
    assert not handed.certain
