"""Providers' answers against the schemas of their contracts."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from integration_gateway.clients.outbound import described
from integration_gateway.clients.sources.shapes import ENVELOPE, ShapeChanged, shape_of

HANDBOOK = Path(__file__).parents[2] / "handbook"
PLACES = {
    "identity": "nciic",
    "telecom": "carrier",
    "credit_bureau": "pboc",
    "social_insurance": "social_fund",
    "tax": "tax_bureau",
    "court": "courts",
    "registry": "samr",
}


def told(name: str) -> dict[str, Any]:
    answer = orjson.loads((HANDBOOK / f"{name}.json").read_bytes())
    return dict(answer.get("data", answer))


@pytest.mark.parametrize("name", PLACES)
def test_what_the_handbook_prints_is_as_the_contract_says(name: str) -> None:
    shape_of(f"integration_gateway.clients.sources.{PLACES[name]}").require(told(name))


@pytest.mark.parametrize(
    ("name", "changes", "place"),
    [
        ("identity", {"match": "04"}, "/match enum"),
        ("identity", {"dead_flag": "no"}, "/dead_flag type"),
        ("telecom", {"state": None}, "/state enum"),
        ("tax", {"monthly": [{"m": "2026-01", "sales": True, "invoices": 1}]}, "/monthly/0/sales type"),
        ("court", {"zhixing": {"items": []}}, "/zhixing type"),
        ("registry", {"found": "1.2.2019"}, "/found pattern"),
        ("credit_bureau", {"PQO": []}, "/PQO type"),
    ],
)
def test_what_is_otherwise_is_named_by_its_place_and_never_by_its_value(
    name: str, changes: dict[str, Any], place: str
) -> None:
    shape = shape_of(f"integration_gateway.clients.sources.{PLACES[name]}")
    with pytest.raises(ShapeChanged) as changed:
        shape.require(told(name) | changes)
    assert changed.value.place == place
    assert described(changed.value) == f"ShapeChanged: {place}"
    shape.require(told(name) | {"new_field": {"of": "theirs"}})


def test_an_answer_that_hit_has_data() -> None:
    ENVELOPE.require({"request_id": "r", "status": "MISS"})
    for broken in ({"request_id": "r", "status": "HIT"}, {"request_id": "r", "status": "FINE"}, ["r"]):
        with pytest.raises(ShapeChanged):
            ENVELOPE.require(broken)


def test_a_fault_tells_the_name_of_a_field_and_nothing_of_a_person() -> None:
    assert described(KeyError("PA01A")) == "KeyError: PA01A"
    assert described(KeyError("张三")) == "KeyError"
    assert described(KeyError("990101199003078017")) == "KeyError"
    assert described(ValueError("the number 990101199003078017")) == "ValueError"
