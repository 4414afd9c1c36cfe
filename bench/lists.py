"""How long pages of lists take: every list operation that a document names, with each value of each filter."""

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from loan_contracts.messages import SERVICES
from loan_replay.api import Api, Refused
from loan_replay.figures import percentile
from loan_replay.target import Target

READERS = ("auditor", "operations", "approver", "risk", "finance", "manager", "system-admin", "designer")
TIMES = 20
ABSENT_ID = "00000000-0000-4000-8000-000000000000"
PAGING = frozenset({"limit", "cursor"})


async def pages(target: Target) -> dict[str, float]:
    """The 99th percentile of a page in milliseconds, by question; each is asked as the first person who may."""
    found = {}
    async with target.as_user("operations") as anybody:
        documents = {service: await anybody.get(service, "/openapi.json") for service in SERVICES}
    for reader in READERS:
        async with target.as_user(reader) as api:
            for service, document in documents.items():
                for path, query in questions(document):
                    name = f"{service} {path} {' '.join(f'{k}={v}' for k, v in query.items())}".strip()
                    if name not in found and (took := await _p99(api, service, path, query)) is not None:
                        found[name] = took
    return found


def questions(document: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each list that is about no one record: as it is, and with each value of each of its filters."""
    for path, item in document["paths"].items():
        answer = item.get("get", {}).get("responses", {}).get("200", {}).get("content", {}).get("application/json", {})
        if "{" not in path and "next_cursor" in _resolved(document, answer.get("schema", {})).get("properties", {}):
            yield path, {}
            for parameter in item["get"].get("parameters", []):
                if parameter["in"] == "query" and parameter["name"] not in PAGING:
                    for value in _values(document, parameter["schema"]):
                        yield path, {parameter["name"]: value}


def _values(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Sequence[str]:
    """All names of a list; else a value that nothing has, which is where a list without an index reads everything."""
    options = [_resolved(document, option) for option in schema.get("anyOf", [schema])]
    plain = next(_resolved(document, o.get("items", o)) for o in map(dict, options) if o.get("type") != "null")
    if "enum" in plain:
        return [str(name) for name in plain["enum"]]
    if plain.get("type") == "boolean":
        return ["true", "false"]
    return [ABSENT_ID] if plain.get("format") == "uuid" else []


def _resolved(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


async def _p99(api: Api, service: str, path: str, query: dict[str, str]) -> float | None:
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        try:
            await api.get(service, path, **query)
        except Refused as refused:
            if refused.status == 403:
                return None
            raise
        took.append((time.perf_counter() - began) * 1000)
    return round(percentile(took, 0.99), 1)
