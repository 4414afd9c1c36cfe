"""Which record is kept how long, from which event on and why (domain.md §7.9); and what must not go meanwhile.

A service declares its rules; how long is a parameter, which two persons change and which begins on a day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from loan_servicekit.core.aggregate import Aggregate
from loan_servicekit.core.caller import Caller
from loan_servicekit.core.days import BUSINESS_ZONE, business_day
from loan_servicekit.core.errors import Conflict, Forbidden
from loan_servicekit.core.parameters import Parameter, ParameterKind, number

AREA = "retention"
PASSING = timedelta(days=400)  # what is kept no longer comes and goes with the load; the rest stays for years


class Unit(StrEnum):
    """What a period is counted in."""

    DAY = "day"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Taking:
    """What goes of a table: rows that belong to a due one (`on`, with its `key`), or these columns of them."""

    table: str
    on: str
    empties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keeping:
    """For how long one kind of record is kept, and what goes then.

    `since` is a column of `table`, known to an index: when the event was from which the period runs. `only` says in SQL
    which of its rows (`t`) are of this kind, and does not change from true to false and back; `subjects` are the ids by
    which a legal hold names them, and `key` is what finds the rows that go. `least` and `most` are what the law leaves
    to choose.
    """

    record: str
    table: str
    since: str
    key: str
    takes: tuple[Taking, ...]
    subjects: tuple[str, ...]
    period: int
    unit: Unit
    least: int
    most: int
    source: str
    confidence: str
    why: str
    only: str = "true"

    @property
    def code(self) -> str:
        """The parameter that says how long."""
        return f"retention.{self.record}"

    @property
    def kind(self) -> ParameterKind:
        """What its values may be."""
        return number(self.unit, AREA, f"How long kept: {self.why}", str(self.least), str(self.most))

    @property
    def passing(self) -> bool:
        """Whether it goes within about a year."""
        return self.unit is Unit.DAY and timedelta(days=self.period) <= PASSING


def kinds(rules: Iterable[Keeping]) -> dict[str, ParameterKind]:
    """The parameters of rules, for the service's catalogue."""
    return {rule.code: rule.kind for rule in rules}


def seeds(rules: Iterable[Keeping], first_day: date) -> list[tuple[str, str, str, date, str, str]]:
    """The periods that hold from the first day on, for a migration."""
    return [(r.code, str(r.period), r.unit.value, first_day, r.source, r.confidence) for r in rules]


def cutoff(rule: Parameter, now: datetime) -> datetime:
    """The moment before which an event must lie for its record to go today: the beginning of the day that is so long
    past. A period of years ends on the same day of the year, that of 29 February on the 28th."""
    today, period = business_day(now), int(rule.value)
    if rule.unit == Unit.DAY:
        day = today - timedelta(days=period)
    else:
        leap = today.month == 2 and today.day == 29
        day = today.replace(year=today.year - period, day=28 if leap else today.day)
    return datetime.combine(day, time(), BUSINESS_ZONE).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Run:
    """What one rule took away on one day: rows by table, of which time, by which version of which rule."""

    id: UUID
    record: str
    rule: str
    period: int
    unit: str
    valid_from: date
    recorded_at: datetime | None
    cutoff: datetime
    taken: Mapping[str, int]
    held: int
    first_at: datetime | None
    last_at: datetime | None
    started_at: datetime
    finished_at: datetime | None


@dataclass
class LegalHold(Aggregate):
    """What is about an application or a customer stays, whatever its age, until another person releases it."""

    AUDITED_AS: ClassVar[str] = "legal-hold"

    id: UUID
    subject_id: UUID
    reason: str
    placed_by: str
    placed_at: datetime
    released_by: str | None = None
    released_at: datetime | None = None
    release_reason: str | None = None

    def place(self) -> None:
        """Holds from now on."""
        self.audit("place_legal_hold", {"subject": str(self.subject_id)})

    def release(self, by: Caller, now: datetime, reason: str) -> None:
        """Raises Forbidden to who placed it, Conflict where it is released already."""
        if by.subject == self.placed_by:
            raise Forbidden("second-person-required", "another person than who placed it releases a legal hold")
        if self.released_at is not None:
            raise Conflict("legal-hold-released", "the hold is released already")
        self.released_by, self.released_at, self.release_reason = by.subject, now, reason
        self.audit("release_legal_hold", {"subject": str(self.subject_id)})
