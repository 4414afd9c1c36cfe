"""Bank cards: Luhn samples and BINs of domain.md §6.3."""

import pytest

from application_svc.domain.customers.bank_cards import CardKind, CardWarning, luhn_holds, parse_bank_card
from loan_servicekit.core import Invalid


@pytest.mark.parametrize(
    ("number", "holds"),
    [
        ("6216261000000000018", True),
        ("6221558812340000", False),
        ("6222020000000000000", True),
        ("6228489999000012348", True),
        ("6217009999000056786", True),
        ("6222609999000018", True),
        ("6209990000000000011", True),
        ("6209990000000000029", True),
        ("6209990000000000037", True),
        ("6209990000000000012", False),
    ],
)
def test_the_luhn_check_knows_the_samples(number: str, holds: bool) -> None:
    assert luhn_holds(number) is holds


def test_a_card_of_the_demonstration_bank_is_without_blemish() -> None:
    card = parse_bank_card("6209 9900 0000 0000 011")
    assert (card.number, card.issuer, card.kind, card.warnings) == (
        "6209990000000000011", "示范银行", CardKind.DEBIT, ())  # fmt: skip


@pytest.mark.parametrize(
    ("number", "warnings"),
    [
        ("6209990000000000012", (CardWarning.LUHN_FAILED,)),
        ("6216261000000000018", (CardWarning.BIN_UNKNOWN,)),
        ("6222609999000018", (CardWarning.LENGTH_UNUSUAL,)),
        ("6216261000000000019", (CardWarning.LUHN_FAILED, CardWarning.BIN_UNKNOWN)),
    ],
)
def test_what_looks_wrong_is_a_warning_and_no_refusal(number: str, warnings: tuple[CardWarning, ...]) -> None:
    assert parse_bank_card(number).warnings == warnings


@pytest.mark.parametrize("number", ["620999000000001", "62099900000000000111", "620999000000000001a", ""])
def test_other_than_16_to_19_digits_is_no_card(number: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_bank_card(number)
    assert refusal.value.code == "card-number-malformed"


def test_money_does_not_go_to_a_credit_card() -> None:
    with pytest.raises(Invalid) as refusal:
        parse_bank_card("6221558812340000")
    assert refusal.value.code == "card-not-debit"
