"""Risk-based pricing (domain.md §11.3) and the cap on the rate (§2.6)."""

import json
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from loan_servicekit.db.parameters import Parameter, ParameterCache, Parameters
from risk_svc.domain.parameters import PARAMETERS, InForce, seeds_on
from risk_svc.domain.pricing.price import pd_a_year, price_of, quoted, rate_before_vat, with_vat
from risk_svc.persistence.assessment.numbers import NumbersOfToday

VECTORS = json.loads((Path(__file__).parents[4] / "docs" / "domain_vectors.json").read_bytes())
NUMBERS = InForce.of(seeds_on(date(2026, 9, 1)))


def test_the_worked_example() -> None:
    before = rate_before_vat(Decimal("0.025"), NUMBERS)
    assert before == Decimal("0.061025")
    assert with_vat(before, NUMBERS) == Decimal("0.06512588")
    price = quoted(with_vat(before, NUMBERS), NUMBERS)
    assert (price.annual_rate, price.spread_bp, price.within_cap) == (Decimal("0.0652"), 352, True)


def test_a_probability_of_two_years_is_that_of_each_of_two_equal_ones() -> None:
    assert pd_a_year(Decimal("0.19"), 2) == Decimal("0.1")
    assert pd_a_year(Decimal("0.025"), 1) == Decimal("0.025")
    assert round(pd_a_year(Decimal("0.271"), 3), 10) == Decimal("0.1")


def test_the_price_rises_with_the_risk() -> None:
    rates = [price_of(Decimal(pd), NUMBERS).annual_rate for pd in ("0.001", "0.01", "0.05", "0.2")]
    assert rates == sorted(set(rates))


@pytest.mark.parametrize(
    ("rate", "spread_bp", "within"), [("0.2400", 2100, True), ("0.24000001", 2101, False), ("0.02", 0, True)]
)
def test_the_cap_is_twenty_four_percent_and_the_spread_is_never_negative(
    rate: str, spread_bp: int, within: bool
) -> None:
    price = quoted(Decimal(rate), NUMBERS)
    assert (price.spread_bp, price.within_cap) == (spread_bp, within)


def test_the_loan_prime_rate_in_force_is_quoted() -> None:
    earlier = InForce.of(seeds_on(date(2024, 8, 1)))
    assert (earlier.lpr_1y, NUMBERS.lpr_1y) == (Decimal("0.0335"), Decimal("0.03"))
    assert price_of(Decimal("0.02"), earlier).annual_rate == price_of(Decimal("0.02"), NUMBERS).annual_rate
    assert price_of(Decimal("0.02"), earlier).spread_bp + 35 == price_of(Decimal("0.02"), NUMBERS).spread_bp


@pytest.mark.parametrize("vector", VECTORS["LPR_DAY"], ids=lambda vector: vector["signed_on"])
def test_a_quote_counts_from_the_day_after_its_publication_on(vector: dict[str, str]) -> None:
    """domain.md R-2.17: published at 09:00, and used for what is signed from the next day on."""
    assert InForce.of(seeds_on(date.fromisoformat(vector["signed_on"]))).lpr_1y == Decimal(vector["lpr1y"])


@pytest.mark.parametrize(
    ("at", "quote"),
    [
        ("2025-05-20T01:00:00Z", "0.031"),  # 09:00 in Shanghai, the minute of publication
        ("2025-05-20T15:59:59Z", "0.031"),
        ("2025-05-20T16:00:00Z", "0.03"),  # midnight in Shanghai
        ("2025-05-19T16:00:00Z", "0.031"),
    ],
)
def test_the_running_service_uses_a_quote_from_the_midnight_after_its_publication(at: str, quote: str) -> None:
    cache = ParameterCache(create_async_engine("postgresql+asyncpg://"), lambda: datetime.fromisoformat(at))
    cache.parameters = Parameters(Parameter(*seed[:4], None, *seed[4:], "seed") for seed in PARAMETERS)
    numbers = NumbersOfToday(cache)
    assert InForce.of(numbers()).lpr_1y == Decimal(quote)
    assert numbers() is numbers(), "the numbers are parsed once a day"


def test_the_lower_of_two_caps_counts() -> None:
    values = seeds_on(date(2026, 9, 1))
    assert InForce.of(values | {"cap.bank_assisted": "20"}).rate_cap == Decimal("0.2")
    assert InForce.of({code: value for code, value in values.items() if code != "cap.bank_assisted"}).rate_cap == (
        Decimal("0.24")
    )


@pytest.mark.parametrize("code", sorted(set(seeds_on(date(2026, 9, 1))) - {"cap.bank_assisted"}))
def test_a_missing_number_is_never_guessed(code: str) -> None:
    values = seeds_on(date(2026, 9, 1))
    del values[code]
    with pytest.raises(KeyError):
        InForce.of(values)


def test_a_loss_that_costs_more_brings_a_higher_rate() -> None:
    dearer = replace(NUMBERS, loss_given_default=Decimal("0.9"))
    assert price_of(Decimal("0.05"), dearer).annual_rate > price_of(Decimal("0.05"), NUMBERS).annual_rate
