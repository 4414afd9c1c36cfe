"""Conditions that an approval sets before the contract, as they were checked off."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_checked_conditions"
down_revision = "2026_11_30_counterparties"


def upgrade() -> None:
    execute_all("alter table applications add column checked json")
