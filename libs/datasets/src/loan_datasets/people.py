"""A synthetic person for each row of the data set: who the borrower is, which the set itself does not tell.

Everything follows from the row number and a seed, so two processes that never talk to each other agree about a person.
The row number stands inside the identity number: whoever is asked about a number finds the row without any table.
Nobody real can be hit: region 99 of the identity number is not assigned (domain.md R-6.1), the card's BIN is the demo
bank's (§6.3), and the mobile prefixes are ones that, as far as known, no operator was given.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeVar

T = TypeVar("T")

SEED: Final = 2011
"""The seed of the demonstration. The replay and the simulator must use the same one."""

CAPACITY: Final = 9_000_000
"""Rows 0 to CAPACITY - 1 have a person. Those past the end of the data set are free for stories."""

Purpose = Literal["DECORATION", "APPLIANCES", "EDUCATION", "MEDICAL", "TRAVEL", "WEDDING"]

_FIRST_REGION = 1000  # of the four digits after 99; those below stay free for the sample numbers of domain.md §6.1
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_SHAPE = re.compile(r"99[1-9]\d{3}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]", re.ASCII)

_CARD_BIN = "620999"
_MOBILE_PREFIXES = ("154", "164", "168")
_SPREAD = 38_196_601  # coprime to 10: times a row number, modulo a power of ten, it is a permutation

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_MALE = "伟强磊军勇杰涛明辉鹏斌波浩宇航峰健俊凯文志建国庆安平"
_FEMALE = "芳娜敏静丽艳娟霞秀英慧巧美婷雪玲洁莹晶蓉琳倩欣怡佳宁"
_EMPLOYER_WORDS = "华信恒远瑞丰嘉诚宏达博雅中和广源盛泰启明新锐"
_INDUSTRIES = ("科技", "商贸", "机电", "物流", "建材", "食品", "纺织", "教育咨询", "医药", "文化传媒")
_STREETS = ("人民路", "解放路", "建设路", "和平路", "文化路", "新华街", "青年街", "工业大道", "湖滨路", "学府路")
_DISTRICTS = ("示范区", "样例区", "演示区", "模拟区", "试验区")
_PURPOSES: tuple[Purpose, ...] = ("DECORATION", "APPLIANCES", "EDUCATION", "MEDICAL", "TRAVEL", "WEDDING")


@dataclass(frozen=True, slots=True)
class Person:
    """What an applicant enters about himself besides figures."""

    row: int
    name: str
    sex: Literal["M", "F"]
    birth_date: date
    identity_number: str
    mobile: str
    card: str
    employer: str
    address: str
    purpose: Purpose


def person(row: int, *, on: date, age: int | None = None, seed: int = SEED) -> Person:
    """The person of a row, who is `age` full years old on the date `on`.

    Without an age, as for story persons outside the data set, the row and the seed choose one from 22 to 60 (domain.md
    §2.2). The number changes with `on` only when a birthday passes: the day of birth is the row's own.
    """
    draw = _Draw(row, seed)
    birth = _birth_date(draw, on, draw.below(39) + 22 if age is None else age)
    return Person(
        row=row,
        name=name(row, seed=seed),
        sex="M" if row % 2 else "F",
        birth_date=birth,
        identity_number=identity_number(row, birth),
        mobile=mobile(row, seed=seed),
        card=card(row, seed=seed),
        employer=_employer(draw),
        address=_address(draw),
        purpose=draw.choice(_PURPOSES),
    )


def name(row: int, *, seed: int = SEED) -> str:
    """The person's name: a surname and two characters that follow the sex."""
    draw = _Draw(row, seed + 1)
    given = _MALE if row % 2 else _FEMALE
    return draw.choice(_SURNAMES) + draw.choice(given) + draw.choice(given)


def identity_number(row: int, birth_date: date) -> str:
    """An identity number of region 99 that carries the row number; its check digit is that of GB 11643 (§6.1).

    The four digits after 99 and the sequence digits are the row; the last of them is odd for men by the standard.
    """
    if not 0 <= row < CAPACITY:
        raise ValueError(f"row {row} is outside 0 to {CAPACITY - 1}")
    thousands, sequence = divmod(row, 1000)
    body = f"99{_FIRST_REGION + thousands:04d}{birth_date:%Y%m%d}{sequence:03d}"
    return body + _check_digit(body)


def row_of(number: str) -> int | None:
    """The row that an identity number carries; None for a number that `identity_number` did not make."""
    if _SHAPE.fullmatch(number) is None or number[17] != _check_digit(number):
        return None
    return (int(number[2:6]) - _FIRST_REGION) * 1000 + int(number[14:17])


def mobile(row: int, *, seed: int = SEED) -> str:
    """A mobile number of domain.md §6.4, different for every row."""
    prefix = _MOBILE_PREFIXES[_mixed(row, seed) % len(_MOBILE_PREFIXES)]
    return f"{prefix}{(row * _SPREAD + seed) % 10**8:08d}"


def card(row: int, *, seed: int = SEED) -> str:
    """A debit card of the demo bank with 19 digits, Luhn-valid and different for every row (domain.md §6.3)."""
    body = f"{_CARD_BIN}{(row * _SPREAD + seed) % 10**12:012d}"
    doubled = sum(divmod(2 * int(digit), 10)[0] + 2 * int(digit) % 10 for digit in body[::-2])
    return f"{body}{-(doubled + sum(map(int, body[-2::-2]))) % 10}"


def _check_digit(number: str) -> str:
    return _CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11]


def _birth_date(draw: "_Draw", on: date, age: int) -> date:
    # Never the 29th to 31st: every year has the day, so full years need no rule for leap days.
    month, day = draw.below(12) + 1, draw.below(28) + 1
    birthday_to_come = (month, day) > (on.month, on.day)
    return date(on.year - age - birthday_to_come, month, day)


def _employer(draw: "_Draw") -> str:
    return f"示例{draw.choice(_EMPLOYER_WORDS)}{draw.choice(_EMPLOYER_WORDS)}{draw.choice(_INDUSTRIES)}有限公司"


def _address(draw: "_Draw") -> str:
    street = f"{draw.choice(_DISTRICTS)}{draw.choice(_STREETS)}{draw.below(998) + 1}号"
    return f"示例市{street}{draw.below(60) + 1}幢{draw.below(30) + 1}0{draw.below(4) + 1}室"


class _Draw:
    """Independent small choices from one row and seed, the same on every machine and Python version."""

    def __init__(self, row: int, seed: int) -> None:
        self._state = _mixed(row, seed)

    def below(self, bound: int) -> int:
        self._state = _mixed(self._state, 1)
        return (self._state >> 16) % bound

    def choice(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]


def _mixed(value: int, seed: int) -> int:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014): each input bit changes half of the output's."""
    value = (value + (seed + 1) * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return value ^ (value >> 31)
