"""Seals over orders: whole, changed, cut, swapped, of another key."""

import base64
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from loan_contracts.applications import ContractSigned
from loan_contracts.lending import PaymentDirection, PaymentRequested
from loan_contracts.message import Message
from loan_contracts.messages import MESSAGES
from loan_contracts.seals import Seals
from loan_contracts.values import AgreedFee, FeeTiming, HolidayRule, PrepaymentTerms, RepaymentMethod

SAMPLES = Path(__file__).parent.parent / "samples"
KEY, OTHER = (base64.b64encode(letter * 32).decode() for letter in (b"a", b"b"))
SEALS = Seals.parse(f"k1:{KEY}")
SEALED = [type for type, message in MESSAGES.items() if message.SEALED]


def sample(type: str) -> Message:
    return SEALS.sealed(MESSAGES[type].from_json((SAMPLES / f"{type}.json").read_bytes()))


def another(value: Any) -> Any:
    match value:
        case PaymentDirection():
            return PaymentDirection.COLLECT
        case PrepaymentTerms():
            return PrepaymentTerms(allowed_after_months=1)
        case HolidayRule():
            return HolidayRule.NONE
        case RepaymentMethod():
            return RepaymentMethod.INTEREST_FIRST
        case int():
            return value + 1
        case Decimal():
            return value + Decimal("0.0001")
        case None:
            return "0" * 32
        case tuple():
            return (AgreedFee(code="SERVICE", timing=FeeTiming.AT_DISBURSEMENT, amount_minor=1),)
        case str() if value == "CNY":
            return "USD"
        case str():
            return f"{value[:-1]}{'0' if value[-1] != '0' else '1'}"
    return value.replace(microsecond=1) if hasattr(value, "microsecond") else uuid4()


def test_what_moves_money_is_sealed_and_every_figure_of_it_is_covered() -> None:
    assert SEALED == ["contract.signed", "payment.requested"]
    for type in SEALED:
        message = MESSAGES[type]
        assert set(message.model_fields) - set(message.SEALED) - set(message.SEALED_IF_SAID) == {"sequence", "seal"}


@pytest.mark.parametrize("type", SEALED)
def test_a_seal_outlives_the_wire_and_is_of_no_other_key(type: str) -> None:
    message = sample(type)
    read = MESSAGES[type].from_json(message.to_json())
    assert SEALS.bears(read)
    assert not Seals.parse(f"k1:{OTHER}").bears(read)
    assert not Seals.parse(f"k2:{KEY}").bears(read)
    assert SEALS.bears(read.model_copy(update={"sequence": 99}))


@pytest.mark.parametrize(("type", "field"), [(type, field) for type in SEALED for field in MESSAGES[type].SEALED])
def test_no_field_can_be_changed_under_a_seal(type: str, field: str) -> None:
    message = sample(type)
    changed = message.model_copy(update={field: another(getattr(message, field))})
    assert changed != message
    assert not SEALS.bears(changed)
    assert not SEALS.bears(MESSAGES[type].from_json(changed.to_json()))


@pytest.mark.parametrize("type", SEALED)
def test_a_seal_that_is_absent_cut_or_of_another_message_is_none(type: str) -> None:
    message = sample(type)
    seal: str = message.seal  # type: ignore[attr-defined]
    form, key_id, value = seal.split(".")
    wrong = [None, "", ".", "..", form, f"{form}.{key_id}", f"{form}.{key_id}.", seal[:-1], seal + "=", seal + "A",
             f"2.{key_id}.{value}", f"{form}.k2.{value}", value, seal.upper(), f" {seal}", "é" * 50, f"{form}.{key_id}.é"]  # fmt: skip
    for text in wrong:
        assert not SEALS.bears(message.model_copy(update={"seal": text})), text


def test_fields_that_are_swapped_break_the_seal() -> None:
    order = sample("payment.requested")
    assert isinstance(order, PaymentRequested)
    swaps = [("payment_id", "loan_id"), ("loan_id", "application_id"), ("application_id", "customer_id")]
    for one, other in swaps:
        swapped = order.model_copy(update={one: getattr(order, other), other: getattr(order, one)})
        assert not SEALS.bears(swapped), (one, other)
    foreign = sample("contract.signed")
    assert isinstance(foreign, ContractSigned)
    assert not SEALS.bears(order.model_copy(update={"seal": foreign.seal}))


def test_a_key_is_rotated_by_putting_the_new_one_before_it() -> None:
    old = sample("payment.requested")
    both = Seals.parse(f"k2:{OTHER}, k1:{KEY}")
    new = both.sealed(old)
    assert both.bears(old) and both.bears(new)
    assert new.seal.startswith("1.k2.")  # type: ignore[attr-defined]
    only_new = Seals.parse(f"k2:{OTHER}")
    assert only_new.bears(new) and not only_new.bears(old)


@pytest.mark.parametrize("keys", ["", "k1:", "k1:YWJj", f"a.b:{KEY}", f":{KEY}", "k1", "k1:***"])
def test_keys_that_are_none_are_refused(keys: str) -> None:
    with pytest.raises(ValueError):
        Seals.parse(keys)
