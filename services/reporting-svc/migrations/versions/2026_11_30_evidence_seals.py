"""Segments of the evidence chain are sealed, the head is marked, and a verification is carried on from piece to piece."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_evidence_seals"
down_revision = "2026_11_30_span_days"


def upgrade() -> None:
    execute_all(
        "alter table audit_head add column mark text not null default ''",
        """create table audit_seals (
            number bigint primary key, first_seq bigint not null, last_seq bigint not null, end_hash bytea not null,
            sealed_at timestamptz not null, before text not null, mark text not null
        )""",
        "create trigger audit_seals_unchanged before update or delete on audit_seals for each row execute function refuse_change()",
        """create trigger audit_seals_not_emptied before truncate on audit_seals
            for each statement execute function refuse_change()""",
        """create table verifications (
            id uuid primary key, scope text not null, first_seq bigint not null, first_hash bytea not null,
            last_seq bigint not null, last_hash bytea not null, started_by text not null,
            started_at timestamptz not null, position_seq bigint not null, position_hash bytea not null,
            moved_at timestamptz not null, state text not null, ended_at timestamptz, broken_at bigint, code text,
            detail text not null, mark text not null, version int not null, sequence int not null
        ) with (fillfactor = 70)""",
        "create index verifications_running on verifications (started_at) where state = 'RUNNING'",
    )
