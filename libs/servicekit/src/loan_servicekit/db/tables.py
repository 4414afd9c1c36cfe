"""Tables of aggregates and of append-only rows, loaded and saved set-based: one statement a table a batch."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar

import orjson
from sqlalchemy import Row as SqlRow
from sqlalchemy.ext.asyncio import AsyncConnection

from loan_servicekit.core import Aggregate, NotFound
from loan_servicekit.db.writing import Row as Row
from loan_servicekit.db.writing import Stale as Stale
from loan_servicekit.db.writing import Write, by_column

A = TypeVar("A", bound=Aggregate)
Convert: TypeAlias = Callable[[Any], Any]  # a value, as it is kept
Dump: TypeAlias = Callable[[Any], Sequence[object]]  # the values of a record
Fetched: TypeAlias = SqlRow[*tuple[Any, ...]]  # by name and by place


def _placeholders(columns: Mapping[str, str], first: int = 1) -> str:
    """`$1::uuid[], $2::text[] ...`: JSON travels as text."""
    return ", ".join(f"${i}::{_wire(kind)}[]" for i, kind in enumerate(columns.values(), first))


def _wire(kind: str) -> str:
    return "text" if kind == "json" else kind


def _stored(column: str, kind: str) -> str:
    return f"{column}::json" if kind == "json" else column


def _selected(column: str, kind: str) -> str:
    return f"{column}::text" if kind == "json" else column


def dump_json(value: object) -> str:
    """Compact JSON text; Decimals, dates and enums become strings."""
    return orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


load_json = orjson.loads


@dataclass(frozen=True)
class Table(Generic[A]):
    """Where one kind of aggregate lives. Column kinds are PostgreSQL types; `json` takes any value that is JSON.

    `dump` gives the values of all columns but `version`, in their order; `load` gets a row in the order of `columns`
    (JSON columns parsed) and builds the aggregate. `version` and `sequence` are kept by the repository.

    `snapshots` are columns whose attribute of the same name is replaced as a whole or not at all, each with what makes
    the column's value of it. `dump` gives the attribute itself; one that is still what was loaded is not written again.

    `appends` are the append-only tables whose rows are saved with an aggregate, by their names in the schema, each with
    what takes the new ones off the aggregate. No use case has to remember them.
    """

    name: str
    columns: Mapping[str, str]
    load: Callable[[Row], A]
    dump: Callable[[A], Sequence[object]]
    missing: str = "not-found"  # code of the NotFound raised by get()
    snapshots: Mapping[str, Convert] = field(default_factory=dict)
    appends: Mapping[str, Callable[[A, datetime], Iterable[object]]] = field(default_factory=dict)
    all_columns: Mapping[str, str] = field(init=False)
    selected: str = field(init=False)
    select: str = field(init=False)
    upsert: str = field(init=False)
    returning: str = field(init=False)
    _positions: dict[str, int] = field(init=False)
    _json: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        columns = {**self.columns, "version": "int", "sequence": "int"}
        names = ", ".join(columns)
        key = next(iter(columns))
        selected = ", ".join(_selected(c, k) for c, k in columns.items())
        stored = ", ".join(_stored(c, k) for c, k in columns.items())
        updates = ", ".join(
            f"{c} = coalesce(excluded.{c}, a.{c})" if c in self.snapshots else f"{c} = excluded.{c}"
            for c in list(columns)[1:]
        )
        object.__setattr__(self, "all_columns", columns)
        object.__setattr__(self, "_positions", {column: i for i, column in enumerate(columns)})
        object.__setattr__(self, "_json", [kind == "json" for kind in self.columns.values()])
        object.__setattr__(self, "selected", selected)
        object.__setattr__(
            self, "select", f"select {selected} from {self.name} where {key} = any($1::{columns[key]}[])"
        )
        object.__setattr__(
            self,
            "upsert",
            f"insert into {self.name} as a ({names})"
            f" select {stored} from unnest({_placeholders(columns)}) as t({names})"
            f" on conflict ({key}) do update set {updates} where a.version = excluded.version - 1",
        )
        object.__setattr__(self, "returning", f"a.{key}")

    def restore(self, row: Row) -> A:
        """The aggregate of a row of `selected` columns."""
        kinds = self.all_columns.values()
        values = [load_json(v) if k == "json" and v is not None else v for v, k in zip(row, kinds, strict=True)]
        aggregate = self.load(values[:-2])
        aggregate.version, aggregate.sequence = values[-2], values[-1]
        if self.snapshots:
            aggregate._loaded = {column: getattr(aggregate, column) for column in self.snapshots}
        return aggregate

    def row(self, aggregate: A) -> list[object]:
        """The values of `all_columns` to write; None for a snapshot that has not changed."""
        values = list(self.dump(aggregate))
        for column, encoded in self.snapshots.items():
            position = self._positions[column]
            now, before = values[position], aggregate._loaded.get(column)
            assert now is not None or before is None, f"{column} was taken away"
            values[position] = None if now is before else encoded(now)
        values = [dump_json(v) if j and v is not None else v for v, j in zip(values, self._json, strict=True)]
        return [*values, aggregate.version, aggregate.sequence]


class Repository(Generic[A]):
    """What a use case sees of a table: `get`, `find`, `add`. Saving is the unit of work's."""

    def __init__(
        self, connection: AsyncConnection, table: Table[A], touched: list[tuple[Aggregate, "Repository[Any]"]]
    ) -> None:
        self._connection, self._table, self._touched = connection, table, touched
        self._seen: dict[object, A] = {}
        self._absent: set[object] = set()
        self._changed: dict[object, A] = {}

    async def preload(self, ids: Iterable[object]) -> None:
        """Loads many at once, so that the following `get`s ask a dictionary."""
        wanted = [i for i in dict.fromkeys(ids) if i not in self._seen and i not in self._absent]
        if wanted:
            for row in (await self._connection.exec_driver_sql(self._table.select, (wanted,))).all():
                self._seen[row[0]] = self._table.restore(row)
            self._absent.update(i for i in wanted if i not in self._seen)

    async def find(self, id: object) -> A | None:
        """The aggregate, or None."""
        if id not in self._seen and id not in self._absent:
            await self.preload([id])
        aggregate = self._seen.get(id)
        if aggregate is not None:
            self._touched.append((aggregate, self))
        return aggregate

    async def get(self, id: object) -> A:
        """The aggregate; raises NotFound with the table's code."""
        aggregate = await self.find(id)
        if aggregate is None:
            raise NotFound(self._table.missing, f"there is no {self._table.name} record {id}")
        return aggregate

    def add(self, aggregate: A) -> None:
        """Takes in a new aggregate; it is inserted when the unit of work is flushed."""
        aggregate.version = 0
        self._seen[aggregate.id] = aggregate
        self._touched.append((aggregate, self))

    def forget(self, aggregate: Aggregate) -> None:
        """Drops an aggregate that a refused use case has added."""
        self._seen.pop(aggregate.id, None)

    def taken_off(self, aggregate: A, now: datetime) -> list[tuple[str, object]]:
        """The new rows that are saved with an aggregate, each with the table that it is appended to."""
        return [(name, row) for name, take in self._table.appends.items() for row in take(aggregate, now)]

    def will_save(self, aggregate: Aggregate) -> bool:
        """Whether an earlier use case of this unit of work has changed the aggregate."""
        return aggregate.id in self._changed

    def mark_changed(self, aggregate: A) -> None:
        """Remembers that the aggregate must be saved."""
        self._changed[aggregate.id] = aggregate

    def write(self) -> Write | None:
        """What saves every changed aggregate, in the order of ids; it returns fewer rows where another was faster."""
        if not self._changed:
            return None
        aggregates = sorted(self._changed.values(), key=lambda a: str(a.id))
        rows = []
        for aggregate in aggregates:
            aggregate.version += 1
            rows.append(self._table.row(aggregate))
        self._changed.clear()
        table = self._table
        return Write(table.name, table.upsert, by_column(rows), table.returning, len(rows))


class Rows:
    """An append-only table: rows are collected and inserted together when the unit of work is flushed."""

    def __init__(self, table: "RowTable", appended: list["Rows"]) -> None:
        self._table, self._appended = table, appended
        self._pending: list[Sequence[object]] = []

    @property
    def pending(self) -> Sequence[Sequence[object]]:
        """What was appended and is not inserted yet."""
        return tuple(self._pending)

    def append(self, *values: object) -> None:
        """Adds one row: a record of the table's, or values in the order of its columns where it knows no records."""
        self._pending.append(self._table.dump(*values) if self._table.dump else values)
        self._appended.append(self)

    def write(self) -> Write | None:
        """What inserts what was appended."""
        if not self._pending:
            return None
        is_json = self._table.json
        rows = [
            [dump_json(v) if json and v is not None else v for v, json in zip(row, is_json, strict=True)]
            for row in self._pending
        ]
        self._pending.clear()
        return Write(self._table.name, self._table.insert, by_column(rows))


@dataclass(frozen=True)
class RowTable:
    """An append-only table and its columns; `on_conflict` as SQL where a repeat must be harmless. `dump` gives the
    values of a record in the order of the columns (`columns.rows`)."""

    name: str
    columns: Mapping[str, str]
    on_conflict: str = ""
    dump: Dump | None = None
    insert: str = field(init=False)
    json: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        names = ", ".join(self.columns)
        stored = ", ".join(_stored(c, k) for c, k in self.columns.items())
        object.__setattr__(self, "json", [k == "json" for k in self.columns.values()])
        object.__setattr__(
            self,
            "insert",
            f"insert into {self.name} ({names})"
            f" select {stored} from unnest({_placeholders(self.columns)}) as t({names})"
            f" {self.on_conflict}",
        )
