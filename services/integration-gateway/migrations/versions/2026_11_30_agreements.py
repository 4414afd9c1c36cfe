"""Agreements to collect are a sixth kind of outside work; money that went back is found by the trace of its order."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_agreements"
down_revision = "2026_11_30_alerts"


def upgrade() -> None:
    execute_all(
        "alter table desk drop constraint desk_kind_check",
        """alter table desk add constraint desk_kind_check
            check (kind in ('COLLECT', 'PAY', 'NOTIFY', 'VERIFY', 'ALERT', 'AGREE'))""",
        "create index desk_traces on desk ((result ->> 'trace')) where kind = 'PAY' and result ->> 'trace' is not null",
    )
