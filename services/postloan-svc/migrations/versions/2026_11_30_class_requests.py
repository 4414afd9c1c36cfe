"""What people ask about how loans stand: two of them decide; pauses end when they say so."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_class_requests"
down_revision = "2026_11_30_designations"


def upgrade() -> None:
    execute_all(
        """create table classification_requests (
            id uuid primary key, loan_id uuid not null, branch text not null, kind text not null, reason text not null,
            requested_by text not null, requested_at timestamptz not null, sign text, percent numeric, to_class smallint,
            first_day date, last_day date, pause_id uuid, status text not null, decided_by text, decided_at timestamptz,
            version int not null, sequence int not null
        )""",
        "create index classification_requests_loan on classification_requests (loan_id, requested_at, id)",
        """alter table ageing_pauses add column version int not null default 1,
            add column sequence int not null default 0""",
    )
