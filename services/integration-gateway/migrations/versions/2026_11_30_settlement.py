"""Days on which the payment channel's file was held against our orders, and how they differed."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_settlement"
down_revision = "2026_11_30_nudged"


def upgrade() -> None:
    execute_all(
        """create table settlement_days (
            settled_on date primary key, orders int not null, amount_minor bigint not null, breaks int not null,
            compared_at timestamptz not null
        )""",
        """create table settlement_breaks (
            settled_on date not null, order_id text not null, kind text not null, payment_id uuid, ours_minor bigint,
            theirs_minor bigint, primary key (settled_on, order_id)
        )""",
    )
