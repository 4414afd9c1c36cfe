"""Indexes of the evidence hold what is searched by, and an entry that is about its application stands in one of them."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_evidence_indexes"
down_revision = "2026_11_30_list_indexes"


def upgrade() -> None:
    execute_all(
        "create index audit_entries_of_application on audit_entries (application_id) where application_id is not null",
        """create index audit_entries_of_subject on audit_entries (subject, seq)
            where subject is distinct from application_id::text""",
        "drop index audit_entries_application",
        "drop index audit_entries_subject",
    )
