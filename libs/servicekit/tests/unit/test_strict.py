"""A body takes what is written in it, or refuses it; it guesses nothing."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import pytest
from pydantic import BaseModel, Field, ValidationError

from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day, Instant, JsonObject


class Colour(StrEnum):
    RED = "RED"


class Inner(Body):
    type: int = 0  # a field may bear any name, those of a schema too
    default: Decimal = Decimal(0)


class Everything(Body):
    amount: Annotated[int | None, Field(ge=1)] = None
    ratio: float | None = None
    flag: bool | None = None
    rate: Annotated[Decimal | None, Field(gt=0, lt=1, max_digits=12)] = None
    day: Day | None = None
    plain_day: date | None = None
    at: Instant | None = None
    plain_at: datetime | None = None
    id: UUID | None = None
    colour: Colour | None = None
    words: Annotated[str | None, text(2, 20)] = None
    many: list[int] = []
    by_name: dict[str, int] = {}
    form: JsonObject = {}
    inner: Inner | None = None
    inners: list[Inner] = []


@pytest.mark.parametrize(
    ("field", "good"),
    [("amount", 5_000_000), ("ratio", 1), ("ratio", 0.5), ("flag", True), ("rate", "0.0725"), ("rate", 0.0725),
     ("day", "2026-11-23"), ("plain_day", "2026-11-23"), ("at", "2026-11-23T08:30:00+08:00"),
     ("plain_at", "2026-11-23T08:30:00Z"), ("id", "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"), ("colour", "RED"),
     ("words", "ab"), ("words", None), ("many", [1, 2]), ("by_name", {"a": 1}), ("form", {"a": [1.5, None, "x"]}),
     ("inner", {"type": 7, "default": "1.5"}), ("inners", [{"type": 7}])],
)  # fmt: skip
def test_what_is_meant_is_taken(field: str, good: Any) -> None:
    assert Everything.model_validate({field: good}).model_fields_set == {field}


@pytest.mark.parametrize(
    ("field", "bad"),
    [*(("amount", bad) for bad in ("5000000", 5e6, 5.0, "5_000_000", True, "五", [5], {"v": 5})),
     *(("ratio", bad) for bad in ("0.5", True)), *(("flag", bad) for bad in (1, 0, "true", "yes", "on", 1.0)),
     *(("rate", bad) for bad in ("0.07_25", "1e-3", "1e-999999999", "NaN", "０.５", " 0.5", "+0.5", ".5", True, [])),
     *(("day", bad) for bad in ("20261123", 1_700_000_000, "1700000000", "2026-11-23T00:00:00", "2026-02-30", True)),
     *(("plain_day", bad) for bad in (1_700_000_000, "1700000000", "20261123")),
     *(("at", bad) for bad in (1_700_000_000, 1.7e9, "1700000000", "2026-11-23", "2026-11-23T08:30:00", True)),
     *(("plain_at", bad) for bad in (1_700_000_000, "1700000000", True)),
     ("id", 5), ("colour", "red"), ("colour", 0), ("words", 22), ("words", True), ("many", ["1"]), ("many", [1.0]),
     ("many", {"0": 1}), ("by_name", {"a": "1"}), ("form", {"a": "\x00"}), ("form", {"a": 2**60}), ("form", []),
     ("inner", {"type": "7"}), ("inner", {"default": "1_5"}), ("inner", {"other": 1}), ("inners", [{"type": True}]),
     ("unknown", 1)],
)  # fmt: skip
def test_what_is_only_like_it_is_refused_in_its_place(field: str, bad: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        Everything.model_validate({field: bad})
    assert {error["loc"][0] for error in refused.value.errors()} == {field}


def test_a_model_that_guesses_cannot_stand_in_a_body() -> None:
    class Guessing(BaseModel):
        amount: int

    with pytest.raises(TypeError, match="Guessing"):

        class Careless(Body):
            parts: list[Guessing]
