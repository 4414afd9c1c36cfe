"""Papers that were handed out about loans: what they say, their numbers and codes."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_papers"
down_revision = "2026_11_30_bank_statements"


def upgrade() -> None:
    execute_all(
        """create table papers (
            id uuid primary key, loan_id uuid not null, kind text not null, number text not null unique,
            code text not null, content jsonb not null, issued_by text not null, issued_on date not null,
            issued_at timestamptz not null, version int not null, sequence int not null
        )""",
        "create index papers_loan on papers (loan_id, issued_at)",
    )
