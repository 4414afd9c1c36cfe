"""Products are data: the seeds, their versions in time, and what an application may ask of them."""

from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

import orjson
import pytest
from pydantic import ValidationError

from application_svc.domain.products.product import Product, in_force, require_next, succession
from application_svc.domain.products.request import OwnDue, Request, check_request
from loan_contracts.values import RepaymentMethod, Source
from loan_servicekit.core import Conflict, Invalid, NotFound

TODAY = date(2026, 11, 23)


def seed(code: str) -> dict[str, Any]:
    content: dict[str, Any] = orjson.loads(files("application_svc").joinpath(f"products/{code}.json").read_bytes())
    return content


def a_product(seeded: str = "PCL-ONLINE", **changes: Any) -> Product:
    return Product.model_validate({**seed(seeded), **changes})


def a_request(**changes: Any) -> Request:
    wish: dict[str, Any] = {
        "amount_minor": 10_000_000, "term_months": 12, "method": RepaymentMethod.EQUAL_INSTALMENT,
        "purpose": "EDUCATION", "form": {"monthly_income_minor": 1_200_000, "dependents": 1}, "age": 36,
        "today": TODAY,
    }  # fmt: skip
    return Request(**{**wish, **changes})


def errors_of(product: Product, request: Request) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refusal:
        check_request(product, request)
    assert refusal.value.code == "application-invalid"
    return [(error.pointer, error.code) for error in refusal.value.errors]


# The seeds


def test_online_credit_goes_from_half_to_twenty_wan_and_is_decided_without_a_person() -> None:
    product = a_product("PCL-ONLINE")
    assert (product.min_amount_minor, product.max_amount_minor) == (500_000, 20_000_000)
    assert product.auto_authority_minor == 20_000_000
    assert (product.min_term_months, product.max_term_months) == (3, 36)
    assert product.required_documents == []
    assert product.required_sources == [Source.IDENTITY, Source.TELECOM, Source.CREDIT_BUREAU, Source.COURT]
    assert product.optional_sources == [Source.SOCIAL_INSURANCE]
    assert product.process_code == "personal-credit"


def test_branch_credit_goes_to_fifty_wan_with_documents_and_a_person() -> None:
    product = a_product("PCL-BRANCH")
    assert (product.max_amount_minor, product.auto_authority_minor) == (50_000_000, 0)
    assert "INCOME_PROOF" in product.required_documents


def test_the_owner_loan_goes_to_a_thousand_wan_with_tax_and_registry_and_a_committee_above_fifty() -> None:
    product = a_product("SMB-OWNER")
    assert (product.max_amount_minor, product.committee_over_minor) == (1_000_000_000, 50_000_000)
    assert {Source.TAX, Source.REGISTRY} <= set(product.required_sources)
    assert "BUSINESS_LICENCE" in product.required_documents


@pytest.mark.parametrize("code", ["PCL-ONLINE", "PCL-BRANCH", "SMB-OWNER"])
def test_every_seed_keeps_the_regulated_ranges(code: str) -> None:
    product = a_product(code)
    assert Decimal("1.3") <= product.penalty_multiple <= Decimal("1.5")
    assert Decimal("1.5") <= product.misuse_multiple <= Decimal("2")
    assert product.max_total_annual_rate <= Decimal("0.24")  # §2.6


@pytest.mark.parametrize(
    "changes",
    [
        {"min_amount_minor": 20_000_001},
        {"min_term_months": 37},
        {"min_age": 111},
        {"auto_authority_minor": 20_000_001},
        {"valid_to": "2024-12-31"},
        {"required_documents": ["TAX_RETURN"]},
        {"form": {"type": "nothing"}},
        {"colour": "red"},
        {"fees": [{"code": "FEE", "name": "x", "party": "y", "timing": "EVERY_INSTALMENT"}]},
    ],
)
def test_contradictory_product_data_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises((ValidationError, ValueError)):
        a_product(**changes)


# Versions in time


def on_sale(versions: list[Product], day: date) -> int:
    return in_force(succession(versions), "PCL-ONLINE", day).version


def test_the_version_on_sale_is_chosen_by_day() -> None:
    versions = [a_product(version=2, valid_from="2027-01-01"), a_product()]
    assert [product.valid_to for product in succession(versions)] == [date(2026, 12, 31), None]
    for day, version in ((TODAY, 1), (date(2026, 12, 31), 1), (date(2027, 1, 1), 2)):
        assert on_sale(versions, day) == version


def test_a_version_that_begins_before_one_that_was_announced_takes_its_place() -> None:
    versions = [
        a_product(),
        a_product(version=2, valid_from="2027-06-01"),
        a_product(version=3, valid_from="2027-01-01"),
    ]
    for day, version in ((date(2026, 12, 31), 1), (date(2027, 1, 1), 3), (date(2027, 6, 1), 3)):
        assert on_sale(versions, day) == version
    assert not any(product.on_sale(date(2027, 6, 1)) for product in succession(versions)[:2])


def test_versions_of_other_products_end_nothing() -> None:
    other = a_product("SMB-OWNER")
    assert succession([other, a_product()]) == [a_product(), other]


def test_a_product_that_nobody_knows_or_that_is_not_on_sale_is_refused() -> None:
    with pytest.raises(NotFound, match="product-unknown"):
        in_force([a_product()], "NOTHING", TODAY)
    with pytest.raises(Conflict, match="product-not-on-sale"):
        in_force([a_product()], "PCL-ONLINE", date(2024, 12, 31))


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 3, "valid_from": "2027-01-01"},
        {"version": 1, "valid_from": "2027-01-01"},
        {"version": 2, "valid_from": "2026-11-23"},
        {"version": 2, "valid_from": "2027-01-01", "code": "PCL-OTHER"},
    ],
)
def test_a_version_out_of_turn_or_into_the_past_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(Conflict, match="product-version-conflict"):
        require_next(a_product(), a_product(**changes), TODAY)


def test_a_version_follows_from_tomorrow_on() -> None:
    require_next(a_product(), a_product(version=2, valid_from="2026-11-24"), TODAY)
    require_next(None, a_product(valid_from="2026-11-24"), TODAY)
    for changes in ({"version": 2, "valid_from": "2026-11-24"}, {"valid_from": "2026-11-23"}):
        with pytest.raises(Conflict, match="version 1, valid from after 2026-11-23"):
            require_next(None, a_product(**changes), TODAY)


@pytest.mark.parametrize(
    ("changes", "capped"),
    [
        ({}, True),
        ({"channel": "OFFLINE"}, False),
        ({"customer_type": "SME_OWNER"}, False),
        ({"secured": "MORTGAGE"}, False),
        ({"secured": "GUARANTEE"}, False),
    ],
)
def test_online_consumer_credit_is_personal_and_without_security(changes: dict[str, Any], capped: bool) -> None:
    assert a_product(**changes).online_consumer_credit is capped


# What may be asked for


@pytest.mark.parametrize(
    "changes",
    [
        {"amount_minor": 500_000},
        {"amount_minor": 20_000_000},
        {"term_months": 3},
        {"term_months": 36},
        {"age": 18},
        {"age": 110},
        {"method": RepaymentMethod.INTEREST_FIRST, "term_months": 12},
        {"form": {}},
        {"form": {"monthly_income_minor": None}},
    ],
)
def test_what_lies_inside_the_limits_is_allowed(changes: dict[str, Any]) -> None:
    check_request(a_product(), a_request(**changes))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"amount_minor": 499_999}, ("/amount_minor", "amount-out-of-range")),
        ({"amount_minor": 20_000_001}, ("/amount_minor", "amount-out-of-range")),
        ({"term_months": 2}, ("/term_months", "term-out-of-range")),
        ({"term_months": 37}, ("/term_months", "term-out-of-range")),
        ({"age": 17}, ("/customer_id", "age-out-of-range")),
        ({"age": 111}, ("/customer_id", "age-out-of-range")),
        ({"purpose": "HOUSE"}, ("/purpose", "purpose-not-allowed")),
        ({"method": RepaymentMethod.EQUAL_PRINCIPAL}, ("/repayment_method", "repayment-method-not-offered")),
        (
            {"method": RepaymentMethod.INTEREST_FIRST, "term_months": 13},
            ("/repayment_method", "repayment-method-term"),
        ),
        ({"form": {"monthly_income_minor": "much"}}, ("/form/monthly_income_minor", "form-invalid")),
        ({"form": {"monthly_income_minor": -1}}, ("/form/monthly_income_minor", "form-invalid")),
        ({"form": {"monthly_income_minor": 1.5}}, ("/form/monthly_income_minor", "form-invalid")),
        ({"form": {"hobby": "chess"}}, ("/form", "form-invalid")),
    ],
)
def test_what_lies_outside_is_refused_where_it_stands(changes: dict[str, Any], error: tuple[str, str]) -> None:
    assert errors_of(a_product(), a_request(**changes)) == [error]


def test_all_that_is_wrong_is_refused_at_once() -> None:
    request = a_request(amount_minor=1, term_months=1, purpose="HOUSE", form={"dependents": -1})
    assert [pointer for pointer, _ in errors_of(a_product(), request)] == [
        "/amount_minor", "/term_months", "/purpose", "/form/dependents"]  # fmt: skip


def test_the_words_of_a_refusal_say_what_is_allowed_and_repeat_nothing_that_was_sent() -> None:
    sent = "张三 13800001111"
    request = a_request(purpose=sent, form={"employment": sent, "dependents": sent, sent: 1})
    with pytest.raises(Invalid) as refusal:
        check_request(a_product(), request)
    told = f"{refusal.value} {[error.detail for error in refusal.value.errors]}"
    assert "13800001111" not in told
    for allowed in ("EMPLOYED", "TRAVEL", "monthly_income_minor"):
        assert allowed in told


def test_a_business_must_give_a_code_whose_checks_hold() -> None:
    product = a_product("SMB-OWNER")
    request = a_request(purpose="INVENTORY", form={"uscc": "91990101MA0DEM0051", "monthly_income_minor": 1})
    check_request(product, request)
    wrong = a_request(purpose="INVENTORY", form={"uscc": "91990101MA0DEM0052", "monthly_income_minor": 1})
    assert errors_of(product, wrong) == [("/form/uscc", "form-invalid")]
    missing = a_request(purpose="INVENTORY", form={"monthly_income_minor": 1})
    assert errors_of(product, missing) == [("/form", "form-invalid")]


def test_a_form_does_not_reach_out_to_other_documents() -> None:
    product = a_product(form={"$ref": "https://example.org/form.json"})
    with pytest.raises(Exception, match="other documents"):
        check_request(product, a_request())


# How it is repaid


STAGES = [{"periods": 3, "share": "0"}, {"periods": 9, "share": "1", "method": "EQUAL_INSTALMENT"}]


@pytest.mark.parametrize(
    ("offered", "fit", "unfit"),
    [
        ({"method": "EQUAL_INSTALMENT", "every": {"count": 3}}, 12, 13),
        ({"method": "INTEREST_FIRST", "every": {"count": 10, "unit": "DAY"}}, 7, None),
        ({"method": "STAGED", "stages": STAGES}, 12, 6),
        ({"method": "STAGED", "stages": [{"periods": 26, "share": 1}], "every": {"count": 2, "unit": "WEEK"}}, 12, 11),
    ],
)
def test_a_term_is_whole_periods_as_many_as_the_stages_have(
    offered: dict[str, Any], fit: int, unfit: int | None
) -> None:
    product, method = a_product(methods=[offered]), RepaymentMethod(offered["method"])
    check_request(product, a_request(method=method, term_months=fit))
    if unfit:
        wrong = errors_of(product, a_request(method=method, term_months=unfit))
        assert wrong == [("/repayment_method", "repayment-method-term")]


@pytest.mark.parametrize(
    "contradiction",
    [
        {"methods": [{"method": "STAGED"}]},
        {"methods": [{"method": "STAGED", "own_schedule": True, "stages": STAGES}]},
        {"methods": [{"method": "FLAT", "own_schedule": True}]},
        {"methods": [{"method": "STAGED", "stages": STAGES[:1]}]},
        {"methods": [{"method": "STAGED", "stages": STAGES[::-1]}]},
        {"methods": [{"method": "STAGED", "stages": [{"periods": 1, "share": "1", "method": "FLAT"}]}]},
        {"methods": [{"method": "STAGED", "own_schedule": True, "every": {"count": 2}}]},
        {"methods": [{"method": "FLAT", "every": {"count": 1, "unit": "WEEK"}, "due_day": 5}]},
        {"methods": [{"method": "FLAT", "every": {"count": 1, "unit": "WEEK"}}], "day_count": "30E/360"},
    ],
)
def test_a_way_of_repaying_that_contradicts_itself_is_refused(contradiction: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        a_product(**contradiction)


OWN = (OwnDue(date(2027, 3, 1), 0), OwnDue(date(2027, 6, 30), 4_000_000), OwnDue(date(2027, 11, 23), 6_000_000))


def test_dates_and_principals_of_ones_own_are_checked() -> None:
    product = a_product(methods=[{"method": "STAGED", "own_schedule": True}, {"method": "EQUAL_INSTALMENT"}])
    staged = {"method": RepaymentMethod.STAGED}
    check_request(product, a_request(schedule=OWN, **staged))
    assert errors_of(product, a_request(**staged)) == [("/schedule", "schedule-invalid")]
    assert errors_of(product, a_request(schedule=OWN)) == [("/schedule", "schedule-not-offered")]
    assert errors_of(product, a_request(schedule=OWN[1:2], **staged)) == [("/schedule", "schedule-invalid")]
    turned = (OWN[1], OWN[0], OwnDue(date(2027, 11, 24), 6_000_000))
    assert errors_of(product, a_request(schedule=turned, **staged)) == [
        ("/schedule/1/due_on", "schedule-invalid"),
        ("/schedule/2/due_on", "schedule-invalid"),
    ]
    today = (OwnDue(TODAY, 10_000_000),)
    assert errors_of(product, a_request(schedule=today, **staged)) == [("/schedule/0/due_on", "schedule-invalid")]
