"""Parameters are proposed by one person and approved by another; their rows are never altered."""

from loan_servicekit.db.migrations import create_parameter_changes

revision = "2026_11_29_parameter_changes"
down_revision = "2026_11_29_reading"


def upgrade() -> None:
    create_parameter_changes()
