"""Numbers in requests and messages are short: an exponent costs its writer nothing and its reader everything."""

import time

import pytest
from pydantic import TypeAdapter, ValidationError

from loan_contracts.values import Measure, Rate

RATES, FIGURES = TypeAdapter(Rate), TypeAdapter(Measure)


@pytest.mark.parametrize("adapter", [RATES, FIGURES])
@pytest.mark.parametrize(
    "text",
    ["1e-999999999", "1e999999999", "-1e999999999", "1e-29", "1e18", "0." + "0" * 100_000 + "1", "9" * 100_000,
     "1e-1000000000000000000", "NaN", "Infinity", "-Infinity", "0e-999999999", "0e999999999"],
)  # fmt: skip
def test_a_number_of_unbounded_size_or_scale_is_refused_at_once(adapter: TypeAdapter[object], text: str) -> None:
    begun = time.process_time()
    with pytest.raises(ValidationError):
        adapter.validate_python(text)
    assert time.process_time() - begun < 0.2


@pytest.mark.parametrize("text", ["0", "0.072", "1.5", "999999.999999999999", "0.000000000001", "1E-3", "-0.5"])
def test_a_rate_as_people_write_it_is_taken(text: str) -> None:
    assert RATES.validate_python(text) == FIGURES.validate_python(text)


@pytest.mark.parametrize("text", ["1000000", "0.0000000000001"])
def test_a_rate_has_six_digits_and_twelve_decimals(text: str) -> None:
    with pytest.raises(ValidationError, match="at most 6 digits before the point and 12 after it"):
        RATES.validate_python(text)
