"""The closing of one business day: a run over the loans that it concerns, restarted where it stopped
(domain.md §15.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from loan_servicekit.core import Aggregate
from postloan_svc.domain.servicing.ageing import Day


class ClosingStatus(StrEnum):
    """RUNNING until every loan has been advanced, the calendar has moved, and the ledger has the day. What one person
    has asked for and nobody has approved is REQUESTED: there is no run yet."""

    REQUESTED = "REQUESTED"
    RUNNING = "RUNNING"
    DONE = "DONE"


class Step(StrEnum):
    """What a run is at, in the order of domain.md §15.2. The loans go through the first two shard by shard."""

    ACCRUE = "ACCRUE"  # interest of the day
    ADVANCE = "ADVANCE"  # dues, missed repayments, buckets, non-accrual, profile: what the next day brings
    END = "END"  # what was posted meanwhile accrues, and the calendar moves
    POST = "POST"  # the general ledger gets the day
    DONE = "DONE"


class Place(NamedTuple):
    """Where a loan stands in a run: by the day on which something happens to it. Those that a parameter concerns, and
    nothing of their own, come last, at AGEING."""

    on: date
    loan_id: UUID


AGEING = date.max
IDS = 1 << 128


class Shard(NamedTuple):
    """The loans with ids behind one, and up to another."""

    number: int
    behind: UUID
    last: UUID


def shards(count: int) -> list[Shard]:
    """All loans in so many parts."""
    ends = [IDS * number // count for number in range(count + 1)]
    return [Shard(n, UUID(int=max(0, ends[n] - 1)), UUID(int=ends[n + 1] - 1)) for n in range(count)]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A loan that could not be advanced: the day goes on without it. Each later run tries it again."""

    day: date
    loan_id: UUID
    problem: str


@dataclass(eq=False)
class ClosingShard(Aggregate):
    """The part of a run that goes over some loans: in chunks, each counted in its own commit.

    First their interest accrues, in the order of their ids (`accrued_to` is the last one), then those with something to
    tell are advanced, in the order of their places: `cursor_on` and `cursor` are that of the last loan that was
    advanced or set aside. Whoever goes on, after a crash or beside another process, goes on behind it. `late` are the
    loans that days were left out for: their interest is posted on what they were then, and at the end once more.
    """

    AUDITED_AS = "business-day"

    id: str
    day: date
    behind: UUID
    last: UUID
    step: Step = Step.ACCRUE
    loans: int = 0
    due: int = 0
    missed: int = 0
    accruals: int = 0
    set_aside: int = 0
    accrued_to: UUID | None = None
    cursor: UUID | None = None
    cursor_on: date | None = None
    late: list[UUID] = field(default_factory=list)
    _aside: list[SetAside] = field(default_factory=list, init=False)

    @classmethod
    def of(cls, day: date, shard: Shard) -> "ClosingShard":
        """A shard that is about to begin."""
        return cls(f"{day}/{shard.number:02}", day, shard.behind, shard.last)

    @property
    def number(self) -> str:
        """Which of its run it is."""
        return self.id.partition("/")[2]

    @property
    def next_day(self) -> date:
        """The business day that its loans are brought to."""
        return self.day + timedelta(days=1)

    @property
    def reached(self) -> Place | None:
        """The place of the last loan that is done with; None where none is."""
        return Place(self.cursor_on, self.cursor) if self.cursor_on and self.cursor else None

    def remaining(self, places: Sequence[Place]) -> list[Place]:
        """Those of some places that are still to be advanced; none but while they are."""
        if self.step is not Step.ADVANCE:
            return []
        reached = self.reached
        return [place for place in places if reached is None or place > reached]

    def count_accruals(self, accruals: int, accrued_to: UUID | None) -> None:
        """Adds a chunk of loans whose interest of the day is posted, up to a loan; None: that was the last chunk."""
        self.accruals += accruals
        if accrued_to:
            self.accrued_to = accrued_to
        else:
            self.step = Step.ADVANCE
        self._tell("accrue_interest")

    def count(self, places: Sequence[Place], told: Day, more: bool) -> None:
        """Adds a chunk of remaining loans that were advanced, and what it told; the last one unless there is `more`."""
        self.loans, self.due, self.missed = self.loans + len(places), self.due + told.due, self.missed + told.missed
        self.late += [place.loan_id for place in places if place.on <= self.day]
        if places:
            self.cursor_on, self.cursor = places[-1]
        if not more:
            self.step = Step.DONE
        self._tell("advance_loans")

    def go_on_without(self, place: Place, problem: str) -> None:
        """Sets a remaining loan aside, because of what keeps it from being advanced."""
        self.set_aside += 1
        self.cursor_on, self.cursor = place
        self._aside.append(SetAside(self.day, place.loan_id, problem))
        self.audit("set_loan_aside", {"loan_id": str(place.loan_id), "problem": problem})

    def take_set_aside(self) -> list[SetAside]:
        """The loans that were set aside since the last save."""
        taken, self._aside = self._aside, []
        return taken

    def _tell(self, action: str) -> None:
        told = {"step": self.step.value, "accruals": str(self.accruals), "loans": str(self.loans)}
        self.audit(action, told)


@dataclass(eq=False)
class DayClosing(Aggregate):
    """One a day: what its shards have counted, once all of them are done, and what comes behind them."""

    AUDITED_AS = "business-day"

    id: date
    status: ClosingStatus
    loans: int
    due: int
    missed: int
    requested_by: str
    started_at: datetime
    closed_at: datetime | None = None
    set_aside: int = 0
    accruals: int = 0
    step: Step = Step.ACCRUE
    shards: int = 0

    @classmethod
    def begin(cls, day: date, by: str, shards: int, now: datetime) -> "DayClosing":
        """A new run, in so many parts."""
        closing = cls(day, ClosingStatus.RUNNING, 0, 0, 0, by, now, shards=shards)
        closing._tell("begin_day_closing")
        return closing

    def parts(self) -> list[ClosingShard]:
        """Its shards, as they begin."""
        return [ClosingShard.of(self.id, shard) for shard in shards(self.shards)]

    def counted(self, parts: Sequence[ClosingShard]) -> "DayClosing":
        """Puts together what its shards have counted, and what the slowest of them is at."""
        if not parts or self.step not in (Step.ACCRUE, Step.ADVANCE):
            return self
        self.loans = sum(part.loans for part in parts)
        self.due = sum(part.due for part in parts)
        self.missed = sum(part.missed for part in parts)
        self.set_aside = sum(part.set_aside for part in parts)
        self.accruals = sum(part.accruals for part in parts)
        order = list(Step)
        slowest = min((part.step for part in parts), key=order.index)
        self.step = Step.END if slowest is Step.DONE else slowest
        return self

    def end(self, now: datetime) -> None:
        """Every loan is advanced and the calendar moves."""
        self.step, self.closed_at = Step.POST, now
        self._tell("end_business_day")

    def finish(self) -> None:
        """The general ledger has the day."""
        self.step, self.status = Step.DONE, ClosingStatus.DONE
        self._tell("finish_day_closing")

    @property
    def totals(self) -> Day:
        """What fell due and what was missed on this run."""
        return Day(self.due, self.missed)

    def _tell(self, action: str) -> None:
        self.audit(action, {"status": self.status.value, "step": self.step.value, "loans": str(self.loans)})
