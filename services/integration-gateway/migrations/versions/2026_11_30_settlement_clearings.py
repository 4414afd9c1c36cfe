"""What finance has found out about breaks of settlement."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_settlement_clearings"
down_revision = "2026_11_30_communications"


def upgrade() -> None:
    execute_all(
        """create table settlement_clearings (
            settled_on date not null, order_id text not null, outcome text not null, reference text not null,
            note text not null, cleared_by text not null, cleared_at timestamptz not null,
            primary key (settled_on, order_id)
        )"""
    )
