"""Bank cards: length, Luhn check and issuer by BIN (domain.md §6.3)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from application_svc.domain.errors import wrong_field

POINTER = "/card_number"
SHAPE = re.compile(r"\d{16,19}", re.ASCII)


class CardKind(StrEnum):
    """Kind of a card by its BIN."""

    DEBIT = "DEBIT"
    CREDIT = "CREDIT"
    UNKNOWN = "UNKNOWN"


class CardWarning(StrEnum):
    """What looks wrong about a number. The four-element check with the bank decides, not the number (R-6.2)."""

    LUHN_FAILED = "LUHN_FAILED"
    BIN_UNKNOWN = "BIN_UNKNOWN"
    LENGTH_UNUSUAL = "LENGTH_UNUSUAL"


@dataclass(frozen=True, slots=True)
class Bin:
    """An issuer's range."""

    issuer: str
    kind: CardKind
    lengths: tuple[int, ...]


BINS: dict[str, Bin] = {
    "622202": Bin("工商银行", CardKind.DEBIT, (19,)),
    "622848": Bin("农业银行", CardKind.DEBIT, (19,)),
    "621700": Bin("建设银行", CardKind.DEBIT, (19,)),
    "621661": Bin("中国银行", CardKind.DEBIT, (19,)),
    "622260": Bin("交通银行", CardKind.DEBIT, (17, 19)),
    "622588": Bin("招商银行", CardKind.DEBIT, (16,)),
    "621799": Bin("邮政储蓄银行", CardKind.DEBIT, (19,)),
    "622155": Bin("平安银行", CardKind.CREDIT, (16,)),
    "620999": Bin("示范银行", CardKind.DEBIT, (19,)),  # synthetic: the demonstration's bank
}


@dataclass(frozen=True, slots=True)
class BankCard:
    """A well-formed number with what its BIN says and what looks wrong."""

    number: str
    issuer: str
    kind: CardKind
    warnings: tuple[CardWarning, ...]


def luhn_holds(number: str) -> bool:
    """Whether the last digit fits the ones before it (ISO/IEC 7812)."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (doubled + sum(int(digit) for digit in number[-1::-2])) % 10 == 0


def parse_bank_card(text: str, pointer: str = POINTER) -> BankCard:
    """A card for pay-out and repayment; raises Invalid `card-number-malformed` or `card-not-debit` (R-6.3).

    A failing Luhn check, an unknown BIN and an unusual length are warnings only.
    """
    number = text.replace(" ", "")
    if not SHAPE.fullmatch(number):
        raise wrong_field(pointer, "card-number-malformed", "a card number has 16 to 19 digits")
    known = BINS.get(number[:6])
    if known is not None and known.kind is CardKind.CREDIT:
        raise wrong_field(pointer, "card-not-debit", "this is a credit card; a loan is paid out to a debit card only")
    warnings: list[CardWarning] = []
    if not luhn_holds(number):
        warnings.append(CardWarning.LUHN_FAILED)
    if known is None:
        return BankCard(number, "", CardKind.UNKNOWN, (*warnings, CardWarning.BIN_UNKNOWN))
    if len(number) not in known.lengths:
        warnings.append(CardWarning.LENGTH_UNUSUAL)
    return BankCard(number, known.issuer, known.kind, tuple(warnings))
