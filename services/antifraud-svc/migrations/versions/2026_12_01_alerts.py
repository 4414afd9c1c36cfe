"""Screenings that somebody looks at are found among all that pass."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_alerts"
down_revision = "2026_11_30_list_indexes"


def upgrade() -> None:
    execute_all("create index screenings_alerts on screenings (id) where outcome <> 'PASS'")
