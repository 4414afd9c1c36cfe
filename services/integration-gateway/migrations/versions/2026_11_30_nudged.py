"""What is in somebody's hands and has been notified of meanwhile is due as soon as he puts it back."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_nudged"
down_revision = "2026_11_30_payment_attempts"


def upgrade() -> None:
    execute_all("alter table desk add column nudged boolean not null default false")
