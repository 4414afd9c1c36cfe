"""Drafts of processes and decisions are kept; what a decision was asked is found by the decision."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_drafts"
down_revision = "2026_12_01_process_figures"


def upgrade() -> None:
    execute_all(
        """create table definition_drafts (
            id uuid primary key, kind text not null, name text not null, content text not null, owner text not null,
            begun_at timestamptz not null, saved_at timestamptz not null, code text, based_on int,
            status text not null, version int not null, sequence int not null
        )""",
        "create index definition_drafts_open on definition_drafts (id) where status = 'OPEN'",
        "create index definition_drafts_kind on definition_drafts (kind, id) where status = 'OPEN'",
        "create index definition_drafts_owner on definition_drafts (owner, kind, id) where status = 'OPEN'",
        "create index decision_evaluations_of on decision_evaluations (decision, evaluated_at)",
    )
