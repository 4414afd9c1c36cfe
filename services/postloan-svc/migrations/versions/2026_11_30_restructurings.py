"""Changes of loans are found by the day on which they were recorded: a restructuring begins an observation."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_restructurings"
down_revision = "2026_11_30_class_requests"


def upgrade() -> None:
    execute_all("create index loan_events_changes on loan_events (recorded_on, loan_id) where kind = 'CHANGE'")
