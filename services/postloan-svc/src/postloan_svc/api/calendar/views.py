"""What is shown of the business day."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from postloan_svc.domain.calendar.day_closing import ClosingStatus, DayClosing, Step


class DayClosingView(BaseModel):
    """A run over the loans."""

    day: date
    status: ClosingStatus
    step: Step = Field(description="What the slowest part of the run is at; the business date moves behind `END`")
    loans: int = Field(description="Loans with something to tell that were advanced")
    due: int
    missed: int
    set_aside: int = Field(description="Loans that could not be advanced: the run went on without them")
    accruals: int = Field(description="Loans whose interest of the day is posted")
    requested_by: str
    started_at: datetime
    closed_at: datetime | None

    @classmethod
    def of(cls, c: DayClosing) -> "DayClosingView":
        """The view of a run."""
        return cls(
            day=c.id,
            status=c.status,
            step=c.step,
            loans=c.loans,
            due=c.due,
            missed=c.missed,
            set_aside=c.set_aside,
            accruals=c.accruals,
            requested_by=c.requested_by,
            started_at=c.started_at,
            closed_at=c.closed_at,
        )


class SetAsideView(BaseModel):
    """A loan that a run went on without. The next run tries it again."""

    loan_id: UUID
    problem: str


class BusinessDayView(BaseModel):
    """The open business day, and the run that is closing it."""

    business_date: date
    closing: DayClosingView | None
    closing_asked_by: str | None = Field(description="Who wants it closed by hand, and waits for another person")
