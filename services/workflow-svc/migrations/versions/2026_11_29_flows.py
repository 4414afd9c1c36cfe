"""Where the process turned to a task; tasks from before have none."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_29_flows"
down_revision = "2026_11_29_bus"


def upgrade() -> None:
    execute_all("alter table tasks add column flows json")
