"""The cost disclosure: items, annual rates, hash (domain.md R-2.20 to R-2.24), and the plan below it."""

from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

import orjson
import pytest

from application_svc.domain.contracts.canonical import canonical_json, content_hash
from application_svc.domain.contracts.disclosure import Disclosure, disclose
from application_svc.domain.products.product import Product
from loan_contracts.values import RepaymentMethod
from loan_schedules.schedule import plan_payments
from loan_schedules.terms import ScheduleTerms
from loan_servicekit.core import Invalid

START = date(2026, 1, 21)
SERVICE_FEE = {
    "code": "SERVICE", "name": "服务费", "party": "信流助贷", "timing": "EVERY_INSTALMENT", "amount_minor": 5_000,
}  # fmt: skip


def a_product(**changes: Any) -> Product:
    content = orjson.loads(files("application_svc").joinpath("products/PCL-ONLINE.json").read_bytes())
    return Product.model_validate({**content, **changes})


def a_disclosure(
    product: Product | None = None, principal: int = 1_000_000, rate: str = "0.14", read_s: int = 10
) -> Disclosure:
    method, value_date = RepaymentMethod.EQUAL_INSTALMENT, date(2026, 1, 15)
    return disclose(product or a_product(), principal, Decimal(rate), 12, method, value_date, read_s)


def test_the_plan_is_that_of_example_e1() -> None:
    plan = plan_payments(ScheduleTerms(10_000_000, Decimal("0.12"), 12, RepaymentMethod.EQUAL_INSTALMENT, START))
    assert plan[0] == (date(2026, 2, 21), 788_488, 100_000)
    assert plan[2] == (date(2026, 4, 21), 804_337, 84_151)
    assert plan[11] == (date(2027, 1, 21), 879_688, 8_797)
    assert sum(payment.interest_minor for payment in plan) == 661_853


def test_the_plan_of_equal_principal_is_that_of_example_e2() -> None:
    plan = plan_payments(
        ScheduleTerms(10_000_000, Decimal("0.06"), 12, RepaymentMethod.EQUAL_PRINCIPAL, date(2026, 1, 31))
    )
    assert plan[0] == (date(2026, 2, 28), 833_333, 50_000)
    assert plan[1] == (date(2026, 3, 31), 833_333, 45_833)
    assert plan[11] == (date(2027, 1, 31), 833_337, 4_167)


def test_the_plan_of_interest_first_counts_days() -> None:
    # Periods of 28, 31 and 30 days from example E3, between the twentieths of February and May: 500,000 at 4.35 %.
    plan = plan_payments(
        ScheduleTerms(50_000_000, Decimal("0.0435"), 3, RepaymentMethod.INTEREST_FIRST, date(2026, 2, 20))
    )
    assert [payment.interest_minor for payment in plan] == [169_167, 187_292, 181_250]
    assert [payment.principal_minor for payment in plan] == [0, 0, 50_000_000]


def test_an_amount_too_small_for_its_term_has_no_plan() -> None:
    with pytest.raises(Invalid, match="schedule-not-amortising"):
        plan_payments(ScheduleTerms(7, Decimal("0.12"), 12, RepaymentMethod.EQUAL_INSTALMENT, START))


# The published examples of 10,000 yuan at 14 % pay 897.87 twelve times; a real last instalment takes all the rounding,
# a few fen, which moves an annual rate by up to two millionths.
NEAR = Decimal("0.000002")
INTEREST_OF_EQUAL_PAYMENTS = 12 * 89_787 - 1_000_000


def test_a_loan_without_fees_costs_its_interest() -> None:
    disclosure = a_disclosure()
    assert disclosure.first_instalment_minor == 89_787
    assert abs(disclosure.total_annual_rate - Decimal("0.14")) <= NEAR
    assert abs(disclosure.total_annual_rate_effective - Decimal("0.149342")) <= NEAR  # (1 + 0.14/12)^12 - 1
    (interest,) = [item for item in disclosure.items if not item.contingent]
    assert (interest.code, interest.party) == ("INTEREST", "信流示范银行")
    assert abs(disclosure.total_cost_minor - INTEREST_OF_EQUAL_PAYMENTS) <= 6


def test_a_service_fee_is_an_item_with_its_collector_and_lifts_the_total_as_in_example_e11() -> None:
    disclosure = a_disclosure(a_product(fees=[SERVICE_FEE]))
    assert abs(disclosure.total_annual_rate - Decimal("0.244696")) <= NEAR
    assert disclosure.first_instalment_minor == 94_787
    interest, fee = [item for item in disclosure.items if not item.contingent]
    assert (fee.code, fee.party, fee.amount_minor) == ("SERVICE", "信流助贷", 60_000)
    assert interest.annualised_rate is not None and abs(interest.annualised_rate - Decimal("0.14")) <= NEAR
    assert abs(disclosure.total_cost_minor - INTEREST_OF_EQUAL_PAYMENTS - 60_000) <= 6


def test_a_share_of_the_principal_paid_at_the_start_lowers_what_was_received_as_in_example_e11b() -> None:
    fee = {
        "code": "SETUP",
        "name": "担保费",
        "party": "担保公司",
        "timing": "AT_DISBURSEMENT",
        "rate_of_principal": "0.02",
    }
    disclosure = a_disclosure(a_product(fees=[fee]))
    assert abs(disclosure.total_annual_rate - Decimal("0.178726")) <= NEAR
    assert disclosure.items[1].amount_minor == 20_000


def test_what_a_breach_costs_is_listed_as_contingent_with_its_rate() -> None:
    contingent = {item.code: item for item in a_disclosure(rate="0.12").items if item.contingent}
    assert set(contingent) == {"PENALTY_OVERDUE", "PENALTY_MISUSE", "COMPOUND_INTEREST"}
    assert "18%" in contingent["PENALTY_OVERDUE"].standard  # example E8: 12 % times 1.5
    assert "24%" in contingent["PENALTY_MISUSE"].standard


def test_the_table_says_that_nothing_else_is_charged_and_how_long_it_is_read() -> None:
    disclosure = a_disclosure()
    assert "不再" in disclosure.statement and disclosure.forced_read_seconds == 10


def test_the_hash_names_the_content() -> None:
    first, again = a_disclosure(), a_disclosure()
    assert content_hash(first) == content_hash(again) and len(content_hash(first)) == 64
    others = {
        content_hash(a_disclosure(principal=1_000_001)),
        content_hash(a_disclosure(rate="0.1401")),
        content_hash(a_disclosure(read_s=11)),
        content_hash(a_disclosure(a_product(lender="B"))),
    }
    assert len(others | {content_hash(first)}) == 5


def test_the_stored_content_proves_by_the_same_hash() -> None:
    disclosure = a_disclosure(a_product(fees=[SERVICE_FEE]))
    stored = orjson.loads(canonical_json(disclosure))
    assert content_hash(stored) == content_hash(disclosure)
    stored["items"][1]["amount_minor"] += 1
    assert content_hash(stored) != content_hash(disclosure)


def test_the_hash_does_not_depend_on_how_a_rate_is_written() -> None:
    assert content_hash(a_disclosure(rate="0.14")) == content_hash(a_disclosure(rate="0.1400"))


def test_flat_interest_is_disclosed_as_what_it_really_costs() -> None:
    """E4: 12,000 at 0.6 % of it a month, which is called 7.2 %, cost 13.0342 % a year."""
    product = a_product(methods=[{"method": "FLAT"}])
    shown = disclose(product, 1_200_000, Decimal("0.072"), 12, RepaymentMethod.FLAT, START, 10)
    assert (shown.total_annual_rate, shown.total_annual_rate_effective) == (Decimal("0.130342"), Decimal("0.138418"))
    assert shown.first_instalment_minor == 107_200
    assert shown.items[0].standard == "年利率 7.2%，按贷款本金计算"


def test_steps_of_the_rate_are_disclosed_and_so_is_a_balloon() -> None:
    steps = [{"after_months": 6, "added_rate": "0.01"}]
    methods = [{"method": "BALLOON", "balloon_share": "0.4"}]
    shown = disclose(
        a_product(rate_steps=steps, methods=methods),
        10_000_000,
        Decimal("0.12"),
        12,
        RepaymentMethod.BALLOON,
        START,
        10,
    )
    assert shown.first_instalment_minor == 573_093  # domain.md §3.1
    assert shown.items[0].standard == "年利率 12%，满6个月后 13%，按剩余本金计算"
    assert shown.total_annual_rate > Decimal("0.12")
