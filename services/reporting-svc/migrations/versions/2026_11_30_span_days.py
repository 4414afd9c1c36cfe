"""Spans lie in a partition a day; those of before lie in the one of all other days, and are read as ever."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_span_days"
down_revision = "2026_11_30_funnel_days"


def upgrade() -> None:
    execute_all(
        "alter table spans rename to spans_other",
        "alter table spans_other drop constraint spans_pkey",
        """create table spans (
            trace_id text not null, span_id text not null, parent_id text, service text not null, name text not null,
            kind text not null, started_at timestamptz not null, ended_at timestamptz not null, status text not null,
            attributes jsonb not null, primary key (trace_id, span_id, started_at)
        ) partition by range (started_at)""",
        "alter table spans attach partition spans_other default",
    )
