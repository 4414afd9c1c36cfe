"""Many rows made of few: the rows of a really-run database, copied by SQL with new ids.

A copy is as its original was some time earlier. An id becomes the same new id wherever it stands, in every table and
database, and ids keep the order of their times; so what belongs together stays together, and pages keep their order.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import asyncpg

ROWS_AT_ONCE = 200_000
KEPT_FOR_DAYS = frozenset({"outbox", "inbox", "idempotency"})  # what is swept: its copies must not be old
COLUMNS = """
select a.attname as name, t.typname as type, a.attidentity <> '' or a.attgenerated <> '' as given,
       a.attnotnull and not a.atthasdef as needed,
       exists (select from pg_index i
               where i.indrelid = a.attrelid and i.indisunique and a.attnum = any(i.indkey)) as key
from pg_attribute a join pg_type t on t.oid = a.atttypid
where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
"""
TABLES = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
  and exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
              where i.indrelid = c.oid and i.indisunique and
                    (a.atttypid in ('uuid'::regtype, 'int8'::regtype) or c.relname = 'idempotency'))
order by 1
"""
NOTHING = {
    "uuid": "gen_random_uuid()",
    "text": "''",
    "timestamptz": "now()",
    "date": "current_date",
    "jsonb": "'{}'",
    "json": "'{}'",
    "bytea": "''",
    "int4": "0",
    "int8": "0",
    "numeric": "0",
    "bool": "false",
    "_text": "'{}'",
}
DEFERRED = "select exists (select from pg_constraint where conrelid = $1::regclass and condeferrable)"
ID = (
    "(lpad(to_hex((('x' || left(replace({0}::text, '-', ''), 12))::bit(48)::bigint - n * {1}) & 281474976710655),"
    " 12, '0') || left(md5({0}::text || n), 20))::uuid"
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """How much earlier each copy is than the one before it, in milliseconds; of what is swept: `swept`."""

    ms: int
    swept: int

    def of(self, table: str) -> int:
        """The step of a table."""
        return self.swept if table in KEPT_FOR_DAYS else self.ms


async def growable(connection: asyncpg.Connection) -> list[str]:
    """The tables whose rows have ids of their own: not those that hold settings or one row for all."""
    return [row["relname"] for row in await connection.fetch(TABLES)]


async def invent(connection: asyncpg.Connection, table: str) -> None:
    """A row in a table that has none: an id where one is needed, nothing where nothing need be."""
    columns = [c for c in await connection.fetch(COLUMNS, f'public."{table}"') if c["needed"] and not c["given"]]
    names = ", ".join(f'"{c["name"]}"' for c in columns)
    await connection.execute("set session_replication_role = replica")
    await connection.execute(
        f'insert into public."{table}" ({names}) values ({", ".join(NOTHING[c["type"]] for c in columns)})'
    )
    await connection.execute("reset session_replication_role")


async def grow(connection: asyncpg.Connection, copies: Mapping[str, int], earlier: Earlier) -> dict[str, int]:
    """Copies the rows of these tables so many times; how many rows each has got. An administrator's connection."""
    await connection.execute("set session_replication_role = replica; set synchronous_commit = off")
    try:
        return {table: await _grow(connection, table, times, earlier) for table, times in copies.items()}
    finally:
        await connection.execute("reset session_replication_role; reset synchronous_commit")


async def analyze(connection: asyncpg.Connection, tables: Collection[str]) -> None:
    """Fresh statistics, and a map of what everybody sees."""
    for table in tables:
        await connection.execute(f'vacuum analyze "{table}"')


async def _grow(connection: asyncpg.Connection, table: str, times: int, earlier: Earlier) -> int:
    columns = [c for c in await connection.fetch(COLUMNS, f'public."{table}"') if not c["given"]]
    await connection.execute(f'create temp table originals as select * from public."{table}"')
    count = int(await connection.fetchval("select count(*) from originals"))
    names = ", ".join(f'"{c["name"]}"' for c in columns)
    values = [await _value(connection, c, table, earlier.of(table)) for c in columns]
    # A constraint that is looked at when all is done cannot say which row to leave out.
    meeting = "" if await connection.fetchval(DEFERRED, f'public."{table}"') else "on conflict do nothing"
    a_time = max(1, ROWS_AT_ONCE // max(count, 1))
    for last in range(times if count else 0, 0, -a_time):
        some = f"generate_series({last}::bigint, {max(1, last - a_time + 1)}, -1) as n, originals as o"
        await connection.execute(
            f'insert into public."{table}" ({names}) select {", ".join(values)} from {some} {meeting}'
        )
    await connection.execute("drop table originals")
    return count * times


async def _value(connection: asyncpg.Connection, column: asyncpg.Record, table: str, step_ms: int) -> str:
    """What a column has in copy `n`."""
    here = f'o."{column["name"]}"'
    match column["type"], column["key"]:
        case "uuid", _:
            return ID.format(here, step_ms)
        case "timestamptz", _:
            return f"{here} - n * interval '{step_ms} ms'"
        case "text", True:
            return f"{here} || '~' || n"
        case "bytea", True:
            return f"sha256({here} || n::text::bytea)"
        case "int8", True:
            span = await connection.fetchval(f'select coalesce(max("{column["name"]}"), 0) + 1 from originals')
            return f"{here} + n * {span}"
    return here
