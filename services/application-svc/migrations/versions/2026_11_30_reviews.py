"""What borrowers ask about decisions, and for how many days they may."""

from application_svc.domain.bounds import REVIEWS
from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_reviews"
down_revision = "2026_11_29_consents"


def upgrade() -> None:
    execute_all(
        """create table reviews (
            id uuid primary key, application_id uuid not null, decision_id uuid not null, kind text not null,
            statement text, requested_by text not null, requested_at timestamptz not null, status text,
            due_at timestamptz, answer_sha256 text, answered_at timestamptz, version int not null, sequence int not null
        )""",
        "create index reviews_application on reviews (application_id, requested_at)",
    )
    seed_parameters(REVIEWS)
