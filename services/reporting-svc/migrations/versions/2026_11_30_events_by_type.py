"""Messages of one type are found from the newest on."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_events_by_type"
down_revision = "2026_11_30_evidence_indexes"


def upgrade() -> None:
    execute_all("create index audit_entries_of_type on audit_entries (type, seq)")
