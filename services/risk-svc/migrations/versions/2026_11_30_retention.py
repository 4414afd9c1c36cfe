"""How long assessments are kept, and what was taken away."""

from loan_servicekit.db.migrations import execute_all
from loan_servicekit.db.retention.tables import create_retention
from risk_svc.domain.retention import RULES

revision = "2026_11_30_retention"
down_revision = "2026_11_29_policies"


def upgrade() -> None:
    create_retention(RULES)
    execute_all(
        "create index assessments_at on assessments (assessed_at)",
    )
