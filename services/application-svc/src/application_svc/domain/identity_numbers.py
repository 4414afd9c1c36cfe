"""Resident identity numbers: GB 11643-1999 with the check digit of ISO 7064 MOD 11-2 (domain.md §6.1)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from application_svc.domain.errors import wrong_field

POINTER = "/identity_number"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
SHAPE = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
OLD_SHAPE = re.compile(r"[1-9]\d{14}", re.ASCII)
PROVINCES = frozenset(
    [*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83, 91]
)
SYNTHETIC = 99  # not assigned in GB/T 2260: test people who can be nobody real


class Sex(StrEnum):
    """As the 17th digit tells it."""

    MALE = "M"
    FEMALE = "F"


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A valid number and what it says."""

    number: str
    birth_date: date
    sex: Sex
    division: str

    @property
    def synthetic(self) -> bool:
        """Whether it belongs to a test person."""
        return self.division.startswith(str(SYNTHETIC))


def parse_identity_number(text: str, today: date, synthetic_allowed: bool, pointer: str = POINTER) -> IdentityNumber:
    """The number in its standard form; raises Invalid with a code for each way of being wrong.

    `synthetic_allowed` says whether this installation accepts test people of region 99: never in production. Numbers of
    15 digits are refused: they are of use for matching old records, not for new customers.
    """
    number = text.strip().upper()
    if OLD_SHAPE.fullmatch(number):
        raise wrong_field(
            pointer, "identity-number-of-15-digits", "numbers of 15 digits are no longer valid; give the one of 18"
        )
    if not SHAPE.fullmatch(number):
        raise wrong_field(
            pointer, "identity-number-malformed", "an identity number has 17 digits, the first not 0, and a digit or X"
        )
    region = int(number[:2])
    if region == SYNTHETIC and not synthetic_allowed:
        raise wrong_field(pointer, "identity-number-synthetic", "region 99 is for test people and not accepted here")
    if region != SYNTHETIC and region not in PROVINCES:
        raise wrong_field(
            pointer, "identity-number-region-unknown", f"no province has the code {region:02d} in the first two digits"
        )
    birth_date = _birth_date(number, today, pointer)
    expected = check_digit(number)
    if number[17] != expected:
        raise wrong_field(
            pointer,
            "identity-number-check-digit",
            f"the last character is {number[17]}; the digits before ask for {expected}",
        )
    sex = Sex.MALE if int(number[16]) % 2 else Sex.FEMALE
    return IdentityNumber(number, birth_date, sex, number[:6])


def check_digit(number: str) -> str:
    """The 18th character that belongs to the first 17 digits."""
    return CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11]


def age_on(birth_date: date, day: date) -> int:
    """Full years on a day."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def _birth_date(number: str, today: date, pointer: str) -> date:
    written = number[6:14]
    try:
        born = date(int(written[:4]), int(written[4:6]), int(written[6:]))
    except ValueError:
        born = None
    if born is None or born.year < 1800 or born > today:
        raise wrong_field(
            pointer,
            "identity-number-birth-date",
            f"digits 7 to 14 are {written}; they must be a real date YYYYMMDD from 1800 on and not after {today}",
        )
    return born
