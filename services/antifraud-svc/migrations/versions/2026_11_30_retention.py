"""How long screenings and sightings are kept, and what was taken away."""

from antifraud_svc.domain.retention import RULES
from loan_servicekit.db.migrations import execute_all
from loan_servicekit.db.retention.tables import create_retention

revision = "2026_11_30_retention"
down_revision = "2026_11_29_watch_removals"


def upgrade() -> None:
    create_retention(RULES)
    execute_all(
        "create index sightings_at on sightings (at)",
        "create index screenings_at on screenings (screened_at)",
    )
