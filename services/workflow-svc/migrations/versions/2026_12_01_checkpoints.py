"""Checkpoints: evidence that tasks need, listed by when it is due or lapses. A case knows its open ones."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_checkpoints"
down_revision = "2026_11_30_newest_cases"
LISTED = {
    "missing": ("turns_at", "status = 'MISSING'"),
    "lapsed": ("turns_at", "status = 'HELD'"),
    "lapsing": ("lapsing_from", "status = 'HELD'"),
}


def upgrade() -> None:
    execute_all(
        """create table checkpoints (
            id uuid primary key, task_id uuid not null, case_id uuid not null, application_id uuid not null,
            application_no text not null, stage text not null, place text not null, role text not null,
            branch text not null, product_code text not null, kind text not null, due_at timestamptz not null,
            in_person boolean not null, remind_days int not null, valid_days int, status text not null, proof json,
            reminded boolean not null, closed_at timestamptz, turns_at timestamptz, lapsing_from timestamptz,
            look_at timestamptz, version int not null, sequence int not null
        )""",
        "create index checkpoints_case on checkpoints (case_id)",
        "create index checkpoints_look_at on checkpoints (look_at, id) where look_at is not null",
        *(
            f"create index checkpoints_{name}{suffix} on checkpoints ({first}role, {by}, id) where {state}"
            for name, (by, state) in LISTED.items()
            for suffix, first in (("", ""), ("_branch", "branch, "))
        ),
        "alter table cases add column checkpoints json",
    )
