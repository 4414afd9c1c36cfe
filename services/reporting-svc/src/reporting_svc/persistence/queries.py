"""Reads for the API."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from loan_contracts.decisions import Outcome
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json
from reporting_svc.domain.evidence.chain import START, Entry, Head
from reporting_svc.domain.projections.funnel.funnel import FunnelRow, OutcomeCount, Percentiles
from reporting_svc.domain.traces.span import Span, SpanStatus
from reporting_svc.persistence.columns import ENTRY, SPAN, selected
from reporting_svc.use_cases.ports import Chain

PIECE = 250  # entries in memory at a time; reading them holds up the event loop for a few milliseconds
HEAD = "select seq, hash from audit_head"
END = f"select seq, hash, (select max(seq) from audit_entries) from ({HEAD}) as head"
ENTRY_AT = "select seq, hash from audit_entries where seq = $1"
TIMELINE = (
    f"select {selected(ENTRY)} from audit_entries where application_id = $1 order by occurred_at, message_id limit $2"
)
TIMELINE_AFTER = (
    f"select {selected(ENTRY)} from audit_entries where application_id = $1 and (occurred_at, message_id) > ($3, $4)"
    " order by occurred_at, message_id limit $2"
)
ENTRIES = f"select {selected(ENTRY)} from audit_entries where seq > $1 order by seq limit $2"
ENTRIES_OF = f"select {selected(ENTRY)} from audit_entries where subject = $3 and seq > $1 order by seq limit $2"
EVIDENCE = (
    f"select {selected(ENTRY, 'e.')}, before.hash from audit_entries e"
    " left join audit_entries before on before.seq = e.seq - 1"
    " where e.application_id = $1 and e.seq > $2 order by e.seq limit $3"
)
PIECE_OF_CHAIN = f"select {selected(ENTRY)} from audit_entries where seq > $1 and seq <= $2 order by seq limit {PIECE}"
SPANS = f"select {selected(SPAN)} from spans where trace_id = any($1::text[]) order by started_at, span_id limit $2"
_OUTCOMES = ", ".join(
    f"count(*) filter (where outcome = '{outcome.value}' and automatic),"
    f" count(*) filter (where outcome = '{outcome.value}' and not automatic)"
    for outcome in Outcome
)
_RANKS = "percentile_disc(array[0.5, 0.99]) within group (order by {0})"
# Nearest rank on whole milliseconds; clocks of two machines may differ, so a negative time counts as none.
FUNNEL = f"""
with cohort as (
  select (submitted_at at time zone 'Asia/Shanghai')::date as day, product_code, outcome, automatic, decided_at,
    offered_at, signed_at, disbursed_at, withdrawn_at,
    round(extract(epoch from greatest(decided_at, submitted_at) - submitted_at) * 1000)::bigint as decision_ms,
    round(extract(epoch from greatest(disbursed_at, submitted_at) - submitted_at) * 1000)::bigint as money_ms
  from application_progress
  where submitted_at >= $1 and submitted_at < $2 and ($3::text is null or product_code = $3))
select day, product_code, count(*), count(decided_at), {_OUTCOMES},
  count(offered_at), count(signed_at), count(disbursed_at), count(withdrawn_at),
  {_RANKS.format("decision_ms")} filter (where decided_at is not null),
  count(decided_at) filter (where automatic),
  {_RANKS.format("decision_ms")} filter (where decided_at is not null and automatic),
  {_RANKS.format("money_ms")} filter (where disbursed_at is not null)
from cohort group by grouping sets ((), (day, product_code)) order by day nulls first, product_code
"""


class SqlQueries:
    """Implements `use_cases.ports.Queries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._one_walk = asyncio.Lock()

    async def branch_of(self, application_id: UUID) -> str | None:
        """The branch of an application whose submission has been heard of."""
        sql = "select branch from application_progress where application_id = $1"
        found = await self._reader.rows(sql, application_id)
        return found[0][0] if found else None

    async def timeline(self, application_id: UUID, after: tuple[datetime, UUID] | None, limit: int) -> Sequence[Entry]:
        """Entries about an application by time and message id."""
        if after is None:
            return _entries(await self._reader.rows(TIMELINE, application_id, limit))
        return _entries(await self._reader.rows(TIMELINE_AFTER, application_id, limit, *after))

    async def entries(self, subject: str | None, after: int, limit: int) -> Sequence[Entry]:
        """Entries of the chain by number."""
        if subject is None:
            return _entries(await self._reader.rows(ENTRIES, after, limit))
        return _entries(await self._reader.rows(ENTRIES_OF, after, limit, subject))

    async def evidence(self, application_id: UUID, after: int, limit: int) -> Sequence[tuple[Entry, bytes | None]]:
        """Entries about an application, each with the hash of the entry before it in the chain."""
        rows = await self._reader.rows(EVIDENCE, application_id, after, limit)
        return [(Entry(*row[:-1]), START.hash if row[0] == 1 else row[-1]) for row in rows]

    async def head(self) -> Head:
        """Where the chain ends."""
        (row,) = await self._reader.rows(HEAD)
        return Head(row[0], bytes(row[1]))

    @asynccontextmanager
    async def chain(self, first: int, last: int | None) -> AsyncIterator[Chain]:
        """The chain up to the end that it has now; who comes meanwhile waits, so that walks do not add up.

        What is written stays as it is, so no transaction has to be held open over the walk: it would keep the database
        from cleaning up for as long.
        """
        async with self._one_walk:
            ((seq, hash, newest),) = await self._reader.rows(END)
            before = START if first == 1 else await self._entry_at(first - 1)
            end = newest or 0
            yield Chain(Head(seq, bytes(hash)), before, self._pieces(first, end if last is None else min(last, end)))

    async def _entry_at(self, seq: int) -> Head | None:
        rows = await self._reader.rows(ENTRY_AT, seq)
        return Head(rows[0][0], bytes(rows[0][1])) if rows else None

    async def _pieces(self, first: int, last: int) -> AsyncIterator[Sequence[Entry]]:
        after = first - 1
        while piece := _entries(await self._reader.rows(PIECE_OF_CHAIN, after, last)):
            yield piece
            after = piece[-1].seq

    async def funnel(self, begin: datetime, end: datetime, product: str | None) -> Sequence[FunnelRow]:
        """All together, then by day and product."""
        return [_funnel_row(row) for row in await self._reader.rows(FUNNEL, begin, end, product)]

    async def spans(self, trace_ids: Sequence[str], limit: int) -> Sequence[Span]:
        """Spans of some traces, the earliest first."""
        rows = await self._reader.rows(SPANS, list(trace_ids), limit)
        return [Span._make((*row[:-2], SpanStatus(row[-2]), load_json(row[-1]))) for row in rows]


def _entries(rows: Sequence[Any]) -> list[Entry]:
    return [Entry(*row) for row in rows]


def _funnel_row(row: Sequence[Any]) -> FunnelRow:
    day, product_code, submitted, decided, *rest = row
    counts, rest = rest[: 2 * len(Outcome)], rest[2 * len(Outcome) :]
    offered, signed, disbursed, withdrawn, decision, automatic, automatic_decision, money = rest
    outcomes = [OutcomeCount(outcome, counts[2 * i], counts[2 * i + 1]) for i, outcome in enumerate(Outcome)]
    return FunnelRow(
        day, product_code, submitted, decided, outcomes, offered, signed, disbursed, withdrawn,
        Percentiles(decided, *(decision or (None, None))),
        Percentiles(automatic, *(automatic_decision or (None, None))),
        Percentiles(disbursed, *(money or (None, None))),
    )  # fmt: skip
