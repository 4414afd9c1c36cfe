"""Pay-outs that a person releases, and above which amount one does."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_pay_outs"
down_revision = "2026_11_30_accruals_by_day"

SOURCE = "domain.md R-9.15; the amounts are ours"
START = date(2020, 1, 1)


def upgrade() -> None:
    execute_all(
        """create table pay_outs (
            id uuid primary key, loan_id uuid not null, branch text not null, amount_minor bigint not null,
            conditions json not null, waiting_since timestamptz not null, asked_by text, status text not null,
            decided_by text, decided_at timestamptz, reason text, version int not null, sequence int not null
        )""",
        "create index pay_outs_status on pay_outs (status, id)",
        "create index pay_outs_branch on pay_outs (branch, status, id)",
    )
    seed_parameters(
        [
            ("pay.release_over.online", "0", "CNY", START, SOURCE, "P"),
            ("pay.release_over.branch", "0.01", "CNY", START, SOURCE, "P"),
        ]
    )
