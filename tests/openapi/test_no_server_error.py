"""Every operation of every OpenAPI document keeps its word, whatever is sent: examples, limits, generated and hostile data.

Each service runs on a fresh PostgreSQL database behind real HTTP. Schemathesis makes requests from the document: the
examples in it, the values at and beyond every limit, wrong types, wrong methods, missing headers, generated strings.
What it seldom makes is in hostile.py.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import schemathesis
from examples import operations
from hostile import unmet
from open_door import Door, open_door
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, from_schema
from schemathesis.engine.events import FatalError, NonFatalError, ScenarioFinished
from schemathesis.engine.recorder import ScenarioRecorder
from seeds import SEEDS
from services_built import built, has_model, migrations

from loan_contracts.messages import SERVICES
from loan_servicekit.http.context import KEY_LONGEST, KEY_PATTERN
from loan_servicekit.testing import Databases, provisioned

SEED = 20261123
EXAMPLES = 15
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    "missing_required_header", "unsupported_method", "allow_header_conformance", "ignored_auth",
)  # fmt: skip
REFUSALS = ["400", "401", "403", "404", "405", "409", "412", "413", "415", "422"]
# Their last step is also read as an id by the operation on one record: a GET is refused there for its id (422).
LOOK_UPS = ("list_masked_customers", "identify_customers", "list_application_statuses", "find_customer")


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """Makes a good Idempotency-Key a new one, as each request is an intent of its own; a bad or missing one stays."""
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and KEY_PATTERN.fullmatch(key):
        case.headers["Idempotency-Key"] = f"{uuid4()}{key}"[:KEY_LONGEST]


def configured(door: Door) -> SchemathesisConfig:
    """Which requests are made and what is looked at; the same requests in every run."""
    checks: dict[str, Any] = {name: {"enabled": True} for name in CHECKS}
    no_methods = {"unsupported_method": {"enabled": False}, "allow_header_conformance": {"enabled": False}}
    return SchemathesisConfig.from_dict({
        "seed": SEED,
        "base-url": door.url,
        "auth": {"openapi": {"bearer": {"bearer": door.token}}},
        "continue-on-failure": True,
        "request-timeout": 30,
        "cache": {"enabled": False},
        "generation": {"max-examples": EXAMPLES, "deterministic": True, "no-shrink": True, "database": "none"},
        "checks": {
            "enabled": False, "negative_data_rejection": {"enabled": True, "expected-statuses": REFUSALS}, **checks
        },
        "operations": [{"include-operation-id": name, "checks": no_methods} for name in LOOK_UPS],
        "phases": {"examples": {"extra-data-sources": {"responses": False}}, "stateful": {"enabled": False}},
    })  # fmt: skip


def with_known(door: Door) -> dict[str, Any]:
    """The document with examples of records that exist in this service, in whatever version they are."""
    document = deepcopy(door.document)
    known = door.known | {"If-Match": ["*"]}
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            name = parameter["name"]
            values = known.get(f"{operation['operationId']}/{name}") or known.get(name)
            if values and parameter["in"] in ("path", "header"):
                parameter.pop("example", None)
                parameter["examples"] = {f"known-{n}": {"value": value} for n, value in enumerate(values)}
        for part in operation.get("requestBody", {}).get("content", {}).values():
            body = part.get("schema", {}).get("$ref", "").rpartition("/")[2]
            for field in part.get("example", {}):
                if values := known.get(f"{body}/{field}"):
                    part["example"][field] = values[0]
            for encoding in part.get("encoding", {}).values():
                encoding["contentType"] = "image/png"  # what schemathesis makes where a file is asked for
    for name, schema in document["components"]["schemas"].items():
        for field in schema.get("properties", {}) if name.endswith("Body") else ():
            if values := door.known.get(f"{name}/{field}") or door.known.get(field):
                schema["properties"][field]["examples"] = values
    return document


def examined(door: Door) -> tuple[dict[str, str], dict[str, Counter[int]]]:
    """One example of each finding, and how often each operation has answered what."""
    findings: dict[str, str] = {}
    answers: dict[str, Counter[int]] = defaultdict(Counter)
    schema = schemathesis.openapi.from_dict(with_known(door), config=configured(door))
    for event in from_schema(schema).execute():
        if isinstance(event, FatalError):
            raise event.exception
        if isinstance(event, NonFatalError):
            findings.setdefault(f"{event.label}: {type(event.value).__name__}", str(event.value))
        elif isinstance(event, ScenarioFinished):
            findings = dict(_failures(event.recorder)) | findings
            for case_id, interaction in event.recorder.interactions.items():
                if interaction.response is not None:
                    operation = event.recorder.cases[case_id].value.operation.definition.raw["operationId"]
                    answers[operation][interaction.response.status_code] += 1
    return findings, answers


def _failures(recorder: ScenarioRecorder) -> Iterator[tuple[str, str]]:
    for checks in recorder.checks.values():
        for check in checks:
            if check.status == Status.FAILURE and check.failure_info is not None:
                failure = check.failure_info.failure
                yield f"{failure.operation}: {failure.title}", f"{failure.message}\n{check.failure_info.code_sample}"


@pytest.mark.timeout(600)  # on an idle machine it takes seconds; beside other work it must not fail for that
@pytest.mark.parametrize("service", SERVICES)
async def test_no_request_breaks_a_service_or_its_document(service: str, databases: Databases, tmp_path: Path) -> None:
    lacking = without_model(service)  # looked at before: other tests may train a model meanwhile
    async with provisioned(databases, migrations(service)) as url:
        with open_door(lambda: built(service, url, tmp_path), SEEDS[service]) as door:
            found, answers = await asyncio.to_thread(examined, door)
            found |= await asyncio.to_thread(unmet, door)
    report = "\n\n".join(f"{name}\n{example}" for name, example in sorted(found.items()))
    assert not found, f"{len(found)} findings:\n{report}"
    named = {operation["operationId"] for _, _, operation in operations(door.document)}
    assert set(answers) == named, "every operation was tried"
    refused = {name for name, statuses in answers.items() if not any(200 <= status < 300 for status in statuses)}
    assert refused == lacking, "nothing but refusals was seen of these operations"


def without_model(service: str) -> set[str]:
    """Operations that have nothing to show in a checkout where no model was trained yet."""
    assessed = {"get_assessment", "get_assessment_of", "get_model"}
    governed = {"propose_policy", "propose_older_policy", "approve_policy", "reject_policy", "withdraw_policy",
                "get_policy_proposal", "check_policy"}  # fmt: skip
    return assessed | governed if service == "risk-svc" and not has_model() else set()
