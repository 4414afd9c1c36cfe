"""The law as rows of a table: each bound on both sides, for each kind of institution, on each day (domain.md §2.3, §2.6)."""

from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

import orjson
import pytest

from application_svc.domain.bounds import Bounds, Institution, seeds_on
from application_svc.domain.products.legality import breaches, objection, require_carried_out, require_lawful, under_law
from application_svc.domain.products.product import Product
from loan_contracts.values import FeeTiming, RepaymentMethod
from loan_servicekit.core import Conflict, Invalid

TODAY = date(2026, 11, 23)
END_2027 = date(2027, 12, 31)
BANK, PRIVATE, CONSUMER, SMALL = "BANK", "PRIVATE_BANK", "CONSUMER_FINANCE", "SMALL_LOAN"
SMB = {"seeded": "SMB-OWNER", "max_amount_minor": 50_000_000}


def bounds(institution: str = BANK, day: date = TODAY, **changed: str) -> Bounds:
    return Bounds.of(seeds_on(day) | {"institution.type": institution} | changed)


def a_product(seeded: str = "PCL-ONLINE", **changes: Any) -> Product:
    content = orjson.loads(files("application_svc").joinpath(f"products/{seeded}.json").read_bytes())
    return Product.model_validate({**content, **changes})


def found(product: Product, on: Bounds) -> set[tuple[str, str]]:
    return {(error.pointer, error.code) for error in breaches(product, on)}


RATE, AMOUNT, TERM = "/max_total_annual_rate", "/max_amount_minor", "/max_term_months"
LONG_BULLET = [{"method": "INTEREST_FIRST", "max_term_months": 13}]


@pytest.mark.parametrize(
    ("institution", "day", "changes", "pointer"),
    [
        # the cap on all costs
        (BANK, TODAY, {"max_total_annual_rate": "0.24"}, None),
        (BANK, TODAY, {"max_total_annual_rate": "0.2400000001"}, RATE),
        (BANK, TODAY, {"max_total_annual_rate": "0.60"}, RATE),
        (CONSUMER, TODAY, {"max_total_annual_rate": "0.2401"}, RATE),
        (SMALL, TODAY, {"max_total_annual_rate": "0.24"}, None),
        (SMALL, date(2027, 12, 30), {"max_total_annual_rate": "0.24"}, None),
        (SMALL, END_2027, {"max_total_annual_rate": "0.12"}, None),  # 4 x 3.00 %
        (SMALL, END_2027, {"max_total_annual_rate": "0.1201"}, RATE),
        (BANK, END_2027, {"max_total_annual_rate": "0.24"}, None),
        # how much, online and by institution
        (BANK, TODAY, {"max_amount_minor": 30_000_000}, None),
        (BANK, TODAY, {"max_amount_minor": 30_000_001}, AMOUNT),
        (BANK, TODAY, {"max_amount_minor": 500_000_000}, AMOUNT),
        (BANK, TODAY, {"max_amount_minor": 30_000_001, "channel": "PARTNER"}, AMOUNT),
        (BANK, TODAY, {"max_amount_minor": 50_000_000, "channel": "OFFLINE"}, None),
        (BANK, date(2025, 3, 13), {"max_amount_minor": 20_000_001}, AMOUNT),
        (PRIVATE, TODAY, {"max_amount_minor": 20_000_000}, None),
        (PRIVATE, TODAY, {"max_amount_minor": 20_000_001}, AMOUNT),
        (CONSUMER, TODAY, {"max_amount_minor": 20_000_001, "channel": "OFFLINE"}, AMOUNT),
        (SMALL, TODAY, {"max_amount_minor": 20_000_001, "channel": "OFFLINE"}, AMOUNT),
        (SMALL, TODAY, {"seeded": "SMB-OWNER", "max_amount_minor": 1_000_000_000}, None),
        (SMALL, TODAY, {"seeded": "SMB-OWNER", "max_amount_minor": 1_000_000_001}, AMOUNT),
        (CONSUMER, TODAY, SMB, AMOUNT),  # it lends for consumption alone
        # how long
        (BANK, TODAY, {"max_term_months": 84}, None),
        (BANK, TODAY, {"max_term_months": 85}, TERM),
        (BANK, TODAY, {"max_term_months": 360}, TERM),
        (PRIVATE, TODAY, {"max_term_months": 60}, None),
        (PRIVATE, TODAY, {"max_term_months": 61}, TERM),
        (BANK, date(2025, 3, 13), {"max_term_months": 61}, TERM),
        (BANK, TODAY, SMB | {"max_term_months": 60}, None),
        (BANK, TODAY, SMB | {"max_term_months": 61}, TERM),
        (BANK, TODAY, SMB | {"max_term_months": 120, "long_cash_flow_cycle": True}, None),
        (BANK, TODAY, SMB | {"max_term_months": 121, "long_cash_flow_cycle": True}, TERM),
        (BANK, TODAY, {"max_term_months": 85, "long_cash_flow_cycle": True}, TERM),  # of a business only
        # repaid in one sum
        (BANK, TODAY, {"methods": [{"method": "INTEREST_FIRST", "max_term_months": 12}]}, None),
        (BANK, TODAY, {"methods": LONG_BULLET}, "/methods/0/max_term_months"),
        (BANK, TODAY, {"methods": [{"method": "INTEREST_FIRST"}]}, "/methods/0/max_term_months"),
        (BANK, TODAY, {"methods": LONG_BULLET, "channel": "PARTNER"}, "/methods/0/max_term_months"),
        (BANK, TODAY, {"methods": LONG_BULLET, "channel": "OFFLINE"}, None),
        (BANK, TODAY, SMB | {"methods": LONG_BULLET}, None),
        # late charges
        (BANK, TODAY, {"penalty_multiple": "1.3", "misuse_multiple": "1.5"}, None),
        (BANK, TODAY, {"penalty_multiple": "1.29"}, "/penalty_multiple"),
        (BANK, TODAY, {"penalty_multiple": "1.51"}, "/penalty_multiple"),
        (BANK, TODAY, {"misuse_multiple": "1.49"}, "/misuse_multiple"),
        (BANK, TODAY, {"misuse_multiple": "2.01"}, "/misuse_multiple"),
        # what for
        (BANK, TODAY, {"purposes": {"STOCKS": "消费"}}, "/purposes/STOCKS"),
        (BANK, TODAY, {"purposes": {"OTHER": "购房首付"}}, "/purposes/OTHER"),
        (BANK, TODAY, {"purposes": {"OTHER": "炒股"}}, "/purposes/OTHER"),
    ],
)  # fmt: skip
def test_a_product_keeps_to_the_law_of_the_day(
    institution: str, day: date, changes: dict[str, Any], pointer: str | None
) -> None:
    product, on = a_product(**changes), bounds(institution, day)
    assert {where for where, _ in found(product, on)} == ({pointer} if pointer else set())
    if pointer:
        with pytest.raises(Invalid, match=f"product-unlawful.*{pointer}"):
            require_lawful(product, on)


@pytest.mark.parametrize("code", ["PCL-ONLINE", "PCL-BRANCH", "SMB-OWNER"])
def test_the_seeds_are_lawful_for_a_bank(code: str) -> None:
    assert breaches(a_product(code), bounds()) == []


@pytest.mark.parametrize("institution", Institution)
def test_a_cap_that_follows_the_loan_prime_rate_moves_with_it(institution: Institution) -> None:
    on = bounds(institution, END_2027, lpr_1y="5.5")
    assert on.cap == (Decimal("0.22") if institution is Institution.SMALL_LOAN else Decimal("0.24"))


@pytest.mark.parametrize(
    ("changes", "code", "pointer"),
    [
        ({"fees": [{"code": "FE", "name": "x", "party": "y", "timing": "AT_DISBURSEMENT", "amount_minor": 20_000}]},
         "product-fee-not-charged", "/fees/0"),
        ({"fees": [{"code": "FE", "name": "x", "party": "y", "timing": "EVERY_INSTALMENT", "rate_of_principal": "0.01"}]},
         "product-fee-not-charged", "/fees/0"),
        ({"contingent_costs": [{"code": "PREPAY", "name": "提前还款违约金", "party": "y", "standard": "1%"}]},
         "product-fee-not-charged", "/contingent_costs/0"),
        ({"secured": "MORTGAGE"}, "product-not-carried-out", "/secured"),
        ({"secured": "PLEDGE"}, "product-not-carried-out", "/secured"),
        ({"secured": "GUARANTEE"}, "product-not-carried-out", "/secured"),
        ({"secured": "MIXED"}, "product-not-carried-out", "/secured"),
        ({"customer_type": "ENTERPRISE"}, "product-not-carried-out", "/customer_type"),
        ({"currency": "USD"}, "product-not-carried-out", "/currency"),
        ({"committee_over_minor": 60_000_000}, "product-not-carried-out", "/committee_over_minor"),
    ],
)  # fmt: skip
def test_what_nobody_charges_or_carries_out_is_refused(changes: dict[str, Any], code: str, pointer: str) -> None:
    with pytest.raises(Invalid) as refusal:
        require_carried_out(a_product(**changes), bounds())
    assert (refusal.value.code, [error.pointer for error in refusal.value.errors]) == (code, [pointer])


def test_what_is_carried_out_is_not_refused() -> None:
    fee = {"code": "FE", "name": "x", "party": a_product().lender, "amount_minor": 20_000}
    fees = [fee | {"timing": timing} for timing in FeeTiming]
    balloon = [{"method": "FLAT"}, {"method": "BALLOON", "balloon_share": "0.4"}]
    by_steps = {"rate_steps": [{"after_months": 6, "added_rate": "0.01"}], "day_count": "ACT/365"}
    sold = ({}, SMB, {"fees": fees}, {"methods": balloon}, by_steps)
    for product in (a_product("PCL-BRANCH"), *(a_product(**changes) for changes in sold)):
        require_carried_out(product, bounds())


def test_a_version_that_the_law_has_overtaken_shrinks_to_what_is_left() -> None:
    sold = a_product(max_amount_minor=30_000_000, auto_authority_minor=30_000_000, max_term_months=84)
    assert under_law(sold, bounds()) is sold
    shrunk = under_law(sold, bounds(SMALL, END_2027))
    assert (shrunk.max_total_annual_rate, shrunk.max_amount_minor, shrunk.auto_authority_minor, shrunk.max_term_months) == (
        Decimal("0.12"), 20_000_000, 20_000_000, 60)  # fmt: skip
    assert breaches(shrunk, bounds(SMALL, END_2027)) == []


@pytest.mark.parametrize(
    ("changes", "institution"),
    [
        ({"penalty_multiple": "1.6"}, BANK),
        ({"purposes": {"STOCKS": "炒股"}}, BANK),
        (SMB, CONSUMER),
        ({"min_amount_minor": 25_000_000, "max_amount_minor": 30_000_000}, PRIVATE),
        ({"min_term_months": 72, "max_term_months": 84}, PRIVATE),
    ],
)
def test_a_version_of_which_the_law_leaves_nothing_is_sold_no_more(changes: dict[str, Any], institution: str) -> None:
    with pytest.raises(Conflict, match="product-unlawful"):
        under_law(a_product(**changes), bounds(institution))


@pytest.mark.parametrize(
    ("amount", "months", "method", "cost", "institution", "day", "code"),
    [
        (10_000_000, 12, RepaymentMethod.EQUAL_INSTALMENT, "0.24", BANK, TODAY, None),
        (10_000_000, 12, RepaymentMethod.EQUAL_INSTALMENT, "0.240001", BANK, TODAY, "cost-above-cap"),
        (10_000_000, 12, RepaymentMethod.EQUAL_INSTALMENT, "0.13", SMALL, TODAY, None),
        (10_000_000, 12, RepaymentMethod.EQUAL_INSTALMENT, "0.13", SMALL, END_2027, "cost-above-cap"),
        (20_000_001, 12, RepaymentMethod.EQUAL_INSTALMENT, "0.1", PRIVATE, TODAY, "amount-above-law"),
        (10_000_000, 13, RepaymentMethod.INTEREST_FIRST, "0.1", BANK, TODAY, "term-above-law"),
        (10_000_000, 85, RepaymentMethod.EQUAL_INSTALMENT, "0.1", BANK, TODAY, "term-above-law"),
    ],
)  # fmt: skip
def test_terms_keep_to_the_law_of_the_day_of_the_contract(
    amount: int, months: int, method: RepaymentMethod, cost: str, institution: str, day: date, code: str | None
) -> None:
    against = objection(a_product(), bounds(institution, day), amount, months, method, Decimal(cost))
    assert (against or {}).get("code") == code


@pytest.mark.parametrize(
    ("offered", "bound"),
    [
        ({"own_schedule": True}, True),
        ({"stages": [{"periods": 23, "share": "0"}, {"periods": 1, "share": "1"}]}, True),
        ({"stages": [{"periods": 24, "share": "1", "method": "INTEREST_FIRST"}]}, True),
        ({"stages": [{"periods": 24, "share": "1"}]}, False),
    ],
)
def test_what_may_be_repaid_in_one_sum_is_bound_to_a_year_online(offered: dict[str, Any], bound: bool) -> None:
    product = a_product(methods=[{"method": "STAGED", "max_term_months": 24} | offered], max_term_months=24)
    assert found(product, bounds()) == ({("/methods/0/max_term_months", "term-above-law")} if bound else set())
