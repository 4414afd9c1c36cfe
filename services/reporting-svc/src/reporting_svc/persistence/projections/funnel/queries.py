"""Reads of the funnel: roll-ups by day and month, and what their days' percentiles are made of."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_contracts.decisions import Outcome
from loan_servicekit.core import BUSINESS_ZONE
from loan_servicekit.db.queries import Reader
from reporting_svc.domain.projections.funnel.funnel import FunnelRow, OutcomeCount, Percentiles
from reporting_svc.persistence.projections.funnel.table import ALL_PRODUCTS, COUNTS, counted, measured

SETTLE_S = 30.0  # how often the percentiles of days that have changed are made anew
BRANCH = "select branch from application_progress where application_id = $1"
KINDS = ("DECISION", "AUTOMATIC", "MONEY")
_KINDS = (
    "(values ('DECISION', 'AUTOMATIC'), ('DECISION', 'MANUAL'), ('AUTOMATIC', 'AUTOMATIC'), ('MONEY', 'MONEY'))"
    " as kinds(kind, measure)"
)


def _ranked(cells: str, by: str) -> str:
    """Percentiles by nearest rank of cells (measure, ms, applications), by some columns and by kind of time."""
    return f"""
select {by}kind, max(total)::bigint as measured, min(ms) filter (where upto >= ceil(total * 0.5)) as p50,
  min(ms) filter (where upto >= ceil(total * 0.99)) as p99
from (select {by}kind, ms, sum(applications) over (partition by {by}kind order by ms) as upto,
    sum(applications) over (partition by {by}kind) as total
  from (select {by}kind, ms, sum(applications) as applications from ({cells}) as cells join {_KINDS} using (measure)
    group by {by}kind, ms) as summed where applications > 0) as ranked
group by {by}kind"""


_PARTIAL = (
    "(select 1 as n, * from application_progress where submitted_at >= $1 and submitted_at < $2"
    " and ($3::text is null or product_code = $3)) as partial"
)
_PERCENTILES = ", ".join(f"{kind.lower()}_p50, {kind.lower()}_p99" for kind in KINDS)
_NAMES = ", ".join(COUNTS)
DAYS = (
    f"select day, product_code, {_NAMES}, {_PERCENTILES}, changes <> settled as stale from funnel_days"
    " where day >= $1 and day <= $2 and ($3::text is null or product_code = $3) and submitted > 0"
    " order by day, product_code"
)
_STALE = (
    "select t.day, t.product_code, measure, ms, applications from funnel_days d join funnel_times t"
    " using (day, product_code) where d.changes <> d.settled"
)
OF_STALE = _ranked(f"{_STALE} and day >= $1 and day <= $2", "day, product_code, ")
# Whole months by the roll-up of months, the days before and after them by that of days.
OF_TOTAL = _ranked(
    f"""select measure, ms, applications from funnel_months
      where month >= $4 and month < $5 and product_code = coalesce($3::text, '{ALL_PRODUCTS}')
    union all select measure, ms, applications from funnel_times
      where (day >= $6 and day < $7 or day >= $8 and day <= $9) and ($3::text is null or product_code = $3)
    union all select measure, ms, n from ({measured(_PARTIAL)}) as measured""",
    "",
)
COUNTS_OF_PARTIAL = counted(_PARTIAL)
OF_PARTIAL = _ranked(
    f"select day, product_code, measure, ms, n as applications from ({measured(_PARTIAL)}) as measured",
    "day, product_code, ",
)
# What has changed again meanwhile is not settled: its count of changes is another one then.
SETTLE = f"""
update funnel_days as kept set settled = seen.changes,
  {
    ", ".join(
        f"{kind.lower()}_p50 = seen.{kind.lower()}_p50, {kind.lower()}_p99 = seen.{kind.lower()}_p99" for kind in KINDS
    )
}
from (select d.day, d.product_code, d.changes, {
    ", ".join(f"min(p{n}) filter (where kind = '{kind}') as {kind.lower()}_p{n}" for kind in KINDS for n in (50, 99))
}
  from funnel_days d left join ({_ranked(_STALE, "day, product_code, ")}) as r using (day, product_code)
  where d.changes <> d.settled group by 1, 2, 3) as seen
where kept.day = seen.day and kept.product_code = seen.product_code and kept.changes = seen.changes
"""

OUTCOMES = tuple((o, f"automatic_{o.value.lower()}", f"manual_{o.value.lower()}") for o in Outcome)
Ranks = Mapping[str, tuple[int, int]]


class SqlFunnel:
    """Implements `FunnelQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def branch_of(self, application_id: UUID) -> str | None:
        """The branch of an application whose submission has been heard of."""
        found = await self._reader.rows(BRANCH, application_id)
        return found[0][0] if found else None

    async def funnel(self, begin: datetime, end: datetime, product: str | None) -> Sequence[FunnelRow]:
        """All together, then by day and product. A day that does not begin at its midnight is counted from its rows."""
        local = begin.astimezone(BUSINESS_ZONE)
        whole = local.date() if local == local.replace(hour=0, minute=0, second=0, microsecond=0) else _after(local)
        last = end.astimezone(BUSINESS_ZONE).date() - timedelta(days=1)
        until = min(end, datetime.combine(whole, datetime.min.time(), BUSINESS_ZONE))
        days = await self._partial(begin, until, product) if begin < until else []
        days += await self._days(whole, last, product)
        ranks = await self._reader.rows(OF_TOTAL, begin, until, product, *_spans(whole, last))
        return [_total(days, {kind: (p50, p99) for kind, _, p50, p99 in map(tuple, ranks)}), *days]

    async def _days(self, first: date, last: date, product: str | None) -> list[FunnelRow]:
        rows = await self._reader.rows(DAYS, first, last, product)
        stale = any(row.stale for row in rows)
        fresh = _by_day(await self._reader.rows(OF_STALE, first, last)) if stale else {}
        return [_row(row, fresh.get((row.day, row.product_code), {}) if row.stale else _kept(row)) for row in rows]

    async def _partial(self, begin: datetime, until: datetime, product: str | None) -> list[FunnelRow]:
        ranks = _by_day(await self._reader.rows(OF_PARTIAL, begin, until, product))
        rows = await self._reader.rows(COUNTS_OF_PARTIAL + " order by 1, 2", begin, until, product)
        return [_row(row, ranks.get((row.day, row.product_code), {})) for row in rows]


class FunnelRanks:
    """Keeps the percentiles of days: those that have changed are made anew, so that a read need not."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def settle(self) -> int:
        """Makes the percentiles of changed days; how many days and products."""
        async with self._engine.begin() as connection:
            return (await connection.exec_driver_sql(SETTLE)).rowcount


def _after(local: datetime) -> date:
    return local.date() + timedelta(days=1)


def _spans(first: date, last: date) -> tuple[date, date, date, date, date, date]:
    """The whole months in a range of days (from, until), the days before them (from, until), those after (from, to)."""
    begin = first if first.day == 1 else (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    end = (last + timedelta(days=1)).replace(day=1)
    if begin >= end:
        return begin, begin, first, first, first, last
    return begin, end, first, begin, end, last


def _by_day(rows: Sequence[Any]) -> dict[tuple[date, str], Ranks]:
    groups = groupby(sorted(rows, key=lambda row: (row.day, row.product_code)), key=lambda r: (r.day, r.product_code))
    return {key: {row.kind: (row.p50, row.p99) for row in group} for key, group in groups}


def _kept(row: Sequence[Any]) -> Ranks:
    """The percentiles that stand with a day: behind its key and its counts, two a kind."""
    begin = 2 + len(COUNTS)
    return {kind: (row[begin + 2 * place], row[begin + 2 * place + 1]) for place, kind in enumerate(KINDS)}


def _row(row: Sequence[Any], ranks: Ranks) -> FunnelRow:
    """A day of a product, whose key and counts come first."""
    return _funnel_row(row[0], row[1], dict(zip(COUNTS, row[2:], strict=False)), ranks)


def _total(days: Sequence[FunnelRow], ranks: Ranks) -> FunnelRow:
    counts = {name: sum(getattr(day, name) for day in days) for name in COUNTS if name in FunnelRow._fields}
    for place, (_, automatic, manual) in enumerate(OUTCOMES):
        counts[automatic] = sum(day.outcomes[place].automatic for day in days)
        counts[manual] = sum(day.outcomes[place].manual for day in days)
    return _funnel_row(None, None, counts, ranks)


def _funnel_row(day: date | None, product: str | None, counts: Mapping[str, int], ranks: Ranks) -> FunnelRow:
    outcomes = [OutcomeCount(outcome, counts[auto], counts[manual]) for outcome, auto, manual in OUTCOMES]
    return FunnelRow(
        day=day,
        product_code=product,
        submitted=counts["submitted"],
        decided=counts["decided"],
        outcomes=outcomes,
        offered=counts["offered"],
        signed=counts["signed"],
        disbursed=counts["disbursed"],
        withdrawn=counts["withdrawn"],
        decision=_percentiles(counts["decided"], ranks.get("DECISION")),
        automatic_decision=_percentiles(sum(o.automatic for o in outcomes), ranks.get("AUTOMATIC")),
        money=_percentiles(counts["disbursed"], ranks.get("MONEY")),
    )


def _percentiles(applications: int, ranks: tuple[int, int] | None) -> Percentiles:
    p50, p99 = ranks or (None, None)
    return Percentiles(applications, p50, p99)
