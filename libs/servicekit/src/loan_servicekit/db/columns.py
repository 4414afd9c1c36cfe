"""Tables declared column by column: what a column holds is said once, and values find their place by name.

Both directions are compiled once a table. What is declared and what is built from it are compared there and then: a
column that nothing takes, and an argument that no column gives, end the start of a service instead of moving a value.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from pydantic import TypeAdapter

from loan_servicekit.core import Aggregate
from loan_servicekit.db.tables import Convert as Convert
from loan_servicekit.db.tables import Dump, Row, RowTable, Table

A = TypeVar("A", bound=Aggregate)
R = TypeVar("R")
VALUE = attrgetter("value")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: name, PostgreSQL type (`json` takes any value that is JSON), and how its value is read and written.

    `of` is the attribute that it holds, the column's own name unless told; `tokens.person` is an attribute of a part.
    `read` makes the attribute of what is stored, `write` the other way; None is stored as null and stays None. A
    `snapshot` is replaced as a whole or not at all, and written only where it was replaced. What is `made` of the whole
    record serves look-ups alone, and is not read back.
    """

    name: str
    kind: str
    of: str = ""
    read: Convert | None = None
    write: Convert | None = None
    snapshot: bool = False
    made: Convert | None = None

    @property
    def attribute(self) -> str:
        """The attribute that the column holds."""
        return self.of or self.name


def enumerated(name: str, type: type[Enum], of: str = "") -> Column:
    """A column that holds one of an enumeration, by its value."""
    return Column(name, "text", of, read=type, write=VALUE)


def structured(name: str, adapter: TypeAdapter[Any], of: str = "", snapshot: bool = False) -> Column:
    """A JSON column that holds what the adapter is of, by the names of its fields."""
    write = partial(adapter.dump_python, mode="json")
    return Column(name, "json", of, read=adapter.validate_python, write=write, snapshot=snapshot)


def made(name: str, kind: str, make: Convert) -> Column:
    """A column that is made of the whole record for look-ups; nothing reads it back."""
    return Column(name, kind, made=make)


def aggregates(
    name: str,
    build: Callable[..., A],
    columns: Sequence[Column],
    missing: str = "not-found",
    parts: Mapping[str, Callable[..., object]] | None = None,
    appends: Mapping[str, Callable[[A, datetime], Iterable[object]]] | None = None,
) -> Table[A]:
    """The table of aggregates that `build` makes of its columns, by keyword; the first column is the key.

    `parts` are attributes of several columns (`tokens.person`, `tokens.mobile`), each with what makes it of them.
    `appends` are rows that are saved with an aggregate (`Table.appends`). Raises TypeError where columns and arguments
    are not the same.
    """
    _check(name, build, columns, parts or {})
    snapshots = {column.name: column.write or _same for column in columns if column.snapshot}
    kinds = {column.name: column.kind for column in columns}
    load, dump = _loader(build, columns, parts or {}), _dumper(columns)
    return Table(name, kinds, load, dump, missing, snapshots, appends or {})


def rows(name: str, record: type[R], columns: Sequence[Column], on_conflict: str = "") -> RowTable:
    """The append-only table of records (dataclasses), a column for each of their fields.

    Raises TypeError where a field has no column.
    """
    held = {column.attribute.partition(".")[0] for column in columns}
    if is_dataclass(record) and (forgotten := {each.name for each in fields(record)} - held):
        raise TypeError(f"{name}: no column holds {', '.join(sorted(forgotten))} of {record.__name__}")
    return RowTable(name, {column.name: column.kind for column in columns}, on_conflict, _dumper(columns))


def _loader(
    build: Callable[..., A], columns: Sequence[Column], parts: Mapping[str, Callable[..., object]]
) -> Callable[[Row], A]:
    """What builds an aggregate of a row in the order of the columns: `build(id=c0, tokens=make_tokens(person=c1))`."""
    known: dict[str, object] = {"build": build}
    values: dict[str, str] = {}  # by attribute
    for place, column in enumerate(columns):
        known[f"read{place}"] = column.read
        value = f"c{place}" if column.read is None else f"None if c{place} is None else read{place}(c{place})"
        if not column.made:
            values[column.attribute] = value
    for part, make in parts.items():
        known[f"make_{part}"] = make
        inside = ", ".join(f"{field}={values.pop(path)}" for path, field in _members(columns, part))
        values[part] = f"make_{part}({inside})"
    given = ", ".join(f"{attribute}={value}" for attribute, value in values.items())
    places = ", ".join(f"c{place}" for place in range(len(columns)))
    load: Callable[[Row], A] = _compiled(f"lambda row: (lambda {places}: build({given}))(*row)", known)
    return load


def _dumper(columns: Sequence[Column]) -> Dump:
    """What makes a row, in the order of the columns, of an aggregate or a record: `[record.id,
    record.tokens.person]`."""
    known: dict[str, object] = {}
    values = []
    for place, column in enumerate(columns):
        known |= {f"made{place}": column.made, f"write{place}": column.write}
        value = f"made{place}(record)" if column.made else f"record.{column.attribute}"
        if column.write and not column.snapshot:
            value = f"None if (value := {value}) is None else write{place}(value)"
        values.append(value)
    dump: Dump = _compiled(f"lambda record: [{', '.join(values)}]", known)
    return dump


def _compiled(source: str, known: dict[str, object]) -> Any:
    """A function of declared names, written out as one would by hand: rows are many, tables few."""
    return eval(source, known)


def _members(columns: Sequence[Column], part: str) -> list[tuple[str, str]]:
    """Attributes of a part, each with its name within it."""
    inside = f"{part}."
    return [
        (each.attribute, each.attribute.removeprefix(inside)) for each in columns if each.attribute.startswith(inside)
    ]


def _check(
    name: str, build: Callable[..., object], columns: Sequence[Column], parts: Mapping[str, Callable[..., object]]
) -> None:
    given = {column.attribute for column in columns if not column.made}
    for part, make in parts.items():
        members = _members(columns, part)
        given -= {attribute for attribute, _ in members}
        given.add(part)
        _compare(f"{name}.{part}", make, {field for _, field in members})
    _compare(name, build, given)


def _compare(name: str, build: Callable[..., object], given: set[str]) -> None:
    """Raises TypeError where what is given is not what `build` takes, optional arguments included."""
    taken = {
        each.name
        for each in inspect.signature(build).parameters.values()
        if each.kind is not inspect.Parameter.VAR_KEYWORD
    }
    if given != taken:
        lost, unknown = ", ".join(sorted(taken - given)), ", ".join(sorted(given - taken))
        raise TypeError(f"{name}: no column gives [{lost}], nothing takes [{unknown}]")


def _same(value: object) -> object:
    return value
