"""Where outside work waits and what was collected."""

from loan_servicekit.db.tables import RowTable
from loan_servicekit.db.unit_of_work import Schema

DESK = RowTable(
    "desk",
    {"id": "uuid", "kind": "text", "application_id": "uuid", "body": "json", "requested_at": "timestamptz",
     "due_at": "timestamptz", "claimed_by": "text", "correlation_id": "text", "causation_id": "text", "traceparent": "text"},
    on_conflict="on conflict (id) do nothing",
)  # fmt: skip
COLLECTIONS = RowTable(
    "collections",
    {"request_id": "uuid", "application_id": "uuid", "customer_id": "uuid", "purpose_code": "text",
     "collected_at": "timestamptz", "facts": "json", "answers": "json", "raw": "text", "report_at": "timestamptz"},
)  # fmt: skip
SCHEMA = Schema({}, {"desk": DESK, "collections": COLLECTIONS})
