"""Over how many days a year a loan's running period accrues; 360 for those that say nothing."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_day_counts"
down_revision = "2026_11_30_restructurings"


def upgrade() -> None:
    execute_all("alter table loans add column accrues_over int")
