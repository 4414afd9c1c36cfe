"""Copied evidence becomes a chain again: each entry follows on the one before it."""

import asyncpg

from reporting_svc.domain.evidence.chain import Entry, Head, digest
from reporting_svc.domain.evidence.seals import Marks, head_mark
from reporting_svc.persistence.columns import ENTRY, selected

PIECE = 20_000
HEAD = "select seq, hash from audit_head"
PLACES = (
    "update audit_entries e set seq = -p.place"
    " from (select seq, $1::bigint + row_number() over (order by seq) as place from audit_entries where seq > $1) p"
    " where e.seq = p.seq"
)
ENTRIES = f"select {selected(ENTRY)} from audit_entries where seq > $1 order by seq limit {PIECE}"
LINK = (
    "update audit_entries e set prev_hash = u.prev_hash, hash = u.hash"
    " from unnest($1::bigint[], $2::bytea[], $3::bytea[]) as u(seq, prev_hash, hash) where e.seq = u.seq"
)


async def chain_on(connection: asyncpg.Connection, marks: Marks) -> None:
    """Numbers the entries behind the head without a gap, links them and puts the head, marked, to their end."""
    await connection.execute("set session_replication_role = replica")
    seq, hash = await connection.fetchrow(HEAD)
    head = Head(seq, bytes(hash))
    await connection.execute(PLACES, head.seq)
    await connection.execute("update audit_entries set seq = -seq where seq < 0")
    while rows := await connection.fetch(ENTRIES, head.seq):
        linked = []
        for row in rows:
            entry = Entry._make(row)._replace(prev_hash=head.hash)
            head = Head(entry.seq, digest(entry))
            linked.append((head.seq, entry.prev_hash, head.hash))
        await connection.execute(LINK, *(list(column) for column in zip(*linked, strict=True)))
    await connection.execute(
        "update audit_head set seq = $1, hash = $2, mark = $3", head.seq, head.hash, head_mark(head, marks)
    )
    await connection.execute("reset session_replication_role")
