"""What an application leaves on disk by service and table: kept for years, or passing by the rules of retention."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

import asyncpg

from loan_contracts.messages import SERVICES
from loan_devstack.running.control import System
from loan_servicekit.core.retention import Keeping
from loan_servicekit.db.sweeping import KEPT

# Of what is made for every application alone; a table that grew less than this was made before and only has room in it.
LEAST_BYTES = 16_384
# What no rule names and goes by itself all the same: swept by servicekit within days, or dropped with its day.
PASSING = frozenset(kept.table for kept in KEPT) | {"spans", "retention_runs"}
SIZES = """
select coalesce(p.relname, c.relname) as name, sum(pg_relation_size(c.oid)) as heap,
       sum(coalesce(pg_total_relation_size(nullif(c.reltoastrelid, 0)), 0)) as toast,
       sum(pg_indexes_size(c.oid)) as indexes
from pg_class c left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1
"""
SHARE = """
select coalesce(sum(pg_column_size(t.*)) filter (where {0}), 0)::float / greatest(sum(pg_column_size(t.*)), 1)
from {1} t
"""


@dataclass(frozen=True, slots=True)
class Size:
    """Bytes of a table."""

    heap: int
    toast: int
    indexes: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.heap + self.toast + self.indexes

    def since(self, before: "Size") -> "Size":
        """How much it has grown."""
        return Size(self.heap - before.heap, self.toast - before.toast, self.indexes - before.indexes)


NOTHING = Size(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Left:
    """What a table has grown by an application, and which share of that is passing."""

    service: str
    table: str
    heap: float
    toast: float
    indexes: float
    passing: float

    @property
    def total(self) -> float:
        """Bytes an application."""
        return self.heap + self.toast + self.indexes


async def sizes(system: System) -> dict[tuple[str, str], Size]:
    """Every table of every service as it is now; what has died in it is free for use again."""
    found = {}
    for service in SERVICES:
        connection = await asyncpg.connect(system.admin_url(service.replace("-", "_")))
        try:
            await connection.execute("vacuum (analyze)")
            for row in await connection.fetch(SIZES):
                found[(service, row["name"])] = Size(int(row["heap"]), int(row["toast"]), int(row["indexes"]))
        finally:
            await connection.close()
    return found


async def left(system: System, before: Mapping[tuple[str, str], Size], applications: int) -> list[Left]:
    """What so many applications have left since then, the largest first."""
    now, told = await sizes(system), []
    for (service, table), size in now.items():
        grown = size.since(before.get((service, table), NOTHING))
        if grown.total < LEAST_BYTES:
            continue
        share = 1.0 if table in PASSING else await _passing(system, service, table)
        each = (grown.heap / applications, grown.toast / applications, grown.indexes / applications)
        told.append(Left(service, table, *each, share))
    return sorted(told, key=lambda each: -each.total)


async def _passing(system: System, service: str, table: str) -> float:
    """The share of a table's bytes that a rule takes within about a year."""
    kinds = [f"({rule.only})" for rule in _rules(service) if rule.passing and rule.table == table and _whole(rule)]
    if not kinds:
        return 0.0
    connection = await asyncpg.connect(system.admin_url(service.replace("-", "_")))
    try:
        return float(await connection.fetchval(SHARE.format(" or ".join(kinds), table)))
    finally:
        await connection.close()


def _whole(rule: Keeping) -> bool:
    return any(taking.table == rule.table and not taking.empties for taking in rule.takes)


def _rules(service: str) -> Sequence[Keeping]:
    name = f"{service.replace('-', '_')}.domain.retention"
    return import_module(name).RULES if find_spec(name) else ()


def show(told: Sequence[Left]) -> None:
    """The table, in bytes an application."""
    print(f"    {'':<46}{'heap':>8}{'toast':>8}{'index':>8}{'all':>8}   passing")
    for each in told:
        name = f"{each.service} {each.table}"
        bytes_of = (each.heap, each.toast, each.indexes, each.total)
        print(f"    {name:<46}" + "".join(f"{size:>8.0f}" for size in bytes_of) + f"   {each.passing:.0%}")


def kept_and_passing(told: Sequence[Left]) -> tuple[float, float]:
    """Bytes an application that stay for years, and that pass."""
    passing = sum(each.total * each.passing for each in told)
    return sum(each.total for each in told) - passing, passing
