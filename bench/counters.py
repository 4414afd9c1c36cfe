"""What the databases of a system have counted: commits, messages in the outboxes, bytes of the journal, and rows that
were looked at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import asyncpg

from loan_contracts.messages import SERVICES
from loan_devstack.running.control import System

LETTERS = "select count(*) from dead_letters"
COMMITS = "select sum(xact_commit) from pg_stat_database where datname like '%\\_%'"
MESSAGES = "select count(*) from outbox"
# Of the outboxes and letters the benchmark itself counts the rows.
READ = (
    "select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables"
    " where relname not in ('outbox', 'dead_letters')"
)
JOURNAL = "select pg_current_wal_lsn() - '0/0'::pg_lsn"


@dataclass(frozen=True, slots=True)
class Counters:
    """Commits of all databases and messages in all outboxes, since they were made or between two looks; and letters:
    messages that were not handled at the first try."""

    commits: int
    messages: int
    letters: int
    wal_bytes: int
    read: Counter[str]  # rows that were looked at, by service and table

    def __sub__(self, before: Self) -> "Counters":
        return Counters(
            self.commits - before.commits,
            self.messages - before.messages,
            self.letters - before.letters,
            self.wal_bytes - before.wal_bytes,
            self.read - before.read,
        )


async def counters(system: System) -> Counters:
    """What stands there now."""
    messages = letters = 0
    read: Counter[str] = Counter()
    for service in SERVICES:
        url = system.admin_url(service.replace("-", "_"))
        messages += await _value(url, MESSAGES)
        letters += await _value(url, LETTERS)
        read.update({f"{service}.{table}": int(rows) for table, rows in await _rows(url, READ)})
    commits, journal = await _value(system.admin_url(), COMMITS), await _value(system.admin_url(), JOURNAL)
    return Counters(commits, messages, letters, journal, read)


async def _value(url: str, statement: str) -> int:
    return int((await _rows(url, statement))[0][0])


async def _rows(url: str, statement: str) -> Sequence[Sequence[Any]]:
    connection = await asyncpg.connect(url)
    try:
        rows: Sequence[Sequence[Any]] = await connection.fetch(statement)
        return rows
    finally:
        await connection.close()
