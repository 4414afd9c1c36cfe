"""When debits are tried and how much they ask for (R-3.11)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from postloan_svc.domain.debits.attempt import (
    DebitAttempt,
    DebitRules,
    Occasion,
    less_minor,
    slot_at,
    times_of,
)

TIMES = (time(6), time(14), time(22))
RULES = DebitRules(TIMES, most_dpd=90, most_parts=3, least_part_minor=10_000)
DAY = date(2026, 11, 30)
AT = datetime(2026, 11, 29, 22, 0, tzinfo=UTC)  # 06:00 of the 30th in Shanghai


@pytest.mark.parametrize(
    ("at", "slot"),
    [
        (datetime(2026, 11, 29, 21, 59, 59, tzinfo=UTC), None),
        (AT, "06:00"),
        (datetime(2026, 11, 30, 5, 59, tzinfo=UTC), "06:00"),
        (datetime(2026, 11, 30, 6, 0, tzinfo=UTC), "14:00"),
        (datetime(2026, 11, 30, 15, 59, tzinfo=UTC), "22:00"),
        (datetime(2026, 11, 30, 16, 0, tzinfo=UTC), None),  # the open day lags behind the calendar
    ],
)
def test_the_last_time_of_the_open_day_that_has_passed_is_tried(at: datetime, slot: str | None) -> None:
    assert slot_at(DAY, TIMES, at) == slot


def test_a_day_that_runs_ahead_of_the_calendar_is_tried_once() -> None:
    assert slot_at(date(2027, 1, 1), TIMES, AT) == "22:00"


@pytest.mark.parametrize("text", ["", "6:00", "06:00, 14:00", "14:00,06:00", "06:00,06:00", "25:00", "06:00:00"])
def test_times_are_written_in_one_way(text: str) -> None:
    with pytest.raises(ValueError):
        times_of(text)


def test_times_are_read() -> None:
    assert times_of("06:00,14:00,22:00") == TIMES


def an_attempt(amount: int, part: int = 1, occasion: Occasion = Occasion.AUTO) -> DebitAttempt:
    id = UUID(int=1)
    return DebitAttempt(id, id, id, id, occasion, DAY, amount, "CNY", "postloan-svc", AT, part=part)


@pytest.mark.parametrize(
    ("attempt", "owed", "less"),
    [
        (an_attempt(888_488), 888_488, 444_200),
        (an_attempt(444_200, 2), 888_488, 222_100),
        (an_attempt(222_100, 3), 666_388, 111_000),
        (an_attempt(111_000, 4), 666_388, 0),  # three orders for less were given
        (an_attempt(888_488), 50_050, 50_000),  # he has paid most of it himself meanwhile
        (an_attempt(19_999), 19_999, 0),  # too little to be asked for
        (an_attempt(888_488), 0, 0),
        (an_attempt(888_488, occasion=Occasion.OWN), 888_488, 0),
    ],
)
def test_where_there_is_not_enough_half_is_asked_for_and_never_more_than_is_owed(
    attempt: DebitAttempt, owed: int, less: int
) -> None:
    assert less_minor(attempt, owed, RULES) == less


def test_without_parts_nothing_less_is_asked_for() -> None:
    assert less_minor(an_attempt(888_488), 888_488, replace(RULES, most_parts=0)) == 0
