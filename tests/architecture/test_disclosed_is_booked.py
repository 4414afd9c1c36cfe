"""What application-svc discloses is what postloan-svc books: date by date, fen by fen, for all that a contract can say."""

from datetime import date
from decimal import Decimal
from importlib.resources import files
from uuid import UUID

import pytest

from application_svc.domain.contracts.disclosure import annualised_cost, disclose
from application_svc.domain.products.legality import CARRIED_OUT_METHODS
from application_svc.domain.products.product import Product
from loan_contracts.values import RepaymentMethod
from loan_schedules.schedule import generate_schedule
from postloan_svc.domain.loan.signed_contract import SignedContract

PRINCIPAL_MINOR = 10_000_000
RATE = Decimal("0.12")
INTEREST_OF_A_YEAR = {
    RepaymentMethod.EQUAL_INSTALMENT: 661_853,  # E1
    RepaymentMethod.EQUAL_PRINCIPAL: 650_000,  # 1 % of 100,000, of 91,666.67, ...: twice that of E2
    RepaymentMethod.INTEREST_FIRST: 1_216_667,  # 365 days at 12 %/360; E3's rule, month by month
    RepaymentMethod.AT_MATURITY: 1_216_667,  # the same days in one sum
}


def a_contract(method: RepaymentMethod, months: int) -> SignedContract:
    return SignedContract(
        application_id=UUID(int=1),
        contract_no="HT2026010001",
        customer_id=UUID(int=2),
        branch="0101",
        product_code="PCL-ONLINE",
        principal_minor=PRINCIPAL_MINOR,
        annual_rate=RATE,
        term_months=months,
        method=method,
        penalty_multiple=Decimal("1.5"),
        annual_rate_cap=Decimal("0.24"),
        grace_days=3,
        contract_hash="0" * 64,
    )


@pytest.mark.parametrize("value_date", [date(2026, 1, 21), date(2026, 1, 31), date(2028, 2, 29)])
@pytest.mark.parametrize("months", [1, 3, 12, 36])
@pytest.mark.parametrize("method", sorted(CARRIED_OUT_METHODS))
def test_what_is_disclosed_is_what_is_booked(method: RepaymentMethod, months: int, value_date: date) -> None:
    product = Product.model_validate_json(files("application_svc").joinpath("products/PCL-ONLINE.json").read_bytes())
    shown = disclose(product, PRINCIPAL_MINOR, RATE, months, method, value_date, 10)
    rows = generate_schedule(a_contract(method, months).schedule_terms(value_date))
    [interest] = [item for item in shown.items if item.code == "INTEREST"]
    assert interest.amount_minor == sum(row.interest_minor for row in rows)
    assert shown.total_cost_minor == sum(row.total_minor for row in rows) - PRINCIPAL_MINOR
    assert shown.first_instalment_minor == rows[0].total_minor
    cost = annualised_cost(PRINCIPAL_MINOR, value_date, [(row.due_on, row.total_minor) for row in rows])
    assert (shown.total_annual_rate, shown.total_annual_rate_effective) == (cost.nominal, cost.effective)


@pytest.mark.parametrize("method", sorted(CARRIED_OUT_METHODS))
def test_the_interest_of_a_year_is_that_of_the_handbook(method: RepaymentMethod) -> None:
    rows = generate_schedule(a_contract(method, 12).schedule_terms(date(2026, 1, 21)))
    assert abs(sum(row.interest_minor for row in rows) - INTEREST_OF_A_YEAR[method]) <= 6  # half a fen a row at most
