"""Where screenings and the watch list live."""

from typing import Any

from pydantic import TypeAdapter

from antifraud_svc.domain.screening import Screening
from antifraud_svc.domain.watch_list import Removal, WatchEntry, WatchKind, WatchStatus
from loan_contracts.assessment import FraudOutcome
from loan_contracts.values import Reason
from loan_servicekit.db.tables import Row, Table
from loan_servicekit.db.unit_of_work import Schema

REMOVAL: TypeAdapter[Removal | None] = TypeAdapter(Removal | None)


def load_screening(row: Row) -> Screening:
    """A screening from its row."""
    id, application_id, outcome, reasons, features, rules_version, screened_at = row
    found = [Reason.model_validate(r) for r in reasons]
    return Screening(id, application_id, FraudOutcome(outcome), found, features, rules_version, screened_at)


def _dump_screening(s: Screening) -> list[Any]:
    reasons = [r.model_dump(mode="json", exclude_none=True) for r in s.reasons]
    return [s.id, s.application_id, s.outcome, reasons, s.features, s.rules_version, s.screened_at]


def load_watch_entry(row: Row) -> WatchEntry:
    """A watch-list entry from its row."""
    id, kind, token, reason, status, proposed_by, confirmed_by, proposed_at, application_id, removal, removed_by = row
    return WatchEntry(id, WatchKind(kind), token, reason, WatchStatus(status), proposed_by, confirmed_by, proposed_at,
                      application_id, REMOVAL.validate_python(removal), removed_by)  # fmt: skip


def _dump_watch_entry(w: WatchEntry) -> list[Any]:
    return [w.id, w.kind, w.token, w.reason, w.status, w.proposed_by, w.confirmed_by, w.proposed_at,
            w.application_id, REMOVAL.dump_python(w.removal, mode="json"), w.removed_by]  # fmt: skip


SCREENINGS = Table(
    "screenings",
    {"id": "uuid", "application_id": "uuid", "outcome": "text", "reasons": "json", "features": "json",
     "rules_version": "text", "screened_at": "timestamptz"},
    load_screening, _dump_screening, "screening-not-found",
)  # fmt: skip
WATCH_ENTRIES = Table(
    "watch_entries",
    {"id": "uuid", "kind": "text", "token": "text", "reason": "text", "status": "text", "proposed_by": "text",
     "confirmed_by": "text", "proposed_at": "timestamptz", "application_id": "uuid", "removal": "json",
     "removed_by": "text"},
    load_watch_entry, _dump_watch_entry, "watch-entry-not-found",
)  # fmt: skip
SCHEMA = Schema({"screenings": SCREENINGS, "watch_entries": WATCH_ENTRIES}, {})
