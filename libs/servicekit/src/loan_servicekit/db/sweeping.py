"""Forgets what is older than its retention time: published rows, receipts, stored answers, handled letters.

Many rows may be old at once. They go by index, in small pieces with pauses between them, over a connection that is
waited for by nobody: decisions must not notice it.
"""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

RETENTION = timedelta(days=7)
SWEEP_S = 600.0
AT_ONCE = 2_000
PAUSE_S = 0.05
# The planner believes statistics that may be old, and reads a whole table for the first rows that are not there.
BY_INDEX = "set local enable_seqscan = off"


@dataclass(frozen=True, slots=True)
class Kept:
    """For how long rows of a table are kept; `old` says which of them may go, by a column that an index knows."""

    table: str
    old: str
    age: timedelta

    @property
    def statement(self) -> str:
        """Deletes some of the old rows; $1 is the age."""
        some = f"select ctid from {self.table} where {self.old} limit {AT_ONCE}"
        return f"delete from {self.table} where ctid = any(array({some}))"


KEPT = (
    Kept("outbox", "created_at < now() - $1::interval and published_at < now() - $1::interval", RETENTION),
    Kept("inbox", "received_at < now() - $1::interval", RETENTION * 2),
    Kept("idempotency", "created_at < now() - $1::interval", RETENTION),
    Kept("dead_letters", "state = 'HANDLED' and created_at < now() - $1::interval", RETENTION),
    Kept("consumers", "seen_at < now() - $1::interval", timedelta(days=1)),
)


async def sweep(engine: AsyncEngine) -> None:
    """Takes away everything that is old now."""
    for kept in KEPT:
        swept = AT_ONCE
        while swept == AT_ONCE:
            async with engine.begin() as connection:
                await connection.exec_driver_sql(BY_INDEX)
                swept = (await connection.exec_driver_sql(kept.statement, (kept.age,))).rowcount
            await asyncio.sleep(PAUSE_S)
