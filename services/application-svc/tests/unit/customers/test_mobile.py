"""Mobile numbers (domain.md §6.4)."""

import pytest

from application_svc.domain.customers.mobile import parse_mobile
from loan_servicekit.core import Invalid


@pytest.mark.parametrize(
    ("text", "number", "virtual"),
    [
        ("13800000000", "13800000000", False),
        ("138 0000 0000", "13800000000", False),
        ("17000000000", "17000000000", True),
        ("16200000000", "16200000000", True),
        ("14100000000", "14100000000", False),
        ("19999999999", "19999999999", False),
    ],
)
def test_numbers_of_persons_are_accepted(text: str, number: str, virtual: bool) -> None:
    mobile = parse_mobile(text)
    assert (mobile.number, mobile.virtual_operator) == (number, virtual)


@pytest.mark.parametrize("text", ["12800000000", "1380000000", "138000000000", "+8613800000000", "1380000000a", ""])
def test_anything_else_is_malformed(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_mobile(text)
    assert refusal.value.code == "mobile-malformed"


@pytest.mark.parametrize("segment", ["140", "144", "146", "148"])
def test_numbers_of_devices_are_refused(segment: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_mobile(segment + "00000000")
    assert refusal.value.code == "mobile-not-personal"
