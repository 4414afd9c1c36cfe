"""Where screenings and the watch list live."""

from functools import partial

from pydantic import TypeAdapter

from antifraud_svc.domain.screening import Screening
from antifraud_svc.domain.watch_list import Removal, WatchEntry, WatchKind, WatchStatus
from loan_contracts.assessment import FraudOutcome
from loan_contracts.values import Reason
from loan_servicekit.db.columns import Column, aggregates, enumerated, structured
from loan_servicekit.db.unit_of_work import Schema

REASONS = TypeAdapter(list[Reason])

SCREENINGS = aggregates(
    "screenings",
    Screening,
    [
        Column("id", "uuid"),
        Column("application_id", "uuid"),
        enumerated("outcome", FraudOutcome),
        Column(
            "reasons",
            "json",
            read=REASONS.validate_python,
            write=partial(REASONS.dump_python, mode="json", exclude_none=True),
        ),
        Column("features", "json"),
        Column("rules_version", "text"),
        Column("screened_at", "timestamptz"),
    ],
    missing="screening-not-found",
)
WATCH_ENTRIES = aggregates(
    "watch_entries",
    WatchEntry,
    [
        Column("id", "uuid"),
        enumerated("kind", WatchKind),
        Column("token", "text"),
        Column("reason", "text"),
        enumerated("status", WatchStatus),
        Column("proposed_by", "text"),
        Column("confirmed_by", "text"),
        Column("proposed_at", "timestamptz"),
        Column("application_id", "uuid"),
        structured("removal", TypeAdapter(Removal)),
        Column("removed_by", "text"),
    ],
    missing="watch-entry-not-found",
)
SCHEMA = Schema({"screenings": SCREENINGS, "watch_entries": WATCH_ENTRIES}, {})
