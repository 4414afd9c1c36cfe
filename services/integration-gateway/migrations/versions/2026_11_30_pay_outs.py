"""A loan's pay-outs are found by the loan: none is made beside another."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_pay_outs"
down_revision = "2026_11_30_small_collections"


def upgrade() -> None:
    execute_all(
        "create index desk_pay_outs on desk ((body ->> 'loan_id'))"
        " where kind = 'PAY' and body ->> 'direction' = 'PAY_OUT'"
    )
