"""Models that guess no value from one of another type: what stands in JSON is what was meant, or it is refused."""

import re
from datetime import date
from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from loan_contracts.message import JsonObject

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}", re.ASCII)
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?", re.ASCII)


def a_day(value: object) -> object:
    """Refuses a day that is not written as one: pydantic alone would also take seconds since 1970."""
    if value is not None and not (type(value) is date or (isinstance(value, str) and DAY.fullmatch(value))):
        raise ValueError("write a day like 2026-11-23")
    return value


def an_instant(value: object) -> object:
    """Refuses a time that is not written as one."""
    if isinstance(value, int | float) or (isinstance(value, str) and not INSTANT.match(value)):
        raise ValueError("write a time like 2026-11-23T08:30:00+08:00")
    return value


def a_decimal(value: object) -> object:
    """Refuses what a program takes for a decimal and a reader does not:
    `1_0`, `1e-999999999`, digits of other scripts."""
    if isinstance(value, bool) or (isinstance(value, str) and not DECIMAL.fullmatch(value)):
        raise ValueError("write a decimal number in digits, like 0.0725")
    return value


STRICT = frozenset({"int", "float", "bool", "str"})
AS_WRITTEN = {"decimal": a_decimal, "date": a_day, "datetime": an_instant}
NO_SCHEMA = frozenset({"metadata", "serialization", "default", "cls", "config", "expected", "members", "function"})
WRAPPERS = frozenset({"function-before", "function-after", "function-wrap"})
GUESSING = frozenset({"model", "dataclass", "typed-dict"})


def strictly(schema: Any, handler: GetCoreSchemaHandler) -> Any:
    """A core schema in which no scalar is guessed: whole numbers, numbers and truth values are those of JSON, days,
    times and decimals are written out. `"5000000"`, `5e6`, `5_000_000` and `true` are no whole numbers."""
    if isinstance(schema, list | tuple):
        return type(schema)(strictly(part, handler) for part in schema)
    if not isinstance(schema, dict):
        return schema
    kind = schema.get("type")
    if kind == "definition-ref":
        return _followed(schema, handler)
    if kind == "function-before" and schema["function"]["function"] in AS_WRITTEN.values():
        return schema
    made = {
        name: part if name in NO_SCHEMA else strictly(part, handler)
        for name, part in schema.items()
        if name != "fields"
    }
    if "fields" in schema:  # by their names, which may be any word
        made["fields"] = {name: strictly(field, handler) for name, field in schema["fields"].items()}
    if kind in STRICT:
        return made | {"strict": True}
    if kind in AS_WRITTEN:
        told = {"pydantic_js_functions": [_decimal_in_document]} if kind == "decimal" else None
        return core_schema.no_info_before_validator_function(AS_WRITTEN[kind], made, metadata=told)
    return made


def _decimal_in_document(schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonObject:
    """A decimal as JSON Schema shows it: a number, or its digits as a text."""
    made = handler(schema)
    for part in made.get("anyOf", ()):
        if part.get("type") == "string":
            part["pattern"] = f"^{DECIMAL.pattern}$"
    return made


def _followed(schema: JsonObject, handler: GetCoreSchemaHandler) -> Any:
    """What a reference names: a model in a strict one is strict itself, since pydantic has its validator ready made."""
    named: Any = handler.resolve_ref_schema(schema)
    while named["type"] in WRAPPERS:
        named = named["schema"]
    if named["type"] in GUESSING and not (isinstance(named.get("cls"), type) and issubclass(named["cls"], Strict)):
        raise TypeError(f"{named.get('cls')} stands in a strict model: make it one, so that no value is guessed")
    return schema


class Strict(BaseModel):
    """A model whose scalars are taken as they are written."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        made: CoreSchema = strictly(handler.resolve_ref_schema(handler(source)), handler)
        return made
