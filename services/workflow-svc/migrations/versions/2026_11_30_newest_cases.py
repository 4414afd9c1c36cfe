"""How far the versions of a process have come is read from its newest cases."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_newest_cases"
down_revision = "2026_11_30_definition_changes"


def upgrade() -> None:
    execute_all("create index cases_newest on cases (process_code, opened_at)")
