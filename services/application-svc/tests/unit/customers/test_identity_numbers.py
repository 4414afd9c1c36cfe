"""Resident identity numbers: samples of domain.md §6.1 and each way of being wrong."""

from datetime import date

import pytest

from application_svc.domain.customers.identity_numbers import Sex, age_on, check_digit, parse_identity_number
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


@pytest.mark.parametrize("region", ["81", "82", "83", "71", "15", "65"])
def test_assigned_regions_are_accepted(region: str) -> None:
    body = f"{region}000019900307801"
    assert parse_identity_number(body + check_digit(body), TODAY, synthetic_allowed=False).division == f"{region}0000"


PERMITS = ["810000199408230021", "820000199408230023", "830000199201300022"]


@pytest.mark.parametrize("number", PERMITS)
def test_residents_from_hong_kong_macao_and_taiwan_have_numbers_too(number: str) -> None:
    parsed = parse_identity_number(number, TODAY, synthetic_allowed=False)
    assert (parsed.division, parsed.sex) == (f"{number[:2]}0000", Sex.FEMALE)


def with_check_digit(body: str) -> str:
    return body + check_digit(body)


def code_of(number: str) -> str:
    with pytest.raises(Invalid) as refusal:
        parse_identity_number(number, TODAY, synthetic_allowed=False)
    return refusal.value.code


@pytest.mark.parametrize("region", ["810101", "820100", "830001"])
def test_a_residence_permit_has_no_other_division(region: str) -> None:
    assert code_of(with_check_digit(f"{region}19940823002")) == "identity-number-region-unknown"


@pytest.mark.parametrize(
    ("number", "division", "sex"),
    [
        ("932682198501010017", "320000", Sex.MALE),  # as printed in the guide to the cards of 2023
        (with_check_digit("91184019850101002"), "110000", Sex.FEMALE),
        (with_check_digit("94439219850101003"), "440000", Sex.MALE),
        (with_check_digit("96582619850101004"), "650000", Sex.FEMALE),
        (with_check_digit("93127619600229001"), "310000", Sex.MALE),
    ],
)
def test_permanent_residents_have_a_province_and_a_nationality(number: str, division: str, sex: Sex) -> None:
    parsed = parse_identity_number(number, TODAY, synthetic_allowed=False)
    assert (parsed.division, parsed.sex, parsed.synthetic) == (division, sex, False)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (with_check_digit("91684019850101002"), "identity-number-region-unknown"),  # 9, then 16: no province
        (with_check_digit("98184019850101002"), "identity-number-region-unknown"),
        (with_check_digit("90184019850101002"), "identity-number-region-unknown"),
        (with_check_digit("91115619850101002"), "identity-number-nationality-unknown"),  # China's own
        (with_check_digit("91100019850101002"), "identity-number-nationality-unknown"),
        (with_check_digit("91184020261124002"), "identity-number-birth-date"),  # tomorrow
        (with_check_digit("91184019850230002"), "identity-number-birth-date"),
        ("932682198501010018", "identity-number-check-digit"),
        (with_check_digit("99010119900307801"), "identity-number-synthetic"),
    ],
)
def test_a_permanent_resident_s_number_is_checked_like_any_other(number: str, code: str) -> None:
    assert code_of(number) == code


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("KAZ110090123105", date(1990, 12, 31)),  # as printed in the guide to the cards of 2023
        ("usa310005022909", None),  # 2005 and 1905 were no leap years
        ("USA310004022909", date(2004, 2, 29)),
        ("USA310026112309", TODAY),
        ("USA310026112409", date(1926, 11, 24)),
    ],
)
def test_the_cards_of_before_2023_are_read_as_long_as_they_are_valid(number: str, born: date | None) -> None:
    if born is None:
        assert code_of(number) == "identity-number-birth-date"
        return
    parsed = parse_identity_number(number, TODAY, synthetic_allowed=False)
    assert (parsed.number, parsed.birth_date, parsed.sex) == (number.upper(), born, Sex.UNTOLD)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("KAZ160090123105", "identity-number-region-unknown"),
        ("KAZ110090133105", "identity-number-birth-date"),
        ("KA1110090123105", "identity-number-malformed"),
        ("KAZ11009012310", "identity-number-malformed"),
    ],
)
def test_wrong_numbers_of_before_2023_are_refused(number: str, code: str) -> None:
    assert code_of(number) == code


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
