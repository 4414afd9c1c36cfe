"""A fourth kind of outside work: whether a card is its customer's."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_29_verify"
down_revision = "2026_11_29_bus"


def upgrade() -> None:
    execute_all(
        "alter table desk drop constraint desk_kind_check",
        "alter table desk add constraint desk_kind_check check (kind in ('COLLECT', 'PAY', 'NOTIFY', 'VERIFY'))",
    )
