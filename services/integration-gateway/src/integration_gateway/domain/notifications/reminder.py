"""When a borrower is reminded of an instalment: seven days, three days and a day before it falls due, and on the day
itself, which `repayment.due` tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from uuid import UUID, uuid5

from integration_gateway.domain.desk.work import Kind
from loan_servicekit.core.days import BUSINESS_ZONE

DAYS_BEFORE = (7, 3, 1)
LOOK_AT = time(9)  # of the day, within the hours in which debtors may be contacted
TEMPLATE = "repayment-reminder"


@dataclass(frozen=True, slots=True)
class Remind:
    """Look at a loan's plan, and remind its borrower where it is time."""

    KIND: ClassVar[Kind] = Kind.REMIND

    application_id: UUID
    customer_id: UUID
    loan_id: UUID


@dataclass(frozen=True, slots=True)
class Instalment:
    """A row of the plan, as far as reminders go."""

    due_on: date
    unpaid_minor: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a look at the plan comes to: what to remind of today, and when to look again, if at all."""

    remind: Instalment | None
    days: int
    look_on: date | None


def planned(instalments: Sequence[Instalment], today: date) -> Plan:
    """The next instalment that is not paid counts. On its day, and from then on, its own message tells of it, which
    begins the next one's reminders."""
    ahead = [each for each in instalments if each.unpaid_minor > 0 and each.due_on > today]
    if not ahead:
        return Plan(None, 0, None)
    following = min(ahead, key=lambda each: each.due_on)
    days = (following.due_on - today).days
    later = [before for before in DAYS_BEFORE if before < days]
    look_on = following.due_on - timedelta(days=later[0]) if later else None
    return Plan(following if days in DAYS_BEFORE else None, days, look_on)


def look_at(day: date, now: datetime) -> datetime:
    """When to look on a day; now, where that is over."""
    return max(datetime.combine(day, LOOK_AT, BUSINESS_ZONE), now)


def look_id(loan_id: UUID, day: date) -> UUID:
    """One look a loan and day, whoever asks for it."""
    return uuid5(loan_id, f"remind {day.isoformat()}")


def first_look(first_due_on: date) -> date:
    """The day on which the first reminder of a loan is due."""
    return first_due_on - timedelta(days=DAYS_BEFORE[0])


def yuan(minor: int) -> str:
    """A sum as it stands in a text."""
    return f"{minor // 100:,}.{minor % 100:02}"
