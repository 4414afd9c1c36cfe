"""A day is closed by hand, and the chart of accounts is changed, by two people."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_two_people"
down_revision = "2026_11_30_purpose_checks"


def upgrade() -> None:
    execute_all(
        "alter table business_calendars add column closing_asked_by text, add column closing_asked_at timestamptz",
        """create table account_changes (
            id uuid primary key, account json not null, reason text not null, requested_by text not null,
            requested_at timestamptz not null, status text not null, decided_by text, decided_at timestamptz,
            version int not null, sequence int not null
        )""",
        "create index journals_posted on journals (business_date, id) where status = 'POSTED'",
    )
