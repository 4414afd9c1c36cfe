"""Loans for which money waits are found by that."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_unapplied"
down_revision = "2026_11_30_credit_lines"


def upgrade() -> None:
    execute_all(
        "create index loans_unapplied on loans (id) where suspense_minor > 0",
        "create index loans_branch_unapplied on loans (branch, id) where suspense_minor > 0",
    )
