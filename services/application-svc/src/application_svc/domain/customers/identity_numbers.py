"""Identity numbers: residents (GB 11643-1999), residents from Hong Kong, Macao and Taiwan, and foreign permanent
residents by their cards of 2023 and before (domain.md §6.1). The check digit is ISO 7064 MOD 11-2.
"""

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
FORMER_CARD = re.compile(r"[A-Z]{3}\d{12}", re.ASCII)  # permanent residents until 2023; valid until the card runs out
PROVINCES = frozenset(
    [*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71]
)
PERMITS = {"81": "810000", "82": "820000", "83": "830000"}  # of residents from Hong Kong, Macao and Taiwan
FOREIGN = "9"  # begins the numbers of permanent residents: no province of residents does
SYNTHETIC = "99"  # not assigned in GB/T 2260: test people who can be nobody real
# GB/T 2659 (ISO 3166-1 numeric) without China's own codes 156, 158, 344 and 446.
COUNTRIES = """
004 008 010 012 016 020 024 028 031 032 036 040 044 048 050 051 052 056 060 064 068 070 072 074 076 084 086 090
092 096 100 104 108 112 116 120 124 132 136 140 144 148 152 162 166 170 174 175 178 180 184 188 191 192 196 203
204 208 212 214 218 222 226 231 232 233 234 238 239 242 246 248 250 254 258 260 262 266 268 270 275 276 288 292
296 300 304 308 312 316 320 324 328 332 334 336 340 348 352 356 360 364 368 372 376 380 384 388 392 398 400 404
408 410 414 417 418 422 426 428 430 434 438 440 442 450 454 458 462 466 470 474 478 480 484 492 496 498 499 500
504 508 512 516 520 524 528 531 533 534 535 540 548 554 558 562 566 570 574 578 580 581 583 584 585 586 591 598
600 604 608 612 616 620 624 626 630 634 638 642 643 646 652 654 659 660 662 663 666 670 674 678 682 686 688 690
694 702 703 704 705 706 710 716 724 728 729 732 740 744 748 752 756 760 762 764 768 772 776 780 784 788 792 795
796 798 800 804 807 818 826 831 832 833 834 840 850 854 858 860 862 876 882 887 894
"""
NATIONALITIES = frozenset(COUNTRIES.split())


class Sex(StrEnum):
    """As the 17th digit tells it; permanent residents' numbers of before 2023 tell none."""

    MALE = "M"
    FEMALE = "F"
    UNTOLD = "U"


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A valid number and what it says. `division` is where it was given: a county, or a permanent resident's
    province."""

    number: str
    birth_date: date
    sex: Sex
    division: str

    @property
    def synthetic(self) -> bool:
        """Whether it belongs to a test person."""
        return self.division.startswith(SYNTHETIC)


def parse_identity_number(text: str, today: date, synthetic_allowed: bool, pointer: str = POINTER) -> IdentityNumber:
    """The number in its standard form; raises Invalid with a code for each way of being wrong.

    `synthetic_allowed` says whether this installation accepts test people of region 99: never in production. Numbers of
    15 digits are refused: they are of use for matching old records, not for new customers.
    """
    number = text.strip().upper()
    if FORMER_CARD.fullmatch(number):
        return _former_card(number, today, pointer)
    if OLD_SHAPE.fullmatch(number):
        raise wrong_field(
            pointer, "identity-number-of-15-digits", "numbers of 15 digits are no longer valid; give the one of 18"
        )
    if not SHAPE.fullmatch(number):
        raise wrong_field(
            pointer, "identity-number-malformed", "an identity number has 17 digits, the first not 0, and a digit or X"
        )
    division = _division(number, synthetic_allowed, pointer)
    written = number[6:14]
    birth_date = _birth_date(_day(written), "digits 7 to 14", written, today, pointer)
    expected = check_digit(number)
    if number[17] != expected:
        raise wrong_field(
            pointer,
            "identity-number-check-digit",
            f"the last character is {number[17]}; the digits before ask for {expected}",
        )
    sex = Sex.MALE if int(number[16]) % 2 else Sex.FEMALE
    return IdentityNumber(number, birth_date, sex, division)


def check_digit(number: str) -> str:
    """The 18th character that belongs to the first 17 digits."""
    return CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11]


def age_on(birth_date: date, day: date) -> int:
    """Full years on a day."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def _division(number: str, synthetic_allowed: bool, pointer: str) -> str:
    """Where a number of 18 was given."""
    if number.startswith(SYNTHETIC):
        if not synthetic_allowed:
            raise wrong_field(
                pointer, "identity-number-synthetic", "region 99 is for test people and not accepted here"
            )
        return number[:6]
    if number.startswith(FOREIGN):
        if number[3:6] not in NATIONALITIES:
            raise wrong_field(
                pointer,
                "identity-number-nationality-unknown",
                f"no foreign country has the code {number[3:6]} in digits 4 to 6 (GB/T 2659)",
            )
        _require_province(number[1:3], "digits 2 and 3", pointer)
        return f"{number[1:3]}0000"
    if number[:2] not in PERMITS:
        _require_province(number[:2], "the first two digits", pointer)
    elif number[:6] != PERMITS[number[:2]]:
        raise wrong_field(
            pointer, "identity-number-region-unknown", f"a residence permit begins with {PERMITS[number[:2]]}"
        )
    return number[:6]


def _require_province(code: str, where: str, pointer: str) -> None:
    if int(code) not in PROVINCES:
        raise wrong_field(pointer, "identity-number-region-unknown", f"no province has the code {code} in {where}")


def _former_card(number: str, today: date, pointer: str) -> IdentityNumber:
    """A permanent resident's number of before 2023: nationality, where it was given, date of birth as YYMMDD, sequence
    and check digit, whose rule was never published. The century is the latest that makes no birth of it to come."""
    _require_province(number[3:5], "characters 4 and 5", pointer)
    written = number[7:13]
    born = _day(f"20{written}")
    if born is None or born > today:
        born = _day(f"19{written}")
    birth_date = _birth_date(born, "characters 8 to 13", written, today, pointer)
    return IdentityNumber(number, birth_date, Sex.UNTOLD, f"{number[3:7]}00")


def _day(written: str) -> date | None:
    try:
        return date(int(written[:4]), int(written[4:6]), int(written[6:]))
    except ValueError:
        return None


def _birth_date(born: date | None, where: str, written: str, today: date, pointer: str) -> date:
    if born is None or born.year < 1800 or born > today:
        raise wrong_field(
            pointer,
            "identity-number-birth-date",
            f"{where} are {written}; they must be a real date of birth from 1800 on and not after {today}",
        )
    return born
