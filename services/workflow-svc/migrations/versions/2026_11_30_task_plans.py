"""How a task is offered, by its process: form, priority, follow-up; and what was filled in."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_task_plans"
down_revision = "2026_11_30_committees"


def upgrade() -> None:
    execute_all("alter table tasks add column plan json")
