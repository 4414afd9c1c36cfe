"""Letters by record, rows set aside, what the broker has acknowledged, how the consumers are."""

from loan_servicekit.db.migrations import make_the_bus_safe

revision = "2026_11_29_bus"
down_revision = ("2026_11_29_parameter_changes", "2026_11_29_key_of_answers")


def upgrade() -> None:
    make_the_bus_safe()
