"""Unified social credit codes: samples of domain.md §6.2."""

import pytest

from application_svc.domain.products.uscc import parse_uscc
from loan_servicekit.core import Invalid


@pytest.mark.parametrize(
    "code", ["91350100M000100Y43", "91990101MA0DEM0051", "91990202MA1DEM015U", "91990303MA2DEM025N"]
)
def test_valid_codes_are_accepted(code: str) -> None:
    assert parse_uscc(code.lower()) == code


@pytest.mark.parametrize(
    ("code", "problem", "expected"),
    [
        ("91350100M000100Y44", "uscc-check-character", "3"),
        ("91350100M000100Y53", "uscc-organisation-check", "4"),
    ],
)
def test_a_wrong_check_is_refused_with_the_expected_character(code: str, problem: str, expected: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_uscc(code)
    assert refusal.value.code == problem and refusal.value.detail.endswith(expected)


@pytest.mark.parametrize(
    "code", ["91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "91350100I000100Y43"]
)
def test_other_characters_or_lengths_are_malformed(code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_uscc(code)
    assert refusal.value.code == "uscc-malformed"
