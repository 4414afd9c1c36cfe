"""Where people lie: what their tokens said last, and their absences."""

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, structured
from workflow_svc.domain.people.person import Absence, Person

ABSENCE = TypeAdapter(Absence)
PEOPLE = aggregates(
    "people",
    Person,
    [
        Column("id", "uuid"),
        Column("subject", "text"),
        Column("roles", "json", read=tuple),
        Column("branch", "text"),
        Column("all_branches", "boolean"),
        Column("seen_at", "timestamptz"),
        structured("absence", ABSENCE),
    ],
    "person-not-found",
)
