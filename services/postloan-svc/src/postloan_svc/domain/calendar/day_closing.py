"""The closing of one business day: a run over the loans that it concerns, restarted where it stopped
(domain.md §15.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from loan_servicekit.core import Aggregate
from postloan_svc.domain.servicing.ageing import Day


class ClosingStatus(StrEnum):
    """RUNNING until every loan has been advanced and the calendar has moved. What one person has asked for and nobody
    has approved is REQUESTED: there is no run yet."""

    REQUESTED = "REQUESTED"
    RUNNING = "RUNNING"
    DONE = "DONE"


class Place(NamedTuple):
    """Where a loan stands in a run: by the day on which something happens to it. Those that only grow older, as an
    overdue loan does each day, come last, at AGEING."""

    on: date
    loan_id: UUID


AGEING = date.max


@dataclass(frozen=True, slots=True)
class SetAside:
    """A loan that could not be advanced: the day goes on without it. Each later run tries it again."""

    day: date
    loan_id: UUID
    problem: str


@dataclass(eq=False)
class DayClosing(Aggregate):
    """One a day. Loans are advanced in chunks in the order of their places; what a chunk told is counted in its commit.

    When all are advanced, interest accrues for all of them, in the order of their ids: `accrued_to` is the last one.
    `cursor_on` and `cursor` are the place of the last loan that was advanced or set aside: whoever goes on, after a
    crash or beside another process, goes on behind it.
    """

    AUDITED_AS = "business-day"

    id: date
    status: ClosingStatus
    loans: int
    due: int
    missed: int
    requested_by: str
    started_at: datetime
    closed_at: datetime | None = None
    cursor: UUID | None = None
    cursor_on: date | None = None
    set_aside: int = 0
    accruals: int = 0
    accrued_to: UUID | None = None
    _aside: list[SetAside] = field(default_factory=list, init=False)

    @classmethod
    def begin(cls, day: date, by: str, now: datetime) -> "DayClosing":
        """A new run."""
        closing = cls(day, ClosingStatus.RUNNING, 0, 0, 0, by, now)
        closing._tell("begin_day_closing")
        return closing

    @property
    def reached(self) -> Place | None:
        """The place of the last loan that is done with; None where none is."""
        return Place(self.cursor_on, self.cursor) if self.cursor_on and self.cursor else None

    def remaining(self, places: Sequence[Place]) -> list[Place]:
        """Those of some places that are still to be advanced; none once the run is done."""
        if self.status is ClosingStatus.DONE:
            return []
        reached = self.reached
        return [place for place in places if reached is None or place > reached]

    def count(self, places: Sequence[Place], told: Day) -> None:
        """Adds a chunk of remaining loans that were advanced, and what it told."""
        self.loans, self.due, self.missed = self.loans + len(places), self.due + told.due, self.missed + told.missed
        self.cursor_on, self.cursor = places[-1]
        self._tell("advance_loans")

    def go_on_without(self, place: Place, problem: str) -> None:
        """Sets a remaining loan aside, because of what keeps it from being advanced."""
        self.set_aside += 1
        self.cursor_on, self.cursor = place
        self._aside.append(SetAside(self.id, place.loan_id, problem))
        self.audit("set_loan_aside", {"loan_id": str(place.loan_id), "problem": problem})

    def count_accruals(self, accruals: int, accrued_to: UUID) -> None:
        """Adds a chunk of loans whose interest of the day is posted, up to a loan."""
        self.accruals, self.accrued_to = self.accruals + accruals, accrued_to
        self._tell("accrue_interest")

    def take_set_aside(self) -> list[SetAside]:
        """The loans that were set aside since the last save."""
        taken, self._aside = self._aside, []
        return taken

    def finish(self, now: datetime) -> None:
        """All loans are advanced."""
        self.status, self.closed_at = ClosingStatus.DONE, now
        self._tell("finish_day_closing")

    @property
    def totals(self) -> Day:
        """What fell due and what was missed on this run."""
        return Day(self.due, self.missed)

    def _tell(self, action: str) -> None:
        self.audit(action, {"status": self.status.value, "loans": str(self.loans)})
