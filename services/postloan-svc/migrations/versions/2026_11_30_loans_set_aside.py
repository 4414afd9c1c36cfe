"""A closing run finds its loans by the day on which something happens to them, and goes on without one it can't advance."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_loans_set_aside"
down_revision = "2026_11_30_loan_history"


def upgrade() -> None:
    execute_all(
        "create index loans_by_event on loans (next_event_on, id) where next_event_on is not null",
        "drop index loans_next_event",
        "alter table day_closings add column cursor_on date, add column set_aside int not null default 0",
        # A run that is under way begins anew: what it has advanced is not found again.
        "update day_closings set cursor = null where status = 'RUNNING'",
        """create table loans_set_aside (
            day date not null, loan_id uuid not null, problem text not null, at timestamptz not null,
            primary key (day, loan_id)
        )""",
        "create trigger rows_stay before update or delete on loans_set_aside for each row execute function rows_stay()",
    )
