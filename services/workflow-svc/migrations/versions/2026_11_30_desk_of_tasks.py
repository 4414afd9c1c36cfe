"""What people do with tasks beside deciding them: notes, standing still, laying aside; a task is found by the number of
its application."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_desk_of_tasks"
down_revision = "2026_11_30_task_plans"


def upgrade() -> None:
    execute_all(
        """alter table tasks add column application_no text collate "C", add column handed_by text,
            add column suspended_at timestamptz, add column snoozed_until timestamptz""",
        """update tasks t set application_no = c.submitted::json ->> 'application_no' from cases c
            where c.id = t.case_id""",
        "create index tasks_number on tasks (application_no)",
        "create index tasks_suspended on tasks (role, due_at, id) where status = 'SUSPENDED'",
        "create index tasks_suspended_branch on tasks (branch, role, due_at, id) where status = 'SUSPENDED'",
        """create table task_notes (
            id uuid primary key, task_id uuid not null, case_id uuid not null, by text not null, at timestamptz not null,
            text text not null, mentions json not null, documents json not null
        )""",
        "create index task_notes_task on task_notes (task_id, id)",
        "create index task_notes_case on task_notes (case_id)",
    )
