"""The platform that has brought an application."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_partners"
down_revision = "2026_11_30_lpr_5y"


def upgrade() -> None:
    execute_all("alter table applications add column partner_id uuid")
