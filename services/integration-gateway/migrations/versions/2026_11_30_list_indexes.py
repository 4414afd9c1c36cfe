"""Payments and dead letters are found by their state, however rare it is."""

from loan_servicekit.db.migrations import execute_all, index_dead_letters

revision = "2026_11_30_list_indexes"
down_revision = "2026_11_30_refunds"


def upgrade() -> None:
    index_dead_letters()
    execute_all("create index desk_payments_by_state on desk (state, id) where kind = 'PAY'")
