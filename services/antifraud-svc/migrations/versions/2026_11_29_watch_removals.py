"""Removals from the watch list wait for a second person."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_29_watch_removals"
down_revision = "2026_11_29_bus"


def upgrade() -> None:
    execute_all("alter table watch_entries add column removal json, add column removed_by text")
