"""Columns of the tables: how they travel in arrays, how they are stored and how they are read."""

from collections.abc import Mapping, Sequence
from typing import Any

ENTRY: Mapping[str, str] = {
    "seq": "bigint",
    "message_id": "uuid",
    "type": "text",
    "subject": "text",
    "application_id": "uuid",
    "source": "text",
    "actor": "text",
    "occurred_at": "timestamptz",
    "correlation_id": "text",
    "causation_id": "text",
    "trace_id": "text",
    "figures": "json",
    "payload_hash": "bytea",
    "prev_hash": "bytea",
    "hash": "bytea",
}
PROGRESS: Mapping[str, str] = {
    "application_id": "uuid",
    "product_code": "text",
    "branch": "text",
    "submitted_at": "timestamptz",
    "decided_at": "timestamptz",
    "outcome": "text",
    "automatic": "boolean",
    "offered_at": "timestamptz",
    "signed_at": "timestamptz",
    "disbursed_at": "timestamptz",
    "withdrawn_at": "timestamptz",
    "decision_sequence": "int",
}
SPAN: Mapping[str, str] = {
    "trace_id": "text",
    "span_id": "text",
    "parent_id": "text",
    "service": "text",
    "name": "text",
    "kind": "text",
    "started_at": "timestamptz",
    "ended_at": "timestamptz",
    "status": "text",
    "attributes": "jsonb",
}
JSON_KINDS = ("json", "jsonb")


def insert_from_arrays(table: str, columns: Mapping[str, str]) -> str:
    """`insert into ... select ... from unnest($1, ...)`: one array a column, JSON as text."""
    return f"insert into {table} as stored ({', '.join(columns)}) {given_arrays(columns)}"


def given_arrays(columns: Mapping[str, str]) -> str:
    """`select ... from unnest($1, ...)`: the rows that are given as one array a column."""
    names = ", ".join(columns)
    stored = ", ".join(f"{name}::{kind}" if kind in JSON_KINDS else name for name, kind in columns.items())
    arrays = ", ".join(f"${i}::{'text' if k in JSON_KINDS else k}[]" for i, k in enumerate(columns.values(), 1))
    return f"select {stored} from unnest({arrays}) as given ({names})"


def selected(columns: Mapping[str, str], prefix: str = "") -> str:
    """The columns of a select, JSON as text."""
    return ", ".join(f"{prefix}{name}::text" if kind in JSON_KINDS else prefix + name for name, kind in columns.items())


def arrays_of(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Rows turned into one array a column."""
    return [list(column) for column in zip(*rows, strict=True)]
