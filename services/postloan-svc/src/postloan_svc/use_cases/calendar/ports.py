"""What the closing of a business day needs of the unit of work, what is loaded for its steps, and its reads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from postloan_svc.domain.calendar.business_day import BusinessCalendar
from postloan_svc.domain.calendar.day_closing import ClosingShard, DayClosing, Place, SetAside
from postloan_svc.use_cases.loan.ports import Loans

CALENDAR = "business-calendar"


class Calendars(Protocol):
    """The one calendar."""

    async def get(self, id: str) -> BusinessCalendar:
        """The calendar."""


class DayClosings(Protocol):
    """The runs."""

    async def get(self, id: date) -> DayClosing:
        """The run of a day; raises NotFound `day-closing-not-found`."""

    async def find(self, id: date) -> DayClosing | None:
        """The run of a day, if it was begun."""

    def add(self, aggregate: DayClosing) -> None:
        """Takes in a new run."""


class ClosingShards(Protocol):
    """The parts of runs."""

    async def get(self, id: str) -> ClosingShard:
        """A shard; raises NotFound `closing-shard-not-found`."""

    def add(self, aggregate: ClosingShard) -> None:
        """Takes in a new one."""


class UnitOfWork(Protocol):
    """One transaction. What a loan has posted and received is saved with it."""

    loans: Loans
    calendars: Calendars
    day_closings: DayClosings
    closing_shards: ClosingShards


class Accruals(Protocol):
    """Interest by the day, for many loans at once."""

    async def post(self, day: date, after: UUID, last: UUID, at_most: int) -> tuple[int, UUID | None]:
        """Posts the interest of a day for the next running loans behind one and up to another, by id: how many accrued,
        and the last that was looked at; None where none is left."""

    async def end(self, day: date, since: datetime, late: Sequence[UUID]) -> int:
        """Ends the day for who posts, until this transaction has moved the calendar, and posts the interest of loans
        that were posted to since a moment, of those that do not run any more, and of those that days were left out
        for."""


@dataclass(frozen=True, slots=True)
class ClosingBasis:
    """What a closing is begun on: whether days may be closed before they are over, as demonstrations and tests do, and
    in how many parts."""

    days_run_ahead: bool
    shards: int


@dataclass(frozen=True, slots=True)
class AdvanceBasis:
    """What loans are advanced on: by shard the places of its next ones, in order; and the days past due after
    which principal is paid first (R-3.24) that are in force on a day."""

    next_loans: Mapping[str, Sequence[Place]]
    non_accrual_after_days: Callable[[date], int]


class CalendarQueries(Protocol):
    """Reads of the calendar for the API and the closing of days."""

    async def business_date(self) -> date:
        """The open business day."""

    async def closing_asked_by(self) -> str | None:
        """Who wants the open day closed by hand."""

    async def day_closing(self, day: date) -> DayClosing | None:
        """The run of a day, as far as it is."""

    async def running_closing(self) -> DayClosing | None:
        """The run that has begun and not finished."""

    async def unreconciled_day(self) -> date | None:
        """The first day that the general ledger has and nobody has compared with the books of loans."""

    async def compared_last(self) -> tuple[date, int] | None:
        """The day that was compared last, and how much did not agree; None where none was."""

    async def open_shards(self, day: date) -> Sequence[str]:
        """The shards of a run that are not done."""

    async def next_place(self, shard_id: str) -> Place | None:
        """The place of the next loan that a shard has to advance."""

    async def waiting_messages(self, at_most: int) -> tuple[int, int | None]:
        """How many messages are not on the bus yet, counted up to so many, and the first of them."""

    async def set_aside(self, day: date, after: UUID | None, limit: int) -> Sequence[SetAside]:
        """The loans that a run went on without, by id, from the one after `after`."""
