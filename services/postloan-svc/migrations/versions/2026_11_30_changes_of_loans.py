"""Changes of loans: who asked and who decided, what they were in the history, what they made of the terms and the books."""

from datetime import date

from alembic import op

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_changes_of_loans"
down_revision = "2026_11_30_classification"

ACCOUNTS = [  # of loans alone: the allowance itself is what provisions and people post to
    ("ALLOWANCE_USED", "1304.01", "贷款损失准备（核销与收回）", "Allowance used by losses, given back by recoveries", "ASSET",
     False),
    ("TRANSFER_GAIN", "6111.01", "债权转让收益", "Gain on claims transferred", "INCOME", False),
    ("WRITTEN_OFF_PRINCIPAL", "9002", "已核销资产", "Principal written off", "MEMO", False),
]  # fmt: skip


def upgrade() -> None:
    for code, number, name_zh, name_en, kind, taxable in ACCOUNTS:
        op.get_bind().exec_driver_sql(
            "insert into accounts values ($1, $2, $3, $4, $5, true, $6)",
            (code, number, name_zh, name_en, kind, taxable),
        )
    execute_all(
        "alter table loans add column terms json not null default '{}', add column accrues_before numeric",
        "alter table loan_events add column change json",
        """create table loan_changes (
            id uuid primary key, loan_id uuid not null, change json not null, value_date date not null,
            reason text not null, requested_by text not null, requested_at timestamptz not null, reverses uuid,
            status text not null, decided_by text, decided_at timestamptz, version int not null, sequence int not null
        )""",
        "create index loan_changes_loan on loan_changes (loan_id, requested_at)",
    )
    seed_parameters(
        [
            ("extension.count", "1", "time", date(2024, 7, 1), "R-3.27", "P"),
            ("extension.le1y", "100", "%", date(2024, 7, 1), "个贷/流贷办法", "MH"),
            ("extension.gt1y", "50", "%", date(2024, 7, 1), "个贷/流贷办法", "MM"),
            ("extension.months", "36", "month", date(1996, 8, 1), "贷款通则 Art.12", "MH"),
            ("waiver.alone", "0", "CNY", date(2020, 1, 1), "R-3.37", "P"),
        ]
    )
