"""What the list operations of a service read: found in its document, asked with every filter, seen by EXPLAIN."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from examples import operations
from open_door import Known
from sqlalchemy import event

from loan_contracts.access import ROLES, WIDE
from loan_servicekit.testing import Harness

PAGING = frozenset({"limit", "cursor"})
NOBODY = str(UUID(int=2**127))
ABSENT = ("NOTHING-OF-THIS", "nothing-of-this", "0000")
BRANCHES = (None, "310000-01", "000000-99")  # the last has nothing
SCANS = ("Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan", "Bitmap Index Scan", "Tid Scan")

Statement = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list operation and the parameters it documents, each with values to try."""

    name: str
    path: str
    filters: Mapping[str, Sequence[str]]
    places: Mapping[str, str]

    @property
    def address(self) -> str:
        """Its path, about one record."""
        return self.path.format(**self.places)

    def questions(self) -> Iterator[dict[str, str]]:
        """Without a filter, and with each value of each."""
        yield {}
        for name, values in self.filters.items():
            yield from ({name: value} for value in values)


def listings(document: dict[str, Any], known: Known) -> list[Listing]:
    """Every GET whose answer is a page, in the order of the document."""
    found = []
    for method, path, operation in operations(document):
        if method == "get" and _is_page(document, operation):
            parameters = operation.get("parameters", [])
            filters = {
                p["name"]: _values(document, p, known)
                for p in parameters
                if p["in"] == "query" and p["name"] not in PAGING
            }
            places = {p["name"]: str(_known(p["name"], operation, known)) for p in parameters if p["in"] == "path"}
            found.append(Listing(operation["operationId"], path, filters, places))
    return found


def _is_page(document: dict[str, Any], operation: dict[str, Any]) -> bool:
    answer = operation["responses"].get("200", {}).get("content", {}).get("application/json", {}).get("schema", {})
    return "next_cursor" in _resolved(document, answer).get("properties", {})


def _resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def _known(name: str, operation: dict[str, Any], known: Known) -> Any:
    values = known.get(f"{operation['operationId']}/{name}") or known.get(name) or [NOBODY]
    return values[0]


def _values(document: dict[str, Any], parameter: dict[str, Any], known: Known) -> list[str]:
    """Values of a filter: all of a list of names; else one that there is and one that there is not."""
    schema = _resolved(document, parameter["schema"])
    options = [_resolved(document, option) for option in schema.get("anyOf", [schema])]
    schema = next(option for option in options if option.get("type") != "null")
    schema = _resolved(document, schema.get("items", schema))
    if names := schema.get("enum"):
        return [str(name) for name in names]
    if schema["type"] == "boolean":
        return ["true", "false"]
    if schema.get("format") == "uuid":
        return [str((known.get(parameter["name"]) or [NOBODY])[0]), NOBODY]
    if schema.get("format") == "date":
        return ["2026-06-01"]
    if schema["type"] == "integer":
        return ["1"]
    absent = next(word for word in ABSENT if re.search(schema.get("pattern", ""), word))
    return [str((known.get(parameter["name"]) or [absent])[0]), absent]


@dataclass(slots=True)
class Asked:
    """Statements that list operations have made, each with one question that led to it."""

    by: dict[Statement, str] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)


async def ask(harness: Harness, listings: Sequence[Listing]) -> Asked:
    """Asks every list everything, as each role in branches with much and with nothing, and notes what the database was
    asked for."""
    asked, heard = Asked(), list[Statement]()

    def hear(_1: Any, _2: Any, statement: str, parameters: tuple[Any, ...], *_: Any) -> None:
        heard.append((statement, tuple(tuple(p) if isinstance(p, list) else p for p in parameters)))

    event.listen(harness.service.engine.sync_engine, "before_cursor_execute", hear)
    try:
        for listing in listings:
            for roles, branch in _callers():
                headers = harness.signer.headers(*roles, branch=branch, customer_id=UUID(NOBODY))
                for question in listing.questions():
                    heard.clear()
                    answer = await harness.client.get(listing.address, params=question, headers=headers)
                    if answer.status_code == 403:
                        break
                    assert answer.status_code in (200, 404), answer.text
                    await _next_page(harness, listing, question, headers)
                    asked.answered.add(listing.name)
                    as_whom = ", ".join(roles) if len(roles) == 1 else "all roles"
                    for statement in heard:
                        asked.by.setdefault(statement, f"{listing.name} {question} as {as_whom} of {branch}")
    finally:
        event.remove(harness.service.engine.sync_engine, "before_cursor_execute", hear)
    return asked


async def _next_page(harness: Harness, listing: Listing, question: dict[str, str], headers: dict[str, str]) -> None:
    """A page that begins somewhere inside: what comes before it must not be read again."""
    short = await harness.client.get(listing.address, params=question | {"limit": "1"}, headers=headers)
    cursor = short.json().get("next_cursor") if short.status_code == 200 else None
    if cursor is not None:
        answer = await harness.client.get(listing.address, params=question | {"cursor": cursor}, headers=headers)
        assert answer.status_code == 200, answer.text


def _callers() -> Iterator[tuple[tuple[str, ...], str | None]]:
    yield tuple(ROLES), None
    for role in ROLES:
        for branch in BRANCHES[:1] if role in WIDE else BRANCHES[1:]:
            yield (role,), branch


@dataclass(frozen=True, slots=True)
class Reading:
    """What one statement has read: rows by table, and tables that were read from their first row."""

    rows: Mapping[str, int]
    whole: frozenset[str]


async def explained(harness: Harness, statement: Statement) -> Reading:
    """EXPLAIN with what really happened."""
    sql, given = statement
    parameters = tuple(list(p) if isinstance(p, tuple) else p for p in given)
    [(plan,)] = await harness.rows(f"explain (analyze, timing off, format json) {sql}", *parameters)
    [found] = json.loads(plan) if isinstance(plan, str) else plan
    rows, whole = dict[str, int](), set[str]()
    for node, table in _nodes(found["Plan"], None):
        if node["Node Type"] in SCANS and table:
            removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
            read = int((node["Actual Rows"] + removed) * node["Actual Loops"])
            rows[table] = max(rows.get(table, 0), read)
            if node["Node Type"] == "Seq Scan":
                whole.add(table)
    return Reading(rows, frozenset(whole))


def _nodes(node: dict[str, Any], table: str | None) -> Iterator[tuple[dict[str, Any], str | None]]:
    table = node.get("Relation Name", table)
    yield node, table
    for below in node.get("Plans", []):
        yield from _nodes(below, table)
