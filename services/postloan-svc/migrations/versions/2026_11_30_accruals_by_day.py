"""An accrual is found by day, loan and number, and is one of its kind."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_accruals_by_day"
down_revision = "2026_11_30_general_ledger"


def upgrade() -> None:
    execute_all(
        "drop index accruals_day",
        "create unique index accruals_day on accruals (day, loan_id, id)",
    )
