"""Who works here with which roles, and changes of them that two persons decide."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_directory"
down_revision = "2026_12_01_search"


def upgrade() -> None:
    execute_all(
        """create table staff_members (
            id uuid primary key, subject text not null unique, roles json not null, branch text,
            reported_at timestamptz not null, version int not null, sequence int not null
        )""",
        """create table role_changes (
            id uuid primary key, subject text not null, roles json not null, branch text, before_roles json not null,
            before_branch text, reason text not null, carried_out_at timestamptz,
            proposed_by text not null, proposed_at timestamptz not null, status text not null,
            decided_by text, decided_at timestamptz, decision_reason text, version int not null, sequence int not null
        )""",
        "create index role_changes_status on role_changes (status, id)",
        "create index role_changes_waiting on role_changes (status) where carried_out_at is null",
    )
