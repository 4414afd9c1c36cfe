"""What is left over on a loan is moved to another loan of the customer."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_moves"
down_revision = "2026_11_30_unapplied"


def upgrade() -> None:
    execute_all(
        "alter table repayment_requests add column to_loan_id uuid",
        "create index repayment_requests_to_loan on repayment_requests (to_loan_id) where to_loan_id is not null",
    )
