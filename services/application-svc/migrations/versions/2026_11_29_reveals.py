"""What tasks were told of, so that a look at protected values belongs to one; how many customers an hour a person may look at."""

from application_svc.domain.bounds import REVEALING
from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_29_reveals"
down_revision = "2026_11_30_reuse"


def upgrade() -> None:
    execute_all(
        """create table task_facts (
            task_id uuid not null, sequence int not null, application_id uuid not null, role text, assignee text,
            open boolean not null, primary key (task_id, sequence)
        )""",
        "alter table identity_reads add column application_id uuid",
        "create index identity_reads_person on identity_reads (read_by, read_at) where application_id is not null",
        "create index identity_reads_file on identity_reads (customer_id, call_id) where application_id is not null",
    )
    seed_parameters(REVEALING)
