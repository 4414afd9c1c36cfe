"""A process is proposed by one person and published by another."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_process_proposals"
down_revision = "2026_11_30_task_inbox"


def upgrade() -> None:
    execute_all(
        """create table process_proposals (
            id uuid primary key, code text not null, name text not null, sha256 text not null, bpmn text not null,
            proposed_by text not null, proposed_at timestamptz not null, status text not null, decided_by text,
            decided_at timestamptz, reason text, published_version int, version int not null, sequence int not null
        )""",
        "create index process_proposals_status on process_proposals (status, id)",
    )
