"""Dates and principals of the applicant's own; applications of before have none."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_own_schedules"
down_revision = "2026_11_30_newcomers"


def upgrade() -> None:
    execute_all("alter table applications add column schedule json")
