"""Masked display (domain.md §9.5)."""

import pytest

from application_svc.domain.customers.masking import mask_card, mask_identity_number, mask_mobile, mask_name


@pytest.mark.parametrize(
    ("name", "masked"),
    [("张三", "张*"), ("张测试", "张**"), ("欧阳修", "欧阳*"), ("欧阳", "欧*"), ("李", "*"), ("", "*")],
)
def test_a_name_shows_its_surname(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_numbers_show_their_ends_only() -> None:
    assert mask_identity_number("990101199003078017") == "9901************17"
    assert mask_mobile("13800001234") == "138****1234"
    assert mask_card("6209990000000000011") == "620999*********0011"


def test_what_is_too_short_to_be_masked_is_hidden_whole() -> None:
    assert mask_mobile("1380000") == "*******"
