"""The OpenAPI document: what every operation shares is written here once, so that no route repeats it."""

from contextlib import suppress

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from loan_contracts.message import JsonObject
from loan_servicekit.http.context import KEY_LONGEST
from loan_servicekit.http.openapi.examples import NoExample, answer_example, request_example
from loan_servicekit.http.problems import problems
from loan_servicekit.wire.problem import PROBLEM_JSON

BOUNDS = {"gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum"}
IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "New for each intent, the same for each repetition of it: the answer is stored with the effect",
    "schema": {"type": "string", "minLength": 1, "maxLength": KEY_LONGEST, "pattern": "^[!-~]+$"},
    "example": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The ETag (sequence) that the caller has seen, or several; 412 where the record has changed since",
    "schema": {"type": "string", "pattern": '^(\\*|"[0-9]{1,18}"(, "[0-9]{1,18}")*)$'},
    "example": '"3"',
}


def describe(app: FastAPI) -> None:
    """Completes the document that FastAPI makes: the token, keys and versions, summaries, problems as problem+json."""
    make = app.openapi

    def openapi() -> JsonObject:
        document = make()
        if "security" not in document:  # made just now; FastAPI keeps it
            document["security"] = [{"bearer": []}]
            document.setdefault("components", {})["securitySchemes"] = {
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            }
            _bound(document)
            guards = _guards(app)
            for path, item in document["paths"].items():
                for method, operation in item.items():
                    operation.setdefault("tags", [path.split("/")[2]])  # /v1/<what it is about>/...
                    permission, keyed = guards[operation["operationId"]]
                    _name_permission(operation, permission)
                    _complete(operation, method == "post" and keyed)
                    _show_examples(operation, document)
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def _bound(node: object) -> None:
    """Writes bounds of checked decimals as JSON Schema does; pydantic names them in its own words there."""
    if isinstance(node, list):
        for part in node:
            _bound(part)
    elif isinstance(node, dict):
        if isinstance(node.get("anyOf"), list):
            bounds = {BOUNDS[word]: float(node.pop(word)) for word in BOUNDS if word in node}
            for word in ("max_digits", "decimal_places"):
                node.pop(word, None)
            for part in node["anyOf"]:
                if part.get("type") == "number":
                    part |= bounds
        for part in node.values():
            _bound(part)


def _guards(app: FastAPI) -> dict[str, tuple[str, bool]]:
    """What each operation asks for: its permission, and whether a POST needs an Idempotency-Key."""
    return {
        str(route.operation_id): (inner.call.permission, inner.call.keyed)
        for route in iter_route_contexts(app.routes)
        if (dependant := getattr(route, "dependant", None)) is not None
        for inner in dependant.dependencies
        if hasattr(inner.call, "permission")
    }


def _name_permission(operation: JsonObject, permission: str) -> None:
    operation["x-permission"] = permission
    operation["description"] = f"{operation.get('description', '').rstrip()}\n\nPermission: `{permission}`."


def _show_examples(operation: JsonObject, document: JsonObject) -> None:
    """Puts together an example of the body and of each good answer, where the document does not bring one."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body is not None and "example" not in body and "examples" not in body:
        with suppress(NoExample):
            body["example"] = request_example(body["schema"], document)
    for status, answer in operation["responses"].items():
        content = answer.get("content", {}).get("application/json")
        if status < "4" and content is not None and content.get("schema") and "example" not in content:
            with suppress(NoExample):
                content["example"] = answer_example(content["schema"], document)


def _complete(operation: JsonObject, keyed: bool) -> None:
    operation["summary"] = operation["operationId"].replace("_", " ").capitalize()
    responses = operation["responses"]
    parameters = [IDEMPOTENCY_KEY] * keyed + [IF_MATCH] * ("412" in responses)
    if parameters:
        operation["parameters"] = [*operation.get("parameters", []), *parameters]
    if "requestBody" in operation:
        for status in (413, 415):
            responses.setdefault(str(status), _plain(problems(status)[status]))
    for answer in responses.values():
        content = answer.get("content", {})
        if PROBLEM_JSON in content:
            content.pop("application/json", None)


def _plain(answer: JsonObject) -> JsonObject:
    return {name: value for name, value in answer.items() if name != "model"}
