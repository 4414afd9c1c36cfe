"""How long outside work and collections are kept, which loans they belong to, and what was taken away."""

from integration_gateway.domain.retention import RULES
from loan_servicekit.db.migrations import execute_all
from loan_servicekit.db.retention.tables import create_retention

revision = "2026_11_30_retention"
down_revision = "2026_11_29_verify"


def upgrade() -> None:
    create_retention(RULES)
    execute_all(
        """create table loan_relations (
            application_id uuid primary key, begun_at timestamptz not null, ended_at timestamptz
        )""",
        "create index loan_relations_ended on loan_relations (ended_at) where ended_at is not null",
        "create index desk_finished on desk (finished_at) where finished_at is not null",
        "create index collections_at on collections (collected_at)",
        "alter table collections alter column raw drop not null",
        "alter table desk set (fillfactor = 60)",
    )
