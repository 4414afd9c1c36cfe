"""What money was used for that went to borrowers: by when somebody looks, and what was found."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_purpose_checks"
down_revision = "2026_11_30_day_counts"

SOURCE = "domain.md R-2.6a, R-9.16; the time is ours"


def upgrade() -> None:
    execute_all(
        "alter table loans add column purpose_due_on date",
        "create index loans_purpose on loans (purpose_due_on, id) where purpose_due_on is not null",
        "create index loans_branch_purpose on loans (branch, purpose_due_on, id) where purpose_due_on is not null",
        """create table purpose_checks (
            id uuid primary key, result text not null, evidence text not null, due_on date not null,
            checked_by text not null, checked_at timestamptz not null, version int not null, sequence int not null
        )""",
    )
    seed_parameters([("pay.purpose_check_days", "30", "day", date(2020, 1, 1), SOURCE, "P")])
