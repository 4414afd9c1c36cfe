"""What an OpenAPI document says of its operations and their bodies."""

from typing import Any


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Method, path and description of every operation."""
    return [(method, path, operation) for path, item in document["paths"].items() for method, operation in item.items()]


def body_of(operation: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Media type and schema of a request body, if the operation takes one."""
    content = operation.get("requestBody", {}).get("content", {})
    return next(((media_type, part["schema"]) for media_type, part in content.items()), None)
