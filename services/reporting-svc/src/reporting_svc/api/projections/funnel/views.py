"""What the route of the funnel answers."""

from datetime import date
from typing import Any

from pydantic import BaseModel, Field

from loan_contracts.decisions import Outcome
from reporting_svc.domain.projections.funnel.funnel import FunnelRow, Percentiles


class PercentilesView(BaseModel):
    """Milliseconds by nearest rank."""

    count: int
    p50: int | None
    p99: int | None


class OutcomeCountView(BaseModel):
    """Decisions of one outcome, by the process alone and by people."""

    outcome: Outcome
    automatic: int
    manual: int


class FunnelCountsView(BaseModel):
    """How many unique applications came how far."""

    submitted: int
    decided: int
    outcomes: list[OutcomeCountView]
    offered: int
    signed: int
    disbursed: int
    withdrawn: int
    decision_ms: PercentilesView = Field(description="From submission to decision")
    automatic_decision_ms: PercentilesView = Field(description="The same, decisions without a person alone")
    money_ms: PercentilesView = Field(description="From submission to pay-out")


class FunnelDayView(FunnelCountsView):
    """The applications of one product submitted on one business day."""

    day: date
    product_code: str


class FunnelView(BaseModel):
    """The applications submitted on some business days (Asia/Shanghai), wherever they are by now."""

    first: date
    last: date
    product: str | None
    total: FunnelCountsView
    days: list[FunnelDayView]


def shown(row: FunnelRow) -> dict[str, Any]:
    """What a row shows, as JSON has it. A year has a thousand of them: they are not made into models first."""
    return {
        "submitted": row.submitted,
        "decided": row.decided,
        "outcomes": [{"outcome": o.outcome.value, "automatic": o.automatic, "manual": o.manual} for o in row.outcomes],
        "offered": row.offered,
        "signed": row.signed,
        "disbursed": row.disbursed,
        "withdrawn": row.withdrawn,
        "decision_ms": _percentiles(row.decision),
        "automatic_decision_ms": _percentiles(row.automatic_decision),
        "money_ms": _percentiles(row.money),
    }


def shown_day(row: FunnelRow) -> dict[str, Any]:
    """What the row of a day and product shows."""
    return {"day": row.day, "product_code": row.product_code} | shown(row)


def _percentiles(p: Percentiles) -> dict[str, int | None]:
    return {"count": p.measured, "p50": p.p50, "p99": p.p99}
