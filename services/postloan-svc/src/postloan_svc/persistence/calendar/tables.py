"""Where the business calendar and the closings of its days live."""

from loan_servicekit.db.columns import Column, aggregates, enumerated
from postloan_svc.domain.calendar.business_day import BusinessCalendar
from postloan_svc.domain.calendar.day_closing import ClosingStatus, DayClosing

CALENDARS = aggregates(
    "business_calendars",
    BusinessCalendar,
    [
        Column("id", "text"),
        Column("business_date", "date"),
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
        Column("cursor", "uuid"),
    ],
    missing="day-closing-not-found",
)
