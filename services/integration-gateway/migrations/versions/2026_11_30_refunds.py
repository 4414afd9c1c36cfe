"""Open refunds are found by the loan: one is given back after the other."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_refunds"
down_revision = "2026_11_30_pay_outs"


def upgrade() -> None:
    execute_all(
        "create index desk_refunds on desk ((body ->> 'loan_id'))"
        " where kind = 'PAY' and body ->> 'direction' = 'REFUND' and state = 'OPEN'"
    )
