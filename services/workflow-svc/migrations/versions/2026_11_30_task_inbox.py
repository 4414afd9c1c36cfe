"""The inbox is read by indexes that hold what waits alone, and in the order in which it is shown; what waits is counted
as it changes, and whoever decided a task is found by his name."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_task_inbox"
down_revision = "2026_11_30_list_indexes"

WAITING, CLOSED = "status in ('OPEN', 'CLAIMED')", "status in ('COMPLETED', 'CANCELLED')"
CELL = "role, branch, stage, product_code"
WAITS = f"""
select {CELL}, case when status = 'OPEN' then n else 0 end as opened,
    case when status = 'CLAIMED' then n else 0 end as claimed, case when told_overdue then n else 0 end as overdue
from {{rows}} where {WAITING}
"""
COUNTED = f"""
insert into task_counts ({CELL}, opened, claimed, overdue)
select {CELL}, sum(opened), sum(claimed), sum(overdue) from ({WAITS}) w group by {CELL}
having (sum(opened), sum(claimed), sum(overdue)) <> (0, 0, 0)
"""
DECIDED = """
insert into task_deciders (subject, role, decided_at, task_id)
select vote ->> 'subject', t.role, t.completed_at, t.id from {rows} t, json_array_elements(t.votes) vote
where t.status = 'COMPLETED' and t.completed_at is not null on conflict do nothing
"""
BECAME = "(select n.* from new_tasks n join old_tasks o on o.id = n.id where o.status <> n.status)"
FUNCTION = f"""
create function note_tasks() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        {COUNTED.format(rows="(select *, 1 as n from new_tasks) t")};
        {DECIDED.format(rows="new_tasks")};
    elsif tg_op = 'UPDATE' then
        {COUNTED.format(rows="(select t.*, 1 as n from new_tasks t union all select t.*, -1 as n from old_tasks t) t")};
        {DECIDED.format(rows=BECAME)};
    else
        {COUNTED.format(rows="(select *, -1 as n from old_tasks) t")};
        delete from task_deciders d using old_tasks o, json_array_elements(o.votes) vote
        where (d.subject, d.role, d.decided_at, d.task_id) = (vote ->> 'subject', o.role, o.completed_at, o.id);
    end if;
    return null;
end $$
"""


def upgrade() -> None:
    execute_all(
        "alter table tasks add column product_code text not null default ''",
        f"""update tasks t set product_code = c.submitted::json ->> 'product_code' from cases c
            where c.id = t.case_id and t.{WAITING}""",
        # When they were cancelled is not known; the list of closed tasks needs a place for each.
        "update tasks set completed_at = created_at where status = 'CANCELLED' and completed_at is null",
        "drop index tasks_inbox",
        "drop index tasks_application",  # a case has one application, and its id follows from it
        f"create index tasks_waiting on tasks (role, status, due_at, id) where {WAITING}",
        f"create index tasks_waiting_branch on tasks (branch, role, status, due_at, id) where {WAITING}",
        f"create index tasks_waiting_kind on tasks (stage, product_code, role, status, due_at, id) where {WAITING}",
        f"""create index tasks_waiting_kind_branch
            on tasks (branch, stage, product_code, role, status, due_at, id) where {WAITING}""",
        f"""create index tasks_held on tasks (assignee, role, status, due_at, id)
            where {WAITING} and assignee is not null""",
        f"create index tasks_closed on tasks (role, status, completed_at, id) where {CLOSED}",
        f"create index tasks_closed_branch on tasks (branch, role, status, completed_at, id) where {CLOSED}",
        """create table task_deciders (
            subject text not null, role text not null, decided_at timestamptz not null, task_id uuid not null,
            primary key (subject, role, decided_at, task_id)
        )""",
        """create table task_counts (
            role text not null, branch text not null, stage text not null, product_code text not null,
            opened int not null, claimed int not null, overdue int not null
        ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500)""",
        COUNTED.format(rows="(select *, 1 as n from tasks) t"),
        DECIDED.format(rows="tasks"),
        FUNCTION,
        """create trigger tasks_added after insert on tasks referencing new table as new_tasks
            for each statement execute function note_tasks()""",
        """create trigger tasks_changed after update on tasks referencing old table as old_tasks new table as new_tasks
            for each statement execute function note_tasks()""",
        """create trigger tasks_removed after delete on tasks referencing old table as old_tasks
            for each statement execute function note_tasks()""",
    )
