"""Synthetic people against the formats of domain.md §6 and its sample numbers."""

import os
import re
import subprocess
import sys
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loan_datasets import people

ON = date(2026, 9, 1)
ROWS = st.integers(0, people.CAPACITY - 1)
DATES = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def full_years(born: date, on: date) -> int:
    """Age as the calendar counts it: the number of birthdays after the birth."""
    return sum(date(year, born.month, born.day) <= on for year in range(born.year + 1, on.year + 1))


def luhn_sum(number: str) -> int:
    """The check of ISO/IEC 7812 as domain.md §6.3 words it: doubled from the right, minus nine above nine."""
    total = 0
    for position, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value
    return total % 10


@given(ROWS, DATES, st.integers(0, 109))
def test_the_row_number_and_the_age_stand_in_the_identity_number(row: int, on: date, age: int) -> None:
    someone = people.person(row, on=on, age=age)
    assert people.row_of(someone.identity_number) == row
    assert someone.identity_number[6:14] == f"{someone.birth_date:%Y%m%d}"
    assert full_years(someone.birth_date, on) == age


@given(ROWS)
def test_identity_numbers_are_synthetic_and_tell_the_sex(row: int) -> None:
    someone = people.person(row, on=ON)
    assert someone.identity_number.startswith("99")
    assert re.fullmatch(
        r"[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]", someone.identity_number
    )
    assert (someone.sex == "M") == (int(someone.identity_number[16]) % 2 == 1)


@pytest.mark.parametrize(
    "number",
    ["11010519491231002X", "990101199003078017", "990202198511153025", "990303197812241237", "990404200106304022"],
)
def test_the_check_digit_is_that_of_the_sample_numbers(number: str) -> None:
    assert people._check_digit(number[:17]) == number[17]


@pytest.mark.parametrize(
    "number",
    [
        "110105194912310021",  # the negative sample: the check must be X
        "11010519491231002X",  # valid, but not of region 99
        "990101199003078017",  # a sample of the handbook, outside the regions that carry rows
        "",
        "99100019900307801",
        "991000199013078010",
        "99１000199003078017",
    ],
)
def test_a_number_that_was_not_made_here_has_no_row(number: str) -> None:
    assert people.row_of(number) is None


def test_a_changed_digit_is_noticed() -> None:
    number = people.person(4711, on=ON, age=40).identity_number
    changed = number[:14] + f"{(int(number[14]) + 1) % 10}" + number[15:]
    assert people.row_of(changed) is None


@pytest.mark.parametrize("row", [-1, people.CAPACITY])
def test_rows_outside_the_capacity_are_refused(row: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        people.identity_number(row, date(1990, 1, 1))


@given(ROWS, st.integers(0, 10_000))
def test_cards_are_of_the_demo_bank_and_pass_luhn(row: int, seed: int) -> None:
    number = people.card(row, seed=seed)
    assert re.fullmatch(r"620999\d{13}", number)
    assert luhn_sum(number) == 0


@pytest.mark.parametrize("number", ["6209990000000000011", "6209990000000000029", "6216261000000000018"])
def test_the_luhn_check_of_this_test_accepts_the_sample_cards(number: str) -> None:
    assert luhn_sum(number) == 0


@given(ROWS, st.integers(0, 10_000))
def test_mobiles_are_personal_numbers(row: int, seed: int) -> None:
    number = people.mobile(row, seed=seed)
    assert re.fullmatch(r"1[3-9]\d{9}", number)
    assert number[:3] not in {"162", "165", "167", "170", "171", "140", "144", "146", "148"}  # domain.md §6.4


def test_mobiles_cards_and_identity_numbers_are_unique_over_the_data_set() -> None:
    rows = range(150_000)
    assert len({people.mobile(row) for row in rows}) == 150_000
    assert len({people.card(row) for row in rows}) == 150_000
    born = date(1980, 5, 17)
    assert len({people.identity_number(row, born) for row in rows}) == 150_000


def test_a_person_is_the_same_in_every_process() -> None:
    script = "import datetime; from loan_datasets.people import person; print(person(7, on=datetime.date(2026, 9, 1)))"
    elsewhere = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert elsewhere.stdout.decode().strip() == str(people.person(7, on=ON))


def test_another_seed_gives_another_person_with_the_same_row() -> None:
    here, there = people.person(7, on=ON, age=45), people.person(7, on=ON, age=45, seed=1)
    assert here.name != there.name
    assert here.mobile != there.mobile
    assert people.row_of(here.identity_number) == people.row_of(there.identity_number) == 7


def test_a_number_stays_the_same_until_the_birthday() -> None:
    days = [date(2026, month, 1) for month in range(1, 13)]
    numbers = [people.person(123, on=day, age=30).identity_number for day in days]
    assert sum(earlier != later for earlier, later in pairwise(numbers)) <= 1


def test_a_story_person_is_of_lending_age() -> None:
    ages = {full_years(people.person(row, on=ON).birth_date, ON) for row in range(150_000, 150_500)}
    assert min(ages) == 22
    assert max(ages) == 60


def test_people_differ_enough_to_be_told_apart() -> None:
    crowd = [people.person(row, on=ON) for row in range(2_000)]
    assert len({someone.name for someone in crowd}) > 1_500
    assert len({someone.address for someone in crowd}) > 1_990
    assert len({someone.purpose for someone in crowd}) == 6
