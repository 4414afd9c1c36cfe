"""How long records are kept, and what was taken away."""

from application_svc.domain.retention import RULES
from loan_servicekit.db.migrations import execute_all
from loan_servicekit.db.retention.tables import create_retention

revision = "2026_11_30_retention"
down_revision = "2026_11_29_attempts"


def upgrade() -> None:
    create_retention(RULES)
    execute_all(
        "create index identity_reads_at on identity_reads (read_at)",
        "create index consents_until on consents (valid_until)",
        "create index reviews_answered on reviews (answered_at) where answered_at is not null",
    )
