"""The business date: it moves only by closing a day (domain.md R-0.6, §15.2)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from loan_contracts.lending import BusinessDayClosed
from loan_servicekit.core import Aggregate, Conflict
from postloan_svc.domain.servicing.ageing import Day


@dataclass(eq=False)
class BusinessCalendar(Aggregate):
    """The one calendar of the institution: `business_date` is the open day."""

    business_date: date
    id: str = "business-calendar"

    def require_open(self, day: date) -> None:
        """Raises Conflict `business-day-not-open` for any other day than the open one."""
        if day != self.business_date:
            raise Conflict("business-day-not-open", f"{day} is not open; the open business day is {self.business_date}")

    def close(self, day: date, loans: int, totals: Day, now: datetime) -> date:
        """Closes the open day after its run over `loans` loans and returns the new business date.

        A day is closed once: Conflict `business-day-not-open` for any other day than the open one.
        """
        self.require_open(day)
        self.business_date = day + timedelta(days=1)
        self.record(
            BusinessDayClosed, business_date=day, loans=loans, due=totals.due, missed=totals.missed, closed_at=now
        )
        return self.business_date
