"""Who may approve how much: by role or person, branch, product, grade and exception; a decision above somebody's
authority is kept as his opinion."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_authority"
down_revision = "2026_11_30_decision_page"


def upgrade() -> None:
    execute_all(
        """create table authority_grants (
            id uuid primary key, role text not null, scope json not null, exception text, most_minor bigint not null,
            valid_from date not null, valid_to date, reason text not null,
            proposed_by text not null, proposed_at timestamptz not null, status text not null,
            decided_by text, decided_at timestamptz, decision_reason text, version int not null, sequence int not null
        )""",
        "create index authority_grants_status on authority_grants (status, id)",
        "create index authority_grants_role on authority_grants (role, id)",
        "alter table tasks add column opinions json",
    )
