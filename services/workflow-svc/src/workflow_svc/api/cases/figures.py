"""Figures of a process over HTTP: how many cases ended, how long they took, which ways they went, where others are."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import BaseModel, Field

from loan_servicekit.http import Router, problems, requires
from workflow_svc.api.ports import Context
from workflow_svc.api.tasks.figures import Period

router = Router(prefix="/v1")


class FlowView(BaseModel):
    """How often a flow was taken."""

    process: str = Field(description="The process whose diagram it is in: this one, or one that it calls")
    flow: str = Field(examples=["flow_reviewed_approved"])
    times: int


class ElementView(BaseModel):
    """At how many places of running cases an element is waited at."""

    process: str
    element: str = Field(examples=["review"])
    running: int


class OutcomeView(BaseModel):
    """How many cases ended so."""

    outcome: str = Field(examples=["APPROVED"], description="That of the decision, or WITHDRAWN")
    cases: int


class ProcessFiguresView(BaseModel):
    """Figures of a process. Flows and elements have the ids of its diagram, for a picture of where cases go and are."""

    code: str
    version: int | None = Field(description="Null: of all versions")
    ended_from: date
    ended_to: date
    ended: int = Field(description="Those that ended last, at most 5,000 of the days")
    per_working_day: Decimal
    median_s: int = Field(description="Half of them took at most so many seconds from their opening on")
    ninth_decile_s: int
    outcomes: list[OutcomeView]
    flows: list[FlowView] = Field(
        description="Of the cases that ended; a version that runs on SpiffWorkflow tells none"
    )
    running: int = Field(description="Those that were opened last, at most 10,000")
    elements: list[ElementView] = Field(description="Where these wait now")


@router.get("/processes/{code}/figures", operation_id="get_process_figures", responses=problems())
async def get_process_figures(
    code: Annotated[str, Path(pattern=r"^[A-Za-z0-9_.-]{1,100}$")],
    context: Annotated[Context, requires("funnel.read")],
    period: Annotated[Period, Depends()],
    version: Annotated[int | None, Query(ge=1, le=10**6, description="Of one version alone")] = None,
) -> ProcessFiguresView:
    """How many cases ended between two days, how they ended and how long they took, how often each flow was taken, and
    where running cases wait. How long each step takes people tells `get_task_figures`. At most a year at once."""
    begin, end = period.span(context.now)
    found = await context.ports.cases.figures(code, version, begin, end)
    return ProcessFiguresView(
        code=code,
        version=version,
        ended_from=period.first(context.now),
        ended_to=period.last(context.now),
        ended=found.ended,
        per_working_day=period.a_working_day(found.ended, context),
        median_s=found.span.median_s,
        ninth_decile_s=found.span.ninth_decile_s,
        outcomes=[OutcomeView(outcome=outcome, cases=cases) for outcome, cases in found.outcomes.items()],
        flows=[FlowView(process=of, flow=flow, times=n) for of, flow, n in _placed(code, found.taken)],
        running=found.running,
        elements=[ElementView(process=of, element=element, running=n) for of, element, n in _placed(code, found.at)],
    )


def _placed(code: str, counted: dict[str, int]) -> list[tuple[str, str, int]]:
    """With the process in whose diagram it stands."""
    split = ((*key.rpartition("/")[::2], times) for key, times in counted.items())
    return [(of or code, id, times) for of, id, times in split]
