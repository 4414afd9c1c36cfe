"""The dearest rate that may be decided on leaves the annualised cost within the product's cap (domain.md §2.6, R-2.24).

The cost is worked out here from the payments that a borrower would make: that is what an offer is refused for.
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.money import months_later
from loan_contracts.values import RepaymentMethod
from workflow_svc.domain.authority.terms import highest_rate

SAMPLE = Path(__file__).parents[4] / "libs" / "contracts" / "samples" / "application.submitted.json"
CAP = Decimal("0.24")
LEAST_MINOR = 500_000  # 5,000 yuan: whole fen weigh most in the smallest loan
FEN = Decimal(1)


def highest(method: RepaymentMethod) -> Decimal:
    submitted = ApplicationSubmitted.from_json(SAMPLE.read_bytes())
    found = highest_rate(submitted.model_copy(update={"max_annual_rate": CAP, "repayment_method": method}))
    assert found is not None
    return found


def annualised(payments: Sequence[Decimal]) -> Decimal:
    """12 x the monthly rate at which the payments are worth what was lent (domain.md §2.5)."""
    low, high = Decimal(0), Decimal("0.1")
    for _ in range(60):
        middle = (low + high) / 2
        worth = sum(payment / (1 + middle) ** (month + 1) for month, payment in enumerate(payments))
        low, high = (middle, high) if worth > LEAST_MINOR else (low, middle)
    return 12 * high


def bullet(rate: Decimal, begins: date, months: int) -> list[Decimal]:
    """先息后本: interest by actual days over 360, the principal with the last payment (domain.md §3.1)."""
    dates = [begins.replace(year=begins.year + (begins.month - 1 + n) // 12, month=(begins.month - 1 + n) % 12 + 1)
             for n in range(months + 1)]  # fmt: skip
    days = [(after - before).days for before, after in pairwise(dates)]
    payments = [(LEAST_MINOR * rate * n / 360).quantize(FEN, ROUND_HALF_UP) for n in days]
    return [*payments[:-1], payments[-1] + LEAST_MINOR]


def annuity(rate: Decimal, months: int) -> list[Decimal]:
    """等额本息 with the instalment in whole fen, as it is paid every month."""
    monthly = rate / 12
    instalment = LEAST_MINOR * monthly / (1 - (1 + monthly) ** -months)
    return [instalment.quantize(FEN, ROUND_HALF_UP)] * months


@pytest.mark.parametrize("months", [1, 2, 3, 6, 9, 12, 24])
def test_interest_by_actual_days_stays_within_the_cap_whenever_it_begins(months: int) -> None:
    rate = highest(RepaymentMethod.INTEREST_FIRST)
    begins = [date(year, month, 15) for year in (2026, 2027) for month in range(1, 13)]
    assert max(annualised(bullet(rate, day, months)) for day in begins) <= CAP


def test_the_days_of_a_year_would_not_be_margin_enough() -> None:
    """Three months from July have 92 days: 23.67 % for them costs 24.2 %."""
    assert annualised(bullet(CAP * 360 / 365, date(2026, 7, 15), 3)) > Decimal("0.242")


@pytest.mark.parametrize("months", [3, 6, 9, 12, 24, 36])
def test_instalments_of_whole_fen_stay_within_the_cap(months: int) -> None:
    assert annualised(annuity(highest(RepaymentMethod.EQUAL_INSTALMENT), months)) <= CAP


def test_the_dearest_rates_in_figures() -> None:
    assert highest(RepaymentMethod.EQUAL_INSTALMENT) == highest(RepaymentMethod.EQUAL_PRINCIPAL) == Decimal("0.2399")
    assert highest(RepaymentMethod.INTEREST_FIRST) == Decimal("0.232161")  # 23.99 % x 30/31


@pytest.mark.parametrize("months", [1, 2, 3, 6, 12])
def test_one_sum_at_the_end_stays_within_the_cap_whenever_it_begins(months: int) -> None:
    rate = highest(RepaymentMethod.AT_MATURITY)
    for begins in [date(year, month, 15) for year in (2026, 2027) for month in range(1, 13)]:
        last = months_later(begins, months)
        paid = LEAST_MINOR + (LEAST_MINOR * rate * (last - begins).days / 360).quantize(FEN, ROUND_HALF_UP)
        assert annualised([Decimal(0)] * (months - 1) + [paid]) <= CAP


def test_a_product_without_a_cap_has_no_dearest_rate() -> None:
    submitted = ApplicationSubmitted.from_json(SAMPLE.read_bytes())
    assert highest_rate(submitted.model_copy(update={"max_annual_rate": None})) is None
