"""The business date: it moves only by closing a day (domain.md R-0.6, §15.2)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loan_contracts.lending import BusinessDayClosed
from loan_servicekit.core import BUSINESS_ZONE, Aggregate, Conflict, business_day
from postloan_svc.domain.servicing.ageing import Day
from postloan_svc.domain.two_people import require_second_person


@dataclass(eq=False)
class BusinessCalendar(Aggregate):
    """The one calendar of the institution: `business_date` is the open day."""

    business_date: date
    id: str = "business-calendar"
    closing_asked_by: str | None = None
    closing_asked_at: datetime | None = None

    AUDITED_AS = "business-calendar"

    def ask_closing(self, by: str, now: datetime) -> None:
        """Somebody wants the open day closed by hand; another one decides. Raises Conflict `closing-already-asked`."""
        if self.closing_asked_by is not None:
            raise Conflict("closing-already-asked", f"{self.closing_asked_by} has asked to close {self.business_date}")
        self.closing_asked_by, self.closing_asked_at = by, now
        self.audit("ask_day_closing", {"day": self.business_date.isoformat()})

    def decide_closing(self, approve: bool, by: str) -> str:
        """Another person lets the closing begin or says no; gives back who has asked. Raises Conflict
        `closing-not-asked`, Forbidden `second-person-required`."""
        asked_by = self.closing_asked_by
        if asked_by is None:
            raise Conflict("closing-not-asked", f"nobody has asked to close {self.business_date}")
        require_second_person(by, asked_by)
        self.closing_asked_by = self.closing_asked_at = None
        detail = {"day": self.business_date.isoformat(), "approved": str(approve).lower()}
        self.audit("decide_day_closing", detail)
        return asked_by

    def require_open(self, day: date) -> None:
        """Raises Conflict `business-day-not-open` for any other day than the open one."""
        if day != self.business_date:
            raise Conflict("business-day-not-open", f"{day} is not open; the open business day is {self.business_date}")

    def require_over(self, day: date, now: datetime) -> None:
        """Raises Conflict `business-day-not-over` while the day lasts: business dates never pass the calendar
        (domain.md R-0.6)."""
        if day >= business_day(now):
            raise Conflict(
                "business-day-not-over", f"{day} is not over; it can be closed from {day + timedelta(days=1)} on"
            )

    def close(self, day: date, loans: int, totals: Day, now: datetime) -> date:
        """Closes the open day after its run over `loans` loans and returns the new business date.

        A day is closed once: Conflict `business-day-not-open` for any other day than the open one.
        """
        self.require_open(day)
        self.business_date = day + timedelta(days=1)
        self.closing_asked_by = self.closing_asked_at = None
        self.record(
            BusinessDayClosed, business_date=day, loans=loans, due=totals.due, missed=totals.missed, closed_at=now
        )
        return self.business_date


def day_of_money(moved_at: datetime, open_day: date, now: datetime) -> date:
    """The business day of money that moved at a moment: its own date (R-0.5), whether the open day lags behind it, as
    after midnight, or has passed it.

    Where business days run ahead of the calendar, which production refuses, money moves with them: its day lies as far
    from the open one as its date from today's. So what is paid out now in a demonstration counts from the open day.
    """
    ahead = max(open_day - business_day(now), timedelta(0))
    return business_day(moved_at) + ahead


def closes_by_itself(day: date, closing_time: time, now: datetime) -> bool:
    """Whether the time has come to close a day without being asked: that time on the day after it, or any later."""
    return now >= datetime.combine(day + timedelta(days=1), closing_time, BUSINESS_ZONE)
