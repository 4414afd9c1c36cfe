"""How long cases are kept, and what was taken away."""

from loan_servicekit.db.migrations import execute_all
from loan_servicekit.db.retention.tables import create_retention
from workflow_svc.domain.retention import RULES

revision = "2026_11_30_retention"
down_revision = "2026_11_30_desk_of_tasks"


def upgrade() -> None:
    create_retention(RULES)
    execute_all("create index cases_ended on cases (ended_at) where ended_at is not null")
