"""Figures of closed tasks over HTTP."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from loan_contracts.access import TABLE
from loan_servicekit.core import FieldError, Invalid, business_day
from loan_servicekit.http import Day, Router, problems, requires
from workflow_svc.api.ports import Context
from workflow_svc.api.tasks.asked import EARLIEST, begin_of
from workflow_svc.use_cases.tasks.figures import TaskFigures

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


class Period:
    """The business days of what is counted: at most a year."""

    def __init__(
        self,
        closed_from: Annotated[
            Day | None, Query(description="Completed on this business day or later; absent: 30 days before the last")
        ] = None,
        closed_to: Annotated[
            Day | None, Query(description="Completed on this business day or before; absent: today")
        ] = None,
    ) -> None:
        self._from, self._to = closed_from, closed_to

    def last(self, now: datetime) -> date:
        """The last day."""
        return self._to or business_day(now)

    def first(self, now: datetime) -> date:
        """The first day."""
        return self._from or max(self.last(now), EARLIEST + USUAL) - USUAL

    def span(self, now: datetime) -> tuple[datetime, datetime]:
        """When it begins, and when it is over. Raises Invalid `days-reversed`."""
        first, last = self.first(now), self.last(now)
        if not timedelta() <= last - first < timedelta(days=LONGEST_DAYS):
            detail = "closed_to lies before closed_from, or more than a year after it"
            raise Invalid("days-reversed", detail, [FieldError("/closed_to", "days-reversed", detail)])
        return begin_of(first), begin_of(last, 1)

    def a_working_day(self, times: int, context: Context) -> Decimal:
        """So many a working day of the period, as far as it has come."""
        days = context.ports.processes().calendar.days
        first, last = self.first(context.now), min(self.last(context.now), business_day(context.now))
        worked = sum(days.is_working_day(first + timedelta(days=n)) for n in range((last - first).days + 1))
        return (Decimal(times) / max(worked, 1)).quantize(Decimal("0.01"))


class WorkingSpanView(BaseModel):
    """Working time, by the calendar."""

    median_s: int = Field(description="Half of them took at most so many seconds")
    ninth_decile_s: int = Field(description="Nine of ten took at most so many seconds")


class FiguresView(BaseModel):
    """Completed tasks of one kind."""

    value: str = Field(description="The stage, role, branch, product or person", examples=["manual_review"])
    completed: int
    late: int = Field(description="Of them, those completed after their due time")
    late_share: Decimal = Field(description="The same as a share of one")
    per_working_day: Decimal = Field(description="How many were completed a working day of the period")
    median_s: int = Field(description="Half of them took at most so many seconds from their opening on")
    ninth_decile_s: int = Field(description="Nine of ten took at most so many seconds")
    waiting: WorkingSpanView | None = Field(description="Until somebody took them; null: from before it was measured")
    working: WorkingSpanView | None = Field(description="From then on, but for what they stood still")
    working_s: int = Field(description="Of all of them together")

    @classmethod
    def of(cls, figures: TaskFigures, per_working_day: Decimal) -> Self:
        """The view of figures."""
        return cls(
            value=figures.value,
            completed=figures.completed,
            late=figures.late,
            late_share=(Decimal(figures.late) / figures.completed).quantize(Decimal("0.0001")),
            per_working_day=per_working_day,
            median_s=figures.median_s,
            ninth_decile_s=figures.ninth_decile_s,
            waiting=figures.waited and WorkingSpanView(**figures.waited._asdict()),
            working=figures.worked and WorkingSpanView(**figures.worked._asdict()),
            working_s=figures.worked_s,
        )


class TaskFiguresView(BaseModel):
    """Figures of the tasks that were completed between two days."""

    closed_from: date
    closed_to: date
    items: list[FiguresView] = Field(description="The most first, at most 200 kinds")


@router.get("/task-figures", operation_id="get_task_figures", responses=problems())
async def get_task_figures(
    context: Annotated[Context, requires("funnel.read")],
    period: Annotated[Period, Depends()],
    by: By = By.STAGE,
) -> TaskFiguresView:
    """How many tasks were completed, how many of them late, how long they took, waited, and were worked on. By person
    each counts who decided or voted. At most a year at once."""
    begin, end = period.span(context.now)
    found = await context.ports.tasks.figures(by.value, ROLES, context.caller.branch_scope, begin, end)
    return TaskFiguresView(
        closed_from=period.first(context.now),
        closed_to=period.last(context.now),
        items=[FiguresView.of(each, period.a_working_day(each.completed, context)) for each in found],
    )
