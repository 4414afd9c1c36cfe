"""Resident identity numbers: samples of domain.md §6.1 and each way of being wrong."""

from datetime import date

import pytest

from application_svc.domain.identity_numbers import Sex, age_on, check_digit, parse_identity_number
from loan_servicekit.core import Invalid

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("number", "born", "sex", "synthetic"),
    [
        ("11010519491231002X", date(1949, 12, 31), Sex.FEMALE, False),
        ("990101199003078017", date(1990, 3, 7), Sex.MALE, True),
        ("990202198511153025", date(1985, 11, 15), Sex.FEMALE, True),
        ("990303197812241237", date(1978, 12, 24), Sex.MALE, True),
        ("990404200106304022", date(2001, 6, 30), Sex.FEMALE, True),
    ],
)
def test_valid_numbers_tell_birth_date_and_sex(number: str, born: date, sex: Sex, synthetic: bool) -> None:
    parsed = parse_identity_number(number, TODAY, synthetic_allowed=True)
    assert (parsed.number, parsed.birth_date, parsed.sex, parsed.synthetic) == (number, born, sex, synthetic)


def test_a_small_x_and_blanks_around_are_put_right() -> None:
    assert parse_identity_number(" 11010519491231002x ", TODAY, synthetic_allowed=False).number == "11010519491231002X"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310021", "identity-number-check-digit"),
        ("110105491231002", "identity-number-of-15-digits"),
        ("11010519491231002", "identity-number-malformed"),
        ("11010519491231002XX", "identity-number-malformed"),
        ("01010519491231002X", "identity-number-malformed"),
        ("1101051949123100２X", "identity-number-malformed"),  # a full-width digit
        ("", "identity-number-malformed"),
        ("160105194912310020", "identity-number-region-unknown"),
        ("110105194902290020", "identity-number-birth-date"),  # 1949 was no leap year
        ("110105194913010020", "identity-number-birth-date"),
        ("110105202611240020", "identity-number-birth-date"),  # tomorrow
        ("110105179912310020", "identity-number-birth-date"),
    ],
)
def test_a_wrong_number_is_refused_with_its_own_code(number: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_identity_number(number, TODAY, synthetic_allowed=True)
    assert refusal.value.code == code
    assert [(error.pointer, error.code) for error in refusal.value.errors] == [("/identity_number", code)]


def test_the_refusal_of_a_check_digit_says_which_one_is_expected() -> None:
    with pytest.raises(Invalid, match="ask for X"):
        parse_identity_number("110105194912310021", TODAY, synthetic_allowed=False)


def test_test_people_are_refused_where_they_are_not_allowed() -> None:
    with pytest.raises(Invalid) as refusal:
        parse_identity_number("990101199003078017", TODAY, synthetic_allowed=False)
    assert refusal.value.code == "identity-number-synthetic"


@pytest.mark.parametrize("region", ["81", "82", "83", "71", "91", "15", "65"])
def test_assigned_regions_are_accepted(region: str) -> None:
    body = f"{region}000019900307801"
    assert parse_identity_number(body + check_digit(body), TODAY, synthetic_allowed=False).division == f"{region}0000"


def test_whoever_is_born_today_is_accepted_and_0_years_old() -> None:
    body = "11010520261123001"
    born = parse_identity_number(body + check_digit(body), TODAY, synthetic_allowed=False).birth_date
    assert age_on(born, TODAY) == 0


@pytest.mark.parametrize(
    ("day", "age"), [(date(2026, 3, 6), 35), (date(2026, 3, 7), 36), (date(2026, 3, 8), 36), (date(1990, 3, 7), 0)]
)
def test_age_is_counted_in_full_years(day: date, age: int) -> None:
    assert age_on(date(1990, 3, 7), day) == age


def test_a_birthday_on_the_leap_day_is_reached_on_the_first_of_march_in_other_years() -> None:
    assert age_on(date(2004, 2, 29), date(2026, 2, 28)) == 21
    assert age_on(date(2004, 2, 29), date(2026, 3, 1)) == 22
