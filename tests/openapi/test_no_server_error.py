"""Every operation of every OpenAPI document keeps its word, whatever is sent: examples, limits, and generated data.

Each service runs on a fresh PostgreSQL database behind real HTTP. Schemathesis makes the requests from the document:
the examples in it, the values at and beyond every limit, wrong types, wrong methods, missing headers, generated strings.
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
from open_door import Door, open_door
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, from_schema
from schemathesis.engine.events import EngineEvent, FatalError, NonFatalError, ScenarioFinished
from seeds import SEEDS
from services_built import built, migrations

from loan_contracts.messages import SERVICES
from loan_servicekit.http.document import IDEMPOTENCY_KEY
from loan_servicekit.testing import Databases, provisioned

KEY_EXAMPLE = IDEMPOTENCY_KEY["example"]
SEED = 20261123
EXAMPLES = 20
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    "response_headers_conformance", "negative_data_rejection", "missing_required_header", "unsupported_method",
    "allow_header_conformance", "ignored_auth",
)  # fmt: skip


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """A key that stands for one intent only: where a generated one is good, a new one; a bad or missing one is kept."""
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and key == KEY_EXAMPLE:
        case.headers["Idempotency-Key"] = str(uuid4())


def configured(door: Door) -> SchemathesisConfig:
    """Which requests are made and what is looked at; the same requests in every run."""
    generation = {"max-examples": EXAMPLES, "deterministic": True, "no-shrink": True, "database": "none"}
    return SchemathesisConfig.from_dict({
        "seed": SEED,
        "base-url": door.url,
        "auth": {"openapi": {"bearer": {"bearer": door.token}}},
        "continue-on-failure": True,
        "request-timeout": 20,
        "cache": {"enabled": False},
        "generation": generation,
        "checks": {"enabled": False} | {name: {"enabled": True} for name in CHECKS},
        "phases": {"stateful": {"enabled": False}},
    })  # fmt: skip


def with_known(document: dict[str, Any], known: dict[str, list[Any]]) -> dict[str, Any]:
    """The document with examples of path parameters that exist in this service."""
    document = deepcopy(document)
    for item in document["paths"].values():
        for operation in item.values():
            for parameter in operation.get("parameters", []):
                values = known.get(parameter["name"], []) if parameter["in"] == "path" else []
                if values:
                    parameter["examples"] = {f"known-{n}": {"value": value} for n, value in enumerate(values)}
    return document


def events(door: Door) -> Iterator[EngineEvent]:
    """What happens when everything in the document is tried."""
    config = configured(door)
    schema = schemathesis.openapi.from_dict(with_known(door.document, door.known), config=config)
    yield from from_schema(schema).execute()


def examined(door: Door) -> tuple[dict[str, str], dict[str, Counter[int]]]:
    """One example of each finding, and how often each operation has answered what."""
    findings: dict[str, str] = {}
    answers: dict[str, Counter[int]] = defaultdict(Counter)
    import time

    t0 = time.time()
    for event in events(door):
        print(
            round(time.time() - t0, 1),
            type(event).__name__,
            getattr(event, "label", ""),
            getattr(event, "phase", ""),
            len(event.recorder.cases) if hasattr(event, "recorder") else "",
        )
        if isinstance(event, NonFatalError):
            findings.setdefault(f"{event.label}: {type(event.value).__name__}", str(event.value))
        elif isinstance(event, FatalError):
            raise event.exception
        elif isinstance(event, ScenarioFinished):
            for case_id, interaction in event.recorder.interactions.items():
                if interaction.response is not None:
                    answers[event.recorder.cases[case_id].value.operation.label][interaction.response.status_code] += 1
            for checks in event.recorder.checks.values():
                for check in checks:
                    if check.status == Status.FAILURE and check.failure_info is not None:
                        failure = check.failure_info.failure
                        findings.setdefault(f"{failure.operation}: {failure.title}",
                                            f"{failure.message}\n{check.failure_info.code_sample}")  # fmt: skip
    return findings, answers


@pytest.mark.parametrize("service", SERVICES)
async def test_no_request_breaks_a_service_or_its_document(service: str, databases: Databases, tmp_path: Path) -> None:
    async with provisioned(databases, migrations(service)) as url:
        with open_door(lambda: built(service, url, tmp_path), SEEDS[service]) as door:
            findings, answers = await asyncio.to_thread(examined, door)
    report = "\n\n".join(f"{name}\n{example}" for name, example in sorted(findings.items()))
    assert not findings, f"{len(findings)} findings:\n{report}"
