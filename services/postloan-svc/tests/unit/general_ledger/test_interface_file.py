"""Amounts of the interface file: fen as yuan, exact."""

import pytest

from postloan_svc.api.general_ledger.interface_file import yuan


@pytest.mark.parametrize(
    ("minor", "shown"),
    [(0, "0.00"), (5, "0.05"), (12_345, "123.45"), (-12_345, "-123.45"), (10**15, "10000000000000.00")],
)
def test_fen_are_shown_as_yuan(minor: int, shown: str) -> None:
    assert yuan(minor) == shown
