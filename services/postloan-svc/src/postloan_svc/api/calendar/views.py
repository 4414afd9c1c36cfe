"""What is shown of the business day."""

from datetime import date, datetime

from pydantic import BaseModel

from postloan_svc.domain.calendar.day_closing import ClosingStatus, DayClosing


class DayClosingView(BaseModel):
    """A run over the loans."""

    day: date
    status: ClosingStatus
    loans: int
    due: int
    missed: int
    requested_by: str
    started_at: datetime
    closed_at: datetime | None

    @classmethod
    def of(cls, c: DayClosing) -> "DayClosingView":
        """The view of a run."""
        return cls(
            day=c.id,
            status=c.status,
            loans=c.loans,
            due=c.due,
            missed=c.missed,
            requested_by=c.requested_by,
            started_at=c.started_at,
            closed_at=c.closed_at,
        )


class BusinessDayView(BaseModel):
    """The open business day, and the run that is closing it."""

    business_date: date
    closing: DayClosingView | None
