"""Customers are found by their mobile number: who signs in names it."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_mobile_index"
down_revision = "2026_11_30_list_indexes"


def upgrade() -> None:
    execute_all("create index customers_mobile on customers (mobile_token)")
