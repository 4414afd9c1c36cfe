"""A branch's customers are found by the end of their number."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_last_four"
down_revision = "2026_12_01_visits"


def upgrade() -> None:
    execute_all("create index customers_branch_last_four on customers (branch, right(mobile_masked, 4), id)")
