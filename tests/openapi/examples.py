"""Puts a request body together from the examples that an OpenAPI document gives."""

from typing import Any

FORMATS = {
    "uuid": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
    "date": "2026-01-31",
    "date-time": "2099-01-31T00:00:00Z",
}


class NoExample(LookupError):
    """The document shows no value for a field; the message says for which."""


def composed(schema: dict[str, Any], document: dict[str, Any], place: str = "") -> Any:
    """A value of a schema. Optional fields are left out where nothing is shown for them; raises NoExample."""
    schema = resolved(schema, document)
    if "examples" in schema:
        return schema["examples"][0]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return composed(schema["anyOf"][0], document, place)
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    match schema.get("type"):
        case "boolean":
            return True
        case "array":
            return [composed(schema["items"], document, f"{place}/0") for _ in range(schema.get("minItems", 1))]
        case "object" if "properties" in schema or schema.get("additionalProperties") is False:
            return _fields(schema, document, place)
    raise NoExample(f"nothing is shown for {place or '/'}")


def resolved(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """A schema without a reference; what stands beside the reference stays."""
    while "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = document["components"]["schemas"][name] | {k: v for k, v in schema.items() if k != "$ref"}
    return schema


def _fields(schema: dict[str, Any], document: dict[str, Any], place: str) -> dict[str, Any]:
    fields = {}
    for name, field in schema.get("properties", {}).items():
        try:
            fields[name] = composed(field, document, f"{place}/{name}")
        except NoExample:
            if name in schema.get("required", ()):
                raise
    return fields


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Method, path and description of every operation."""
    return [(method, path, operation) for path, item in document["paths"].items() for method, operation in item.items()]


def body_of(operation: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Media type and schema of a request body, if the operation takes one."""
    content = operation.get("requestBody", {}).get("content", {})
    return next(((media_type, part["schema"]) for media_type, part in content.items()), None)
