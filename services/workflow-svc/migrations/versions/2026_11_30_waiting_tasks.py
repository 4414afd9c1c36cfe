"""People who work on tasks are known by their tokens; a task is looked at when half of its time has passed, when it is
due, and when it goes to another person. Tasks that are open already are told overdue, as before."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_waiting_tasks"
down_revision = "2026_11_30_process_proposals"


def upgrade() -> None:
    execute_all(
        """create table people (
            id uuid primary key, subject text not null unique, roles json not null, branch text,
            all_branches boolean not null, seen_at timestamptz not null, absence json,
            version int not null, sequence int not null
        )""",
        """alter table tasks add column remind_at timestamptz, add column hand_over_at timestamptz,
            add column reminded boolean not null default false, add column look_at timestamptz""",
        "update tasks set look_at = due_at where status in ('OPEN', 'CLAIMED') and not told_overdue",
        "create index tasks_to_look_at on tasks (look_at, id) where look_at is not null",
        "drop index tasks_unfinished",
    )
