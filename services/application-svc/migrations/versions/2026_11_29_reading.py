"""When which cost disclosure was given out to whom, and how long it is read at least."""

from application_svc.domain.bounds import READING
from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_29_reading"
down_revision = "2026_11_29_name_form"


def upgrade() -> None:
    execute_all(
        """create table disclosure_deliveries (
            application_id uuid not null, disclosure_hash text not null, delivered_to text not null,
            delivered_at timestamptz not null, primary key (application_id, disclosure_hash, delivered_to)
        )"""
    )
    seed_parameters(READING)
