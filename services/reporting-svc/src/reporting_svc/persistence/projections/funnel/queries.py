"""Reads of the funnel."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from loan_contracts.decisions import Outcome
from loan_servicekit.db.queries import Reader
from reporting_svc.domain.projections.funnel.funnel import FunnelRow, OutcomeCount, Percentiles

BRANCH = "select branch from application_progress where application_id = $1"
_OUTCOMES = ", ".join(
    f"count(*) filter (where outcome = '{outcome.value}' and automatic) as automatic_{outcome.value.lower()},"
    f" count(*) filter (where outcome = '{outcome.value}' and not automatic) as manual_{outcome.value.lower()}"
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
select day, product_code, count(*) as submitted, count(decided_at) as decided, {_OUTCOMES},
  count(offered_at) as offered, count(signed_at) as signed, count(disbursed_at) as disbursed,
  count(withdrawn_at) as withdrawn,
  {_RANKS.format("decision_ms")} filter (where decided_at is not null) as decision_ms,
  count(decided_at) filter (where automatic) as decided_alone,
  {_RANKS.format("decision_ms")} filter (where decided_at is not null and automatic) as automatic_ms,
  {_RANKS.format("money_ms")} filter (where disbursed_at is not null) as money_ms
from cohort group by grouping sets ((), (day, product_code)) order by day nulls first, product_code
"""


class SqlFunnel:
    """Implements `FunnelQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def branch_of(self, application_id: UUID) -> str | None:
        """The branch of an application whose submission has been heard of."""
        found = await self._reader.rows(BRANCH, application_id)
        return found[0][0] if found else None

    async def funnel(self, begin: datetime, end: datetime, product: str | None) -> Sequence[FunnelRow]:
        """All together, then by day and product."""
        return [_row(row) for row in await self._reader.rows(FUNNEL, begin, end, product)]


def _row(row: Any) -> FunnelRow:
    """A row by the names of its columns."""
    return FunnelRow(
        day=row.day,
        product_code=row.product_code,
        submitted=row.submitted,
        decided=row.decided,
        outcomes=[_outcomes(row, outcome) for outcome in Outcome],
        offered=row.offered,
        signed=row.signed,
        disbursed=row.disbursed,
        withdrawn=row.withdrawn,
        decision=_percentiles(row.decided, row.decision_ms),
        automatic_decision=_percentiles(row.decided_alone, row.automatic_ms),
        money=_percentiles(row.disbursed, row.money_ms),
    )


def _outcomes(row: Any, outcome: Outcome) -> OutcomeCount:
    name = outcome.value.lower()
    return OutcomeCount(outcome, automatic=getattr(row, f"automatic_{name}"), manual=getattr(row, f"manual_{name}"))


def _percentiles(measured: int, ranks: Sequence[int] | None) -> Percentiles:
    p50, p99 = ranks or (None, None)
    return Percentiles(measured, p50, p99)
