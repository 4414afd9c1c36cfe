"""Quotes for repaying before the term, and what a repayment repays early."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_prepayment_quotes"
down_revision = "2026_11_30_working_days"


def upgrade() -> None:
    execute_all(
        """create table prepayment_quotes (
            id uuid primary key, loan_id uuid not null, pay_by date not null, effect text, breakdown json not null,
            quoted_by text not null, quoted_on date not null, quoted_at timestamptz not null, repayment_id uuid,
            version int not null, sequence int not null
        )""",
        "create index prepayment_quotes_loan on prepayment_quotes (loan_id, quoted_at)",
        "alter table loan_events add column effect text, add column prepaid_minor bigint",
    )
