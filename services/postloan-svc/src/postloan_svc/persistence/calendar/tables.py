"""Where the business calendar and the closings of its days live."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, enumerated, rows, structured
from postloan_svc.domain.calendar.business_day import BusinessCalendar
from postloan_svc.domain.calendar.day_closing import ClosingShard, ClosingStatus, DayClosing, SetAside, Step

CALENDARS = aggregates(
    "business_calendars",
    BusinessCalendar,
    [
        Column("id", "text"),
        Column("business_date", "date"),
        Column("closing_asked_by", "text"),
        Column("closing_asked_at", "timestamptz"),
    ],
)


@dataclass(frozen=True, slots=True)
class SetAsideRow:
    """A loan that a run went on without."""

    loan: SetAside
    at: datetime


def set_aside_rows(shard: ClosingShard, now: datetime) -> Iterator[SetAsideRow]:
    """The loans that a shard has set aside: it forgets them."""
    for loan in shard.take_set_aside():
        yield SetAsideRow(loan, now)


SET_ASIDE_LOANS = rows(
    "loans_set_aside",
    SetAsideRow,
    [
        Column("day", "date", of="loan.day"),
        Column("loan_id", "uuid", of="loan.loan_id"),
        Column("problem", "text", of="loan.problem"),
        Column("at", "timestamptz"),
    ],
)
DAY_CLOSINGS = aggregates(
    "day_closings",
    DayClosing,
    [
        Column("id", "date"),
        enumerated("status", ClosingStatus),
        Column("loans", "int"),
        Column("due", "int"),
        Column("missed", "int"),
        Column("requested_by", "text"),
        Column("started_at", "timestamptz"),
        Column("closed_at", "timestamptz"),
        Column("set_aside", "int"),
        Column("accruals", "int"),
        enumerated("step", Step),
        Column("shards", "int"),
    ],
    missing="day-closing-not-found",
)
CLOSING_SHARDS = aggregates(
    "closing_shards",
    ClosingShard,
    [
        Column("id", "text"),
        Column("day", "date"),
        Column("behind", "uuid"),
        Column("last", "uuid"),
        enumerated("step", Step),
        Column("loans", "int"),
        Column("due", "int"),
        Column("missed", "int"),
        Column("accruals", "int"),
        Column("set_aside", "int"),
        Column("accrued_to", "uuid"),
        Column("cursor", "uuid"),
        Column("cursor_on", "date"),
        structured("late", TypeAdapter(list[UUID])),
    ],
    appends={SET_ASIDE_LOANS.name: set_aside_rows},
    missing="closing-shard-not-found",
)
