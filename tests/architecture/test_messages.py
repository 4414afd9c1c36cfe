"""What may travel on topics: ids, codes and figures, never what tells who a person is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from loan_contracts.catalogue.files import obstacles, stale
from loan_contracts.catalogue.schemas import models_of
from loan_contracts.messages import MESSAGES

PERSONAL = (
    "name",
    "id_no",
    "identity_number",
    "mobile",
    "phone",
    "card_no",
    "card_number",
    "address",
    "email",
    "birth_date",
)
KEYED_HASH = "_token"
KEYED_HASHES = ("person", "mobile", "card", "device", "payee")


def is_personal(field: str) -> bool:
    """Whether a field's name says that it holds what identifies a person; a keyed hash does not."""
    if field.endswith(KEYED_HASH):
        return field.removesuffix(KEYED_HASH) not in KEYED_HASHES
    padded = f"_{field}_"
    return any(f"_{word}_" in padded or f"_{word}s_" in padded for word in PERSONAL)


def fields() -> Iterator[tuple[str, str]]:
    for type, message in MESSAGES.items():
        for cls in models_of(message).values():
            for name in cls.model_fields:
                yield type, name


def test_no_message_carries_what_identifies_a_person() -> None:
    assert sorted({f"{type}: {name}" for type, name in fields() if is_personal(name)}) == []


@pytest.mark.parametrize(
    "field",
    ["name", "customer_name", "id_no", "mobile", "home_address", "card_no", "mobiles", "name_token", "contact_phone"],
)
def test_the_rule_would_notice(field: str) -> None:
    assert is_personal(field)


@pytest.mark.parametrize(
    "field", ["mobile_token", "person_token", "card_limit_minor", "telecom", "identity", "loan_no"]
)
def test_the_rule_lets_figures_ids_and_keyed_hashes_pass(field: str) -> None:
    assert not is_personal(field)


@pytest.mark.parametrize("type", MESSAGES)
def test_every_message_has_a_sample(sample: Callable[[str], dict[str, Any]], type: str) -> None:
    assert MESSAGES[type].KEY in sample(type)


def test_schemas_and_documents_are_those_of_the_classes(root: Path) -> None:
    assert obstacles(root) == []
    assert stale(root) == [], "run `python -m loan_contracts.catalogue write`"
