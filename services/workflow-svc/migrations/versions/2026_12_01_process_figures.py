"""How long tasks waited and were worked on, which flows cases took, and where they are."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_process_figures"
down_revision = "2026_12_01_checkpoints"


def upgrade() -> None:
    execute_all(
        """alter table tasks add column taken_at timestamptz, add column stood_s int not null default 0,
            add column waited_s int, add column worked_s int""",
        "alter table cases add column course json",
        "create index cases_ended_of on cases (process_code, ended_at) where ended_at is not null",
        "create index cases_running_of on cases (process_code, opened_at) where status = 'RUNNING'",
    )
