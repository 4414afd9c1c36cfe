"""An example of every body and answer, put together from those that its fields give."""

import re

from loan_contracts.message import JsonObject

FORMATS = {
    "uuid": "019bd906-1280-798f-a429-4925d566d08d",
    "date": "2026-01-31",
    "date-time": "2026-01-31T09:30:00Z",
    "binary": "...",
}
LATER = FORMATS | {"uuid": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d", "date-time": "2099-01-31T00:00:00Z"}
PLAIN: dict[str, object] = {"string": "text", "boolean": True, "number": 0.5, "object": {}, "null": None}
KEY = {"const": "code"}
WORDS = ("0.072", "7.2", "CODE-1", "code-1", "CODE_1", "code_1", "0" * 32, "0" * 64)  # for fields with a pattern
MONEY = 5_000_000  # 50,000.00 yuan
MONEY_FIELD = "_minor"


class NoExample(LookupError):
    """The document shows no value for a field; the message says for which."""


def request_example(schema: JsonObject, document: JsonObject) -> object:
    """A body that its schema allows. Optional fields are left out where nothing is shown for them; raises NoExample."""
    return _composed(schema, document, "", whole=False)


def answer_example(schema: JsonObject, document: JsonObject) -> object:
    """An answer as its schema describes it, with every field that it can have."""
    return _composed(schema, document, "", whole=True)


def resolved(schema: JsonObject, document: JsonObject) -> JsonObject:
    """A schema without a reference; what stands beside the reference stays."""
    while "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = document["components"]["schemas"][name] | {k: v for k, v in schema.items() if k != "$ref"}
    return schema


def _composed(schema: JsonObject, document: JsonObject, place: str, whole: bool) -> object:
    schema = resolved(schema, document)
    if "examples" in schema:
        return schema["examples"][0]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return _composed(schema["anyOf"][0], document, place, whole)
    formats = FORMATS if whole else LATER
    if schema.get("format") in formats:
        return formats[schema["format"]]
    match schema.get("type"):
        case "array":
            least = max(schema.get("minItems", 1), 1)
            return [_composed(schema.get("items", {}), document, f"{place}/0", whole) for _ in range(least)]
        case "object" if "properties" in schema or schema.get("additionalProperties") is False:
            return _fields(schema, document, place, whole)
        case "object" if whole and isinstance(schema.get("additionalProperties"), dict):
            key = _composed(schema.get("propertyNames", KEY), document, f"{place}/name", whole)
            return {key: _composed(schema["additionalProperties"], document, f"{place}/{key}", whole)}
        case "boolean":
            return True
        case "integer" if whole:
            return MONEY if place.endswith(MONEY_FIELD) else max(int(schema.get("minimum", 1)), 1)
        case "string" if whole and "pattern" in schema:
            if fitting := [word for word in WORDS if re.search(schema["pattern"], word)]:
                return fitting[0]
        case "string" if whole:
            return str(PLAIN["string"])[: schema.get("maxLength", 4)].ljust(schema.get("minLength", 1), "x")
        case str(kind) if whole and kind != "string":
            return PLAIN[kind]
        case None if whole:
            return {}
    raise NoExample(f"nothing is shown for {place or '/'}")


def _fields(schema: JsonObject, document: JsonObject, place: str, whole: bool) -> JsonObject:
    fields = {}
    for name, field in schema.get("properties", {}).items():
        try:
            fields[name] = _composed(field, document, f"{place}/{name}", whole)
        except NoExample:
            if name in schema.get("required", ()):
                raise
    return fields
