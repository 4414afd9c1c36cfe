"""Acts on loans have cases of their own, beside that of the application which the loan came of."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_approvals"
down_revision = "2026_12_01_drafts"


def upgrade() -> None:
    execute_all(
        "alter table cases add column asked text, add column answered text",
        "create index cases_application on cases (application_id)",
        # A case's id follows from its application (or its approval), which is what keeps it the only one.
        "alter table cases drop constraint cases_application_id_key",
    )
