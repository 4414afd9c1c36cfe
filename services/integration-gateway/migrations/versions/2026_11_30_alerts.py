"""A fifth kind of outside work: people of the institution are told of tasks that wait."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_alerts"
down_revision = "2026_11_30_sign_in_codes"


def upgrade() -> None:
    execute_all(
        "alter table desk drop constraint desk_kind_check",
        """alter table desk add constraint desk_kind_check
            check (kind in ('COLLECT', 'PAY', 'NOTIFY', 'VERIFY', 'ALERT'))""",
    )
