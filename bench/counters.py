"""What the databases of a system have counted: commits, messages in the outboxes, and bytes of the journal."""

from dataclasses import dataclass
from typing import Self

import asyncpg

from loan_contracts.messages import SERVICES
from loan_devstack.running.control import System

LETTERS = "select count(*) from dead_letters"
COMMITS = "select sum(xact_commit) from pg_stat_database where datname like '%\\_%'"
MESSAGES = "select count(*) from outbox"
JOURNAL = "select pg_current_wal_lsn() - '0/0'::pg_lsn"


@dataclass(frozen=True, slots=True)
class Counters:
    """Commits of all databases and messages in all outboxes, since they were made or between two looks; and letters:
    messages that were not handled at the first try."""

    commits: int
    messages: int
    letters: int
    wal_bytes: int

    def __sub__(self, before: Self) -> "Counters":
        return Counters(
            self.commits - before.commits,
            self.messages - before.messages,
            self.letters - before.letters,
            self.wal_bytes - before.wal_bytes,
        )


async def counters(system: System) -> Counters:
    """What stands there now."""
    messages = letters = 0
    for service in SERVICES:
        url = system.admin_url(service.replace("-", "_"))
        messages += await _value(url, MESSAGES)
        letters += await _value(url, LETTERS)
    commits, journal = await _value(system.admin_url(), COMMITS), await _value(system.admin_url(), JOURNAL)
    return Counters(commits, messages, letters, journal)


async def _value(url: str, statement: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(statement))
    finally:
        await connection.close()
