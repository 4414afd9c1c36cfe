"""What a front end may rely on in every OpenAPI document; no service has to run for it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from examples import body_of, operations
from jsonschema import Draft202012Validator
from services_built import built

from loan_contracts.access import ROLES
from loan_contracts.messages import SERVICES
from loan_servicekit.http.openapi.examples import resolved

PROBLEM = {"$ref": "#/components/schemas/Problem"}
EVERY_REFUSAL = {"400", "401", "403", "422", "503"}
ANYTHING = "0.000001"
pytestmark = pytest.mark.parametrize("service", SERVICES)


@cache
def document(service: str) -> dict[str, Any]:
    """A service's document, as its running application gives it."""
    return built(service).openapi()


def schemas(node: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema of a field, with its place in the document."""
    if isinstance(node, dict):
        for name, field in node.get("properties", {}).items() if isinstance(node.get("properties"), dict) else ():
            yield f"{place}/{name}", field
        for name, child in node.items():
            if name not in ("examples", "example"):
                yield from schemas(child, f"{place}/{name}")
    elif isinstance(node, list):
        for number, child in enumerate(node):
            yield from schemas(child, f"{place}/{number}")


def kinds(schema: dict[str, Any], within: dict[str, Any]) -> set[str]:
    """The JSON types that a schema allows, null aside."""
    schema = resolved(schema, within)
    if "anyOf" in schema:
        return set().union(*(kinds(each, within) for each in schema["anyOf"])) - {"null"}
    return {schema.get("type", "anything")}


def test_a_document_is_openapi_3_1_and_names_its_service(service: str) -> None:
    found = document(service)
    assert found["openapi"].startswith("3.1")
    assert found["info"]["title"] and found["paths"]


def test_operations_have_a_name_of_their_own_and_say_what_they_do(service: str) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(document(service))]
    assert len(ids) == len(set(ids))
    for method, path, operation in operations(document(service)):
        place = f"{method} {path}"
        assert re.fullmatch(r"[a-z]+(_[a-z]+)+", operation["operationId"]), place
        assert operation["summary"] and operation["summary"][0].isupper(), place
        assert len(operation.get("description", "")) >= 8, f"{place} says nothing about itself"


def test_every_operation_asks_for_a_bearer_token(service: str) -> None:
    found = document(service)
    assert found["security"] == [{"bearer": []}]
    assert found["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    assert all("security" not in operation for _, _, operation in operations(found)), "an operation makes itself free"


def test_refusals_are_problems_and_nothing_else(service: str) -> None:
    for method, path, operation in operations(document(service)):
        refusals = {status: answer for status, answer in operation["responses"].items() if status >= "4"}
        assert set(refusals) >= EVERY_REFUSAL, f"{method} {path}"
        for status, answer in refusals.items():
            assert answer["content"] == {"application/problem+json": {"schema": PROBLEM}}, f"{method} {path} {status}"


def test_an_operation_on_one_record_says_that_it_may_not_be_there(service: str) -> None:
    for method, path, operation in operations(document(service)):
        if path.endswith("_id}") and method == "get":
            assert "404" in operation["responses"], f"{method} {path}"


def test_money_is_a_whole_number_of_minor_units(service: str) -> None:
    found = document(service)
    fields = list(schemas(found))
    for place, field in fields:
        if place.endswith("_minor"):
            assert kinds(field, found) == {"integer"}, place
    unnamed = [place for place, _ in fields if re.search(r"/(amount|principal|balance|fee|price)$", place)]
    assert [place for place in unnamed if "/parameters/" not in place] == [], "money carries its unit in its name"


def test_a_list_is_a_page_with_a_cursor(service: str) -> None:
    """`{items, next_cursor}` for what is listed by GET; a POST that looks up ids gives `{items}` of just those."""
    found = document(service)
    for method, path, operation in operations(found):
        if not operation["operationId"].startswith("list_"):
            continue
        [answer] = [a for status, a in operation["responses"].items() if status.startswith("2")]
        fields = resolved(answer["content"]["application/json"]["schema"], found)["properties"]
        assert kinds(fields["items"], found) == {"array"}, f"{method} {path}"
        asked = {parameter["name"] for parameter in operation.get("parameters", [])}
        if method == "get" and "cursor" in asked:
            assert {"limit", "cursor"} <= asked and "next_cursor" in fields, f"{method} {path}"


def test_every_body_and_every_good_answer_has_an_example_that_its_schema_allows(service: str) -> None:
    found = document(service)
    for method, path, operation in operations(found):
        contents = {"body": operation.get("requestBody", {}).get("content", {})}
        contents |= {s: a.get("content", {}) for s, a in operation["responses"].items() if s < "4"}
        for place, content in contents.items():
            if "application/json" not in content or not content["application/json"].get("schema"):
                continue
            shown = content["application/json"]
            assert "example" in shown, f"{method} {path} {place} shows no example"
            schema = shown["schema"] | {"components": found["components"]}
            wrong = [error.message for error in Draft202012Validator(schema).iter_errors(shown["example"])]
            assert wrong == [], f"{method} {path} {place}: the example breaks its own schema"


def test_every_operation_names_its_permission_and_has_a_tag(service: str) -> None:
    every = frozenset().union(*ROLES.values())
    for method, path, operation in operations(document(service)):
        assert operation["x-permission"] in every, f"{method} {path}: nobody holds {operation['x-permission']}"
        assert f"`{operation['x-permission']}`" in operation["description"], f"{method} {path}"
        assert operation.get("tags"), f"{method} {path}"


def test_a_body_refuses_fields_that_nobody_reads(service: str) -> None:
    found = document(service)
    for method, path, operation in operations(found):
        body = body_of(operation)
        if body is not None and body[0] == "application/json":
            assert resolved(body[1], found)["additionalProperties"] is False, f"{method} {path}"


def test_commands_take_a_key_and_reads_take_none(service: str) -> None:
    """Which operations that are, only a request can tell: test_no_server_error.py sends them without one."""
    for method, path, operation in operations(document(service)):
        headers = {p["name"]: p for p in operation.get("parameters", []) if p["in"] == "header"}
        if method == "get":
            assert headers == {}, f"{method} {path}"
        assert ("If-Match" in headers) == ("412" in operation["responses"]), f"{method} {path}"
        assert all(header["required"] for name, header in headers.items() if name == "Idempotency-Key")
