"""RFC 9457 problems: one table from the kind of a refusal to its status, one shape for every error."""

import logging
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from loan_servicekit.core import Conflict, DomainError, FieldError, Forbidden, Invalid, NotFound, Unavailable
from loan_servicekit.wire.problem import PROBLEM_JSON, RETRY_AFTER_S, TITLES, problem_answer

log = logging.getLogger(__name__)

STATUS: dict[type[DomainError], int] = {NotFound: 404, Conflict: 409, Forbidden: 403, Invalid: 422, Unavailable: 503}


class Answered(NamedTuple):
    """How a refusal of one code is answered, where its kind does not say it: a service's router names its own."""

    status: int
    headers: Mapping[str, str] = {}


Answers: TypeAlias = Mapping[str, Answered]
SEND_JSON = Answered(415, {"Accept": "application/json"})  # how to send it instead (RFC 9110 §15.5.16)
ANSWERS: Answers = {
    **dict.fromkeys(("json-malformed", "json-not-utf-8", "json-name-twice", "json-number"), Answered(400)),
    **dict.fromkeys(("json-too-deep", "json-too-many-values", "entity-tag-invalid"), Answered(400)),
    **dict.fromkeys(("token-missing", "token-invalid", "token-expired"), Answered(401)),
    "precondition-failed": Answered(412),
    "request-too-large": Answered(413),
    "content-type-unsupported": SEND_JSON,
    "charset-unsupported": SEND_JSON,
    "content-encoding-unsupported": Answered(415, {"Accept-Encoding": "identity"}),
    "overloaded": Answered(503),
    "record-busy": Answered(409, {"Retry-After": RETRY_AFTER_S}),
}
CHALLENGES = {  # RFC 6750 §3: no error where no token came
    "token-missing": "",
    "token-expired": ', error="invalid_token", error_description="the token has expired"',
    "token-invalid": ', error="invalid_token", error_description="the token is not valid here"',
    "permission-missing": ', error="insufficient_scope"',
}


class ProblemField(BaseModel):
    """One wrong field."""

    pointer: str = Field(description="JSON pointer into the request", examples=["/amount_minor"])
    code: str = Field(examples=["greater_than_equal"])
    detail: str = Field(examples=["Input should be greater than or equal to 500000"])


class Problem(BaseModel):
    """The body of every error."""

    type: str = Field(examples=["urn:xinliu:problem:parameter-change-not-found"])
    title: str
    status: int
    code: str = Field(description="Stable; words for people are chosen by it", examples=["parameter-change-not-found"])
    detail: str = ""
    correlation_id: str | None = None
    errors: list[ProblemField] = []


def problem_response(
    status: int,
    code: str,
    detail: str,
    errors: tuple[FieldError, ...] = (),
    correlation_id: str | None = None,
    more_headers: Mapping[str, str] = {},
) -> Response:
    """The answer of a problem."""
    headers = dict(more_headers)
    if "WWW-Authenticate" not in headers and (status == 401 or code in CHALLENGES):
        headers["WWW-Authenticate"] = f'Bearer realm="xinliu"{CHALLENGES.get(code, "")}'
    fields = [{"pointer": e.pointer, "code": e.code, "detail": e.detail} for e in errors]
    return problem_answer(status, code, detail, fields, correlation_id, headers)


def answered(error: DomainError, answers: Answers) -> Answered:
    """The status of a refusal, and what its answer bears beside."""
    if (found := answers.get(error.code)) is not None:
        return found
    return Answered(next((status for kind, status in STATUS.items() if isinstance(error, kind)), 409))


def _correlation_id(request: Request) -> str | None:
    return request.scope.get("trace_id")


async def refused(request: Request, error: Exception) -> Response:
    """Answers a DomainError."""
    assert isinstance(error, DomainError)
    if isinstance(error, Forbidden):
        log.info(
            "request.refused",
            extra={
                "code": error.code,
                "route": request.scope["route"].path,
                "correlation_id": _correlation_id(request),
            },
        )
    status, headers = answered(error, request.app.state.answers)
    return problem_response(status, error.code, error.detail, error.errors, _correlation_id(request), headers)


async def invalid(request: Request, error: Exception) -> Response:
    """Answers input that FastAPI could not read or that breaks the declared types; never echoes the input."""
    assert isinstance(error, RequestValidationError)
    fields = []
    for e in error.errors():
        place = [str(part).replace("~", "~0").replace("/", "~1") for part in e["loc"] if part != "body"]
        fields.append(FieldError("/" + "/".join(place), e["type"], e["msg"]))
    detail = "; ".join(f"{f.pointer}: {f.detail}" for f in fields[:5])
    return problem_response(422, "request-invalid", detail, tuple(fields), _correlation_id(request))


async def http_error(request: Request, error: Exception) -> Response:
    """Answers what Starlette refuses: unknown routes, wrong methods, unreadable forms."""
    assert isinstance(error, HTTPException)
    code = {400: "request-malformed", 404: "route-not-found", 405: "method-not-allowed", 413: "request-too-large"}.get(
        error.status_code, f"http-{error.status_code}"
    )
    answer = problem_response(error.status_code, code, str(error.detail), (), _correlation_id(request))
    answer.headers.update(error.headers or {})
    if error.status_code == 405:
        answer.headers["Allow"] = ", ".join(_allowed(request))
    return answer


def _allowed(request: Request) -> list[str]:
    """The methods of a path; Starlette names those of its first route alone, and a path has one route a method."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    routes = [route for route in iter_route_contexts(request.app.routes) if route.path_regex.match(path)]
    return sorted({method for route in routes for method in route.methods or ()})


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses=` of a route: every endpoint can refuse a token and its input; name the further statuses."""
    return {
        status: {
            "model": Problem,
            "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            "description": TITLES[status],
        }
        for status in sorted({400, 401, 403, 422, 503, *statuses})
    }
