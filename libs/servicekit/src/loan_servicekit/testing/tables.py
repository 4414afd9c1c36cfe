"""Rows as the database has them, in plain JSON values:
what a test keeps of today's rows, for tomorrow's code to read."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

import orjson

from loan_contracts.message import JsonObject
from loan_servicekit.core import Aggregate
from loan_servicekit.db.tables import RowTable, Table, dump_json

A = TypeVar("A", bound=Aggregate)
READ: dict[str, Callable[[Any], object]] = {
    "uuid": UUID,
    "numeric": Decimal,
    "date": date.fromisoformat,
    "timestamptz": datetime.fromisoformat,
    "json": dump_json,
}


def stored(table: Table[Any] | RowTable, record: Any) -> JsonObject:
    """The row of an aggregate, or of a record of an append-only table, by column."""
    if isinstance(table, RowTable):
        assert table.dump is not None, f"{table.name} takes no records"
        return {c: _plain(v) for c, v in zip(table.columns, table.dump(record), strict=True)}
    values = zip(table.all_columns.items(), table.row(record), strict=True)
    return {
        column: orjson.loads(v) if kind == "json" and isinstance(v, str) else _plain(v) for (column, kind), v in values
    }


def restored(table: Table[A], row: JsonObject) -> A:
    """The aggregate of a row; columns that it lacks are null, as a new one is in old rows."""
    values = ((row.get(column), kind) for column, kind in table.all_columns.items())
    return table.restore([v if v is None else READ.get(kind, _same)(v) for v, kind in values])


def state(aggregate: Aggregate) -> JsonObject:
    """All that an aggregate holds, by attribute, to compare by."""
    names = [each.name for each in fields(aggregate)] if is_dataclass(aggregate) else list(vars(aggregate))
    return {name: getattr(aggregate, name) for name in names} | {
        "version": aggregate.version,
        "sequence": aggregate.sequence,
    }


def repeated(row: JsonObject) -> JsonObject:
    """Values that several columns have: in a row that tells columns apart there are none but truths and nulls."""
    texts = {column: str(value) for column, value in row.items() if value is not None and not isinstance(value, bool)}
    return {column: text for column, text in texts.items() if list(texts.values()).count(text) > 1}


def _plain(value: object) -> Any:
    return orjson.loads(dump_json(value))


def _same(value: object) -> object:
    return value
