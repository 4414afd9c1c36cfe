"""The papers of an application that came after its submission: evidence is looked up in them."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_papers"
down_revision = "2026_12_01_approvals"


def upgrade() -> None:
    execute_all("alter table cases add column papers json")
