"""Cases, tasks, published processes; who may approve how much, and on which days people work."""

from datetime import date

from loan_servicekit.db.migrations import create_standard_tables, execute_all, seed_parameters

revision = "2026_11_23_start"
down_revision = None

HOLIDAYS_2026 = (
    "2026-01-01/2026-01-03 2026-02-15/2026-02-23 2026-04-04/2026-04-06 2026-05-01/2026-05-05 2026-06-19/2026-06-21"
    " 2026-09-25/2026-09-27 2026-10-01/2026-10-07"
)
WORKED_WEEKENDS_2026 = "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"
PARAMETERS = [
    ("authority.approver", "500000", "CNY", date(2026, 1, 1), "domain.md §15.7: L2", "P"),
    ("authority.risk-officer", "0", "CNY", date(2026, 1, 1), "domain.md §15.7: may not approve", "P"),
    ("calendar.holidays", HOLIDAYS_2026, "days", date(2026, 1, 1), "domain.md R-3.8", "MM"),
    ("calendar.worked-weekends", WORKED_WEEKENDS_2026, "days", date(2026, 1, 1), "domain.md R-3.8", "MM"),
]


def upgrade() -> None:
    create_standard_tables()
    execute_all(
        """create table cases (
            id uuid primary key, application_id uuid not null unique, process_code text not null,
            process_version int not null, status text not null, submitted text, state text not null,
            opened_at timestamptz not null, handlers json not null, collected text, fraud text, risk text,
            supplement json not null, decision text, due_at timestamptz, version int not null, sequence int not null
        )""",
        "create index cases_due on cases (due_at) where status = 'RUNNING'",
        """create table tasks (
            id uuid primary key, case_id uuid not null, application_id uuid not null, wait_id text not null,
            stage text not null, name text not null, role text not null, branch text not null,
            requested_minor bigint not null, outcomes json not null, makers json not null,
            created_at timestamptz not null, due_at timestamptz not null, quorum int not null, status text not null,
            assignee text, votes json not null, verdict json, completed_at timestamptz,
            told_overdue boolean not null, version int not null, sequence int not null
        )""",
        "create index tasks_case on tasks (case_id)",
        "create index tasks_application on tasks (application_id)",
        "create index tasks_inbox on tasks (role, due_at, id)",
        "create index tasks_unfinished on tasks (due_at) where status in ('OPEN', 'CLAIMED') and not told_overdue",
        """create table processes (
            code text not null, version int not null, name text not null, executor text not null, sha256 text not null,
            published_by text not null, published_at timestamptz not null, proof json not null, bpmn bytea not null,
            primary key (code, version)
        )""",
    )
    seed_parameters(PARAMETERS)
