"""What a transaction writes goes to the database in one statement: each table's part, the inbox, the outbox, the kept
answers. A statement more costs as much as some forty rows (docs/decisions/0031)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

Row = Sequence[Any]
PLACEHOLDER = re.compile(r"\$(\d+)")
COMBINATIONS = 256  # of parts that come together; each is a prepared statement


@dataclass(frozen=True, slots=True)
class Write:
    """A statement that changes one table, and its parameters. Where `returning` says what it returns, it has to do so
    for as many rows as are `expected`: fewer say that another was faster."""

    table: str
    statement: str
    parameters: Sequence[object]
    returning: str = ""
    expected: int = 0


class Stale(Exception):
    """Another writer saved one of the aggregates since it was read; the batch is run again."""


def by_column(rows: Sequence[Sequence[object]]) -> Sequence[object]:
    """The parameters of a statement that takes an array for each column."""
    return [list(column) for column in zip(*rows, strict=True)]


async def write_all(connection: AsyncConnection, writes: Sequence[Write], last: Write | None) -> Sequence[Row]:
    """Runs all of them as one statement; the rows that `last` returns. Raises Stale where one has found fewer rows than
    it had to."""
    parts = [*writes, last] if last else list(writes)
    if not parts:
        return []
    statement = _joined(tuple((part.statement, part.returning, len(part.parameters)) for part in parts), bool(last))
    parameters = tuple(parameter for part in parts for parameter in part.parameters)
    rows: Sequence[Row] = (await connection.exec_driver_sql(statement, parameters)).all()
    for part, found in zip(writes, rows[0], strict=False):
        if found < part.expected:
            raise Stale(part.table)
    return [row[len(writes) :] for row in rows] if last else []


@lru_cache(COMBINATIONS)
def _joined(parts: tuple[tuple[str, str, int], ...], last: bool) -> str:
    """`with w0 as (...), w1 as (...) select (select count(*) from w0), ..., w1.id from w1`."""
    tables, counts, first = [], [], 0
    for number, (statement, returning, parameters) in enumerate(parts):
        moved = PLACEHOLDER.sub(lambda found, by=first: f"${int(found[1]) + by}", statement)  # type: ignore[misc]
        told = f" returning {returning}" if returning else ""
        tables.append(f"w{number} as ({moved}{told})")
        counts.append(f"(select count(*) from w{number})" if returning else "0")
        first += parameters
    if last:
        name = f"w{len(parts) - 1}"
        counts[-1], source = f"{name}.*", f" from {name}"
    else:
        source = ""
    return f"with {', '.join(tables)} select {', '.join(counts)}{source}"
