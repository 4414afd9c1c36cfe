"""The OpenAPI document: what every operation shares is written here once, so that no route repeats it."""

from typing import Any

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from loan_servicekit.http.edge import KEY_LONGEST
from loan_servicekit.http.problems import PROBLEM_JSON, problems

IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key", "in": "header", "required": True,
    "description": "New for each intent, the same for each repetition of it: the answer is stored with the effect",
    "schema": {"type": "string", "minLength": 1, "maxLength": KEY_LONGEST, "pattern": "^[!-~]+$"},
    "example": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
}  # fmt: skip
IF_MATCH = {
    "name": "If-Match", "in": "header", "required": False,
    "description": "The ETag (sequence) that the caller has seen; 412 where the record has changed since",
    "schema": {"type": "string", "pattern": '^("[0-9]{1,18}"|\\*)$'},
    "example": '"3"',
}  # fmt: skip


def describe(app: FastAPI) -> None:
    """Completes the document that FastAPI makes: the token, keys and versions, summaries, problems as problem+json."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        document = make()
        if "security" not in document:  # made just now; FastAPI keeps it
            document["security"] = [{"bearer": []}]
            document.setdefault("components", {})["securitySchemes"] = {
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            }
            keyed = _keyed(app)
            for item in document["paths"].values():
                for method, operation in item.items():
                    _complete(operation, method == "post" and operation["operationId"] in keyed)
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def _keyed(app: FastAPI) -> set[str]:
    """Operations whose edge asks for an Idempotency-Key."""
    return {
        str(route.operation_id)
        for route in iter_route_contexts(app.routes)
        if (dependant := getattr(route, "dependant", None)) is not None
        and any(getattr(inner.call, "keyed", False) for inner in dependant.dependencies)
    }


def _complete(operation: dict[str, Any], keyed: bool) -> None:
    operation["summary"] = operation["operationId"].replace("_", " ").capitalize()
    responses = operation["responses"]
    parameters = [IDEMPOTENCY_KEY] * keyed + [IF_MATCH] * ("412" in responses)
    if parameters:
        operation["parameters"] = [*operation.get("parameters", []), *parameters]
    if "requestBody" in operation:
        responses.setdefault("413", _plain(problems(413)[413]))
    for answer in responses.values():
        content = answer.get("content", {})
        if PROBLEM_JSON in content:
            content.pop("application/json", None)


def _plain(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "model"}
