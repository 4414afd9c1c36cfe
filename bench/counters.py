"""What the databases of a system have counted: commits, and messages in the outboxes."""

from dataclasses import dataclass
from typing import Self

import asyncpg

from loan_contracts.messages import SERVICES
from loan_devstack.control import System

COMMITS = "select sum(xact_commit) from pg_stat_database where datname like '%\\_%'"
MESSAGES = "select count(*) from outbox"


@dataclass(frozen=True, slots=True)
class Counters:
    """Commits of all databases and messages in all outboxes, since they were made or between two looks."""

    commits: int
    messages: int

    def __sub__(self, before: Self) -> "Counters":
        return Counters(self.commits - before.commits, self.messages - before.messages)


async def counters(system: System) -> Counters:
    """What stands there now."""
    messages = 0
    for service in SERVICES:
        messages += await _value(system.admin_url(service.replace("-", "_")), MESSAGES)
    return Counters(await _value(system.admin_url(), COMMITS), messages)


async def _value(url: str, statement: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(statement))
    finally:
        await connection.close()
