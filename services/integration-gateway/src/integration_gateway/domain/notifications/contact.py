"""When a customer may be told something, and what he does not want to be told (domain.md §5.2).

What he has asked for himself, and what the law says he is to hear, is told at once. A reminder of what he owes waits
for the hours in which debtors may be contacted (R-5.1), is bounded in number, and is refused by who does not want it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from integration_gateway.domain.notifications.reminder import TEMPLATE
from loan_servicekit.core import Aggregate
from loan_servicekit.core.days import BUSINESS_ZONE
from loan_servicekit.core.parameters import ParameterCatalogue, ParameterKind, number

QUIET_HOURS, MOST_REMINDERS = "collect.quiet_hours", "contact.reminders_a_day"
REFUSED, TOO_MANY = "refused-by-customer", "too-many-today"


class Purpose(StrEnum):
    """Why a customer is told something."""

    ANSWER = "ANSWER"
    REMINDER = "REMINDER"


REMINDERS = frozenset({TEMPLATE})
"""Messages that remind of a debt; all others answer to what somebody has asked for, or are demanded by law."""


def purpose_of(template: str) -> Purpose:
    """Why a message is sent."""
    return Purpose.REMINDER if template in REMINDERS else Purpose.ANSWER


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when to when nobody is reminded; over midnight where the end is the earlier time."""

    begin: time
    end: time

    @classmethod
    def parse(cls, text: str) -> "QuietHours":
        """Reads `22:00-08:00`; raises ValueError."""
        begin, dash, end = text.partition("-")
        if not dash or len(begin) != 5 or len(end) != 5 or begin == end:
            raise ValueError(text)
        return cls(time.fromisoformat(begin), time.fromisoformat(end))

    def over_at(self, now: datetime) -> datetime | None:
        """When they are over, where they are on; the whole country keeps one time (R-5.20)."""
        local = now.astimezone(BUSINESS_ZONE)
        at, overnight = local.time(), self.end < self.begin
        on = at >= self.begin or at < self.end if overnight else self.begin <= at < self.end
        if not on:
            return None
        day = local.date() + timedelta(days=1) if overnight and at >= self.begin else local.date()
        return datetime.combine(day, self.end, BUSINESS_ZONE)


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds today."""

    quiet: QuietHours
    most_reminders: int

    @classmethod
    def of(cls, values: Mapping[str, str]) -> "Rules":
        """From the values in force; raises KeyError where one is missing."""
        return cls(QuietHours.parse(values[QUIET_HOURS]), int(values[MOST_REMINDERS]))


CATALOGUE = ParameterCatalogue(
    {
        QUIET_HOURS: ParameterKind(
            "time",
            "product",
            "When nobody is reminded of what he owes",
            "two times of day as HH:MM-HH:MM",
            QuietHours.parse,
        ),
        MOST_REMINDERS: number("time", "product", "How often a day a customer is reminded at most", "1", "10"),
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a customer when he is to be told something."""

    wants_reminders: bool = True
    night: bool = False
    reminded_today: int = 0


@dataclass(frozen=True, slots=True)
class Permitted:
    """Whether he may be told now: `refusal` says why never, `later` when it may be tried again."""

    refusal: str | None = None
    later: datetime | None = None


NOW = Permitted()


def may_tell(purpose: Purpose, standing: Standing, rules: Rules, now: datetime) -> Permitted:
    """Whether a customer may be told something now. The strictest rule wins."""
    if purpose is not Purpose.REMINDER:
        return NOW
    if not standing.wants_reminders:
        return Permitted(REFUSED)
    if standing.reminded_today >= rules.most_reminders:
        return Permitted(TOO_MANY)
    over = None if standing.night else rules.quiet.over_at(now)
    return NOW if over is None else Permitted(later=over)


@dataclass(eq=False)
class ContactPreference(Aggregate):
    """How a customer wants to be told; `id` is the customer. Nothing that anybody has said: he is reminded, by day."""

    AUDITED_AS = "contact-preference"

    id: UUID
    reminders: bool
    night: bool
    changed_by: str
    changed_at: datetime

    def change(self, reminders: bool, night: bool, by: str, now: datetime) -> None:
        """He has said so to whom it was that wrote it down."""
        self.reminders, self.night, self.changed_by, self.changed_at = reminders, night, by, now
        self.audit("change_contact_preference", {"reminders": str(reminders).lower(), "night": str(night).lower()})
