"""The shape of a problem (RFC 9457)."""

from collections.abc import Mapping, Sequence

import orjson
from starlette.responses import Response

TITLES = {
    429: "Too many",
    400: "Malformed request",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    408: "Too slow",
    409: "Not possible in this state",
    412: "Changed meanwhile",
    413: "Too large",
    414: "Address too long",
    415: "Type not allowed",
    431: "Headers too large",
    504: "Not answered in time",
    422: "Input breaks a rule",
    500: "Internal error",
    502: "Not answered",
    503: "Temporarily unavailable",
}
RETRY_AFTER_S = "1"
PROBLEM_JSON = "application/problem+json"


def problem_answer(
    status: int,
    code: str,
    detail: str,
    errors: Sequence[Mapping[str, str]] = (),
    correlation_id: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer of a problem; what may pass says when to come again."""
    body: dict[str, object] = {
        "type": f"urn:xinliu:problem:{code}",
        "title": TITLES.get(status, "Error"),
        "status": status,
        "code": code,
        "detail": detail,
        "correlation_id": correlation_id,
        "errors": list(errors),
    }
    told = dict(headers or {})
    if status in (502, 503, 504):
        told["Retry-After"] = RETRY_AFTER_S
    return Response(orjson.dumps(body), status, told, PROBLEM_JSON)
