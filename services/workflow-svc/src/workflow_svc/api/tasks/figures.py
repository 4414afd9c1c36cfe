"""Figures of closed tasks over HTTP."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Self

from fastapi import Query
from pydantic import BaseModel, Field

from loan_contracts.access import TABLE
from loan_servicekit.core import FieldError, Invalid, business_day
from loan_servicekit.http import Day, Router, problems, requires
from workflow_svc.api.ports import Context
from workflow_svc.api.tasks.asked import EARLIEST, begin_of
from workflow_svc.use_cases.tasks.ports import TaskFigures

router = Router(prefix="/v1")
LONGEST_DAYS = 366
USUAL = timedelta(days=30)
ROLES = tuple(role.name for role in TABLE)


class By(StrEnum):
    """What figures are told apart by."""

    STAGE = "stage"
    ROLE = "role"
    BRANCH = "branch"
    PRODUCT = "product_code"
    PERSON = "person"


class FiguresView(BaseModel):
    """Completed tasks of one kind."""

    value: str = Field(description="The stage, role, branch, product or person", examples=["manual_review"])
    completed: int
    late: int = Field(description="Of them, those completed after their due time")
    median_s: int = Field(description="Half of them took at most so many seconds from their opening on")
    ninth_decile_s: int = Field(description="Nine of ten took at most so many seconds")

    @classmethod
    def of(cls, figures: TaskFigures) -> Self:
        """The view of figures."""
        return cls.model_validate(figures, from_attributes=True)


class TaskFiguresView(BaseModel):
    """Figures of the tasks that were completed between two days."""

    closed_from: date
    closed_to: date
    items: list[FiguresView] = Field(description="The most first, at most 200 kinds")


@router.get("/task-figures", operation_id="get_task_figures", responses=problems())
async def get_task_figures(
    context: Annotated[Context, requires("funnel.read")],
    closed_from: Annotated[
        Day | None, Query(description="Completed on this business day or later; absent: 30 days before the last")
    ] = None,
    closed_to: Annotated[
        Day | None, Query(description="Completed on this business day or before; absent: today")
    ] = None,
    by: By = By.STAGE,
) -> TaskFiguresView:
    """How many tasks were completed, how many of them late, and how long they took. By person each counts who decided
    or voted. At most a year at once."""
    last = closed_to or business_day(context.now)
    first = closed_from or max(last, EARLIEST + USUAL) - USUAL
    if not timedelta() <= last - first < timedelta(days=LONGEST_DAYS):
        detail = "closed_to lies before closed_from, or more than a year after it"
        raise Invalid("days-reversed", detail, [FieldError("/closed_to", "days-reversed", detail)])
    begin, end = begin_of(first), begin_of(last, 1)
    found = await context.ports.tasks.figures(by.value, ROLES, context.caller.branch_scope, begin, end)
    return TaskFiguresView(closed_from=first, closed_to=last, items=[FiguresView.of(each) for each in found])
