"""What every operation of every service takes: no text without a shape, no number without bounds, no value guessed."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from examples import body_of, operations
from fastapi.routing import APIRoute, iter_route_contexts
from services_built import built

from loan_contracts.messages import SERVICES
from loan_servicekit.core.strict import Strict
from loan_servicekit.http.openapi.examples import request_example, resolved

SHAPES = ("enum", "const", "pattern", "format")
pytestmark = pytest.mark.parametrize("service", SERVICES)


@cache
def document(service: str) -> dict[str, Any]:
    """A service's document."""
    return built(service).openapi()


def leaves(schema: dict[str, Any], within: dict[str, Any], place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The scalars that a schema lets in, each with its place."""
    schema = resolved(schema, within)
    for number, part in enumerate([*schema.get("anyOf", ()), *schema.get("allOf", ())]):
        yield from leaves(part, within, f"{place}|{number}")
    for name, field in schema.get("properties", {}).items():
        yield from leaves(field, within, f"{place}/{name}")
    for name, field in schema.get("patternProperties", {}).items():
        yield from leaves(field, within, f"{place}/{name}")
    for name in ("items", "additionalProperties"):
        if isinstance(schema.get(name), dict):
            yield from leaves(schema[name], within, f"{place}/{name}")
    if schema.get("type") in ("string", "integer", "number"):
        yield place, schema


def taken(service: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every scalar of every body and parameter."""
    found = document(service)
    for method, path, operation in operations(found):
        place = f"{method} {path}"
        body = body_of(operation)
        if body is not None and body[0] == "application/json":
            yield from leaves(body[1], found, place)
        for parameter in operation.get("parameters", []):
            yield from leaves(parameter["schema"], found, f"{place} {parameter['in']} {parameter['name']}")


def test_no_text_is_taken_as_it_comes(service: str) -> None:
    plain = [p for p, field in taken(service) if field["type"] == "string" and not any(s in field for s in SHAPES)]
    assert plain == [], "give it `text(least, most)`, a pattern or an enumeration"


def test_every_number_has_bounds(service: str) -> None:
    lower, upper = ("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")
    open_ended = [
        place
        for place, field in taken(service)
        if field["type"] in ("integer", "number")
        and " path " not in place
        and "enum" not in field
        and not (any(b in field for b in lower) and any(b in field for b in upper))
    ]
    assert open_ended == []


def test_every_body_is_strict_and_refuses_what_is_only_like_a_value(service: str) -> None:
    """Each scalar of the example in turn as another type of JSON that programs like to convert."""
    app = built(service)
    bodies = [
        route.original_route.body_field.field_info.annotation if hasattr(route, "original_route") else None
        for route in iter_route_contexts(app.routes)
        if isinstance(getattr(route, "original_route", None), APIRoute) and route.original_route.body_field
    ]
    found = document(service)
    by_name = {body.__name__: body for body in bodies if body is not None}
    tried = set()
    for method, path, operation in operations(found):
        body = body_of(operation)
        if body is None or body[0] != "application/json":
            continue
        model = by_name[body[1]["$ref"].rpartition("/")[2]]
        assert issubclass(model, Strict), f"{method} {path}"
        tried.add(model.__name__)
        example = request_example(body[1], found)
        model.model_validate(example)
        for changed, place in variants(example):
            with pytest.raises(ValueError):
                model.model_validate(changed)
                pytest.fail(f"{method} {path} takes {json.dumps(changed, ensure_ascii=False)} ({place})")
    undocumented = set(by_name) - tried
    assert all(issubclass(by_name[name], Strict) for name in undocumented)
    assert undocumented <= {
        "CancellationBody",
        "SubmissionBody",
        "PreCheckBody",
        "PaperBody",
        "SupplementBody",
    }  # partners sign, and have no bearer


def variants(value: Any, place: str = "") -> Iterator[tuple[Any, str]]:
    """The value with one whole number or truth value in it written as something like it."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in ("form", "notes"):  # a form's own schema says what is in it
                yield from ((value | {name: each}, where) for each, where in variants(part, f"{place}/{name}"))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            for each, where in variants(part, f"{place}/{number}"):
                yield [*value[:number], each, *value[number + 1 :]], where
    elif isinstance(value, bool):
        yield from ((each, place) for each in (int(value), str(value).lower()))
    elif isinstance(value, int):
        yield from ((each, place) for each in (str(value), float(value), True, f"{value:_}_0"))
