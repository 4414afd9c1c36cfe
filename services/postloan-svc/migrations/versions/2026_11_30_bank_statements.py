"""Statement files of banks that were taken in, with the lines that were not."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_bank_statements"
down_revision = "2026_11_30_two_people"


def upgrade() -> None:
    execute_all(
        """create table bank_statements (
            id uuid primary key, sha256 text not null unique, lines int not null, total_minor bigint not null,
            taken int not null, taken_minor bigint not null, breaks json not null, imported_by text not null,
            imported_at timestamptz not null, version int not null, sequence int not null
        )"""
    )
