"""Who sits in a committee, and the one that hears a task."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_committees"
down_revision = "2026_11_30_authority"


def upgrade() -> None:
    execute_all(
        """create table committees (
            id uuid primary key, branch text, members json not null, chair text, secret boolean not null,
            valid_from date not null, reason text not null,
            proposed_by text not null, proposed_at timestamptz not null, status text not null,
            decided_by text, decided_at timestamptz, decision_reason text, version int not null, sequence int not null
        )""",
        "create index committees_status on committees (status, id)",
        "alter table tasks add column sitting json",
    )
