"""Registering a customer: all wrong fields at once, nothing personal in the facts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from application_svc.domain.customers.customer import (
    Customer,
    Details,
    DetailsChange,
    DocumentDates,
    Tokens,
    check_change,
    check_person,
    require_valid_document,
)
from application_svc.domain.customers.identity_numbers import age_on
from loan_servicekit.core import Conflict, Invalid

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TOKENS = Tokens("p" * 32, "m" * 32, "c" * 32)
DETAILS = Details(
    name="张测试",
    identity_number="990101199003078017",
    id_issued_on=date(2020, 1, 1),
    id_expires_on=date(2040, 1, 1),
    mobile="13800001234",
    card_number="6209990000000000011",
)


def errors_of(**changes: Any) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refusal:
        check_person(replace(DETAILS, **changes), TODAY, synthetic_allowed=True)
    assert refusal.value.code == "customer-invalid"
    return [(error.pointer, error.code) for error in refusal.value.errors]


def a_customer(**changes: Any) -> Customer:
    person = check_person(replace(DETAILS, **changes), TODAY, synthetic_allowed=True)
    return Customer.register(UUID(int=1), person, TOKENS, "0101", "manager-1", NOW)


def test_a_registered_customer_shows_masked_values_and_keeps_dates() -> None:
    customer = a_customer()
    assert customer.name_masked == "张**"
    assert customer.identity_number_masked == "9901************17"
    assert customer.mobile_masked == "138****1234"
    assert (customer.card_masked, customer.card_issuer) == ("620999*********0011", "示范银行")
    assert customer.birth_date == date(1990, 3, 7)
    assert age_on(customer.birth_date, TODAY) == 36


def test_the_fact_of_a_registration_holds_no_personal_data() -> None:
    (fact,) = a_customer().facts
    written = fact.to_json().decode()
    assert not any(secret in written for secret in ("张", "990101", "13800001234", "6209990000000000011"))


def test_a_customer_without_a_card_is_registered_too() -> None:
    assert a_customer(card_number=None).card_masked is None


def test_a_card_that_looks_wrong_is_kept_with_its_warning() -> None:
    assert a_customer(card_number="6209990000000000012").card_warnings == ["LUHN_FAILED"]


def test_all_wrong_fields_are_refused_at_once() -> None:
    assert errors_of(name="7", identity_number="110105194912310021", mobile="1", card_number="1") == [
        ("/name", "name-malformed"),
        ("/identity_number", "identity-number-check-digit"),
        ("/mobile", "mobile-malformed"),
        ("/card_number", "card-number-malformed"),
    ]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"id_expires_on": date(2026, 11, 22)}, ("/id_expires_on", "identity-document-expired")),
        ({"id_issued_on": TODAY}, ("/id_issued_on", "identity-document-not-issued")),
        (
            {"id_issued_on": date(2026, 11, 22), "id_expires_on": date(2026, 11, 22)},
            ("/id_expires_on", "identity-document-expired"),
        ),
    ],
)
def test_the_identity_document_must_be_issued_and_in_force(changes: dict[str, Any], error: tuple[str, str]) -> None:
    assert errors_of(**changes) == [error]


def test_a_document_is_valid_through_its_last_day_and_for_ever_without_one() -> None:
    require_valid_document(TODAY, on=TODAY)
    with pytest.raises(Conflict, match="identity-document-expired"):
        require_valid_document(TODAY, on=date(2026, 11, 24))
    require_valid_document(None, on=date(2099, 1, 1))


@pytest.mark.parametrize("name", ["张", "", "x" * 51, "张3", "张\n三"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    assert errors_of(name=name) == [("/name", "name-malformed")]


def test_a_change_is_checked_like_a_registration_and_leaves_the_rest() -> None:
    customer = a_customer()
    change = DetailsChange(mobile="139 0000 5678", document=DocumentDates(date(2026, 11, 1), None))
    person = check_change(DETAILS, change, TODAY, synthetic_allowed=True)
    customer.change_details(person, replace(TOKENS, mobile="n" * 32), ["mobile", "id_expires_on"])
    assert (customer.mobile_masked, customer.id_expires_on) == ("139****5678", None)
    assert (customer.name_masked, customer.card_masked) == ("张**", "620999*********0011")
    assert customer.tokens == Tokens("p" * 32, "n" * 32, "c" * 32)
    told = customer.facts[-1].model_dump()
    assert (told["action"], told["detail"]) == (
        "change_customer_details", {"fields": "mobile,id_expires_on", "card_warnings": ""})  # fmt: skip


def test_all_wrong_fields_of_a_change_are_refused_at_once() -> None:
    change = DetailsChange("1", "1", DocumentDates(TODAY, date(2026, 11, 22)))
    with pytest.raises(Invalid) as refusal:
        check_change(DETAILS, change, TODAY, synthetic_allowed=True)
    assert refusal.value.code == "customer-invalid"
    assert {(error.pointer, error.code) for error in refusal.value.errors} == {
        ("/mobile", "mobile-malformed"),
        ("/card_number", "card-number-malformed"),
        ("/id_issued_on", "identity-document-not-issued"),
    }


def test_a_document_that_ran_out_meanwhile_keeps_nobody_from_a_new_number() -> None:
    known = replace(DETAILS, id_expires_on=date(2026, 11, 22))
    person = check_change(known, DetailsChange(mobile="13900005678"), TODAY, synthetic_allowed=True)
    assert (person.mobile.number, person.id_expires_on) == ("13900005678", date(2026, 11, 22))
