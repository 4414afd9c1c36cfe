"""Dead letters are found by their state, however rare it is."""

from loan_servicekit.db.migrations import index_dead_letters

revision = "2026_11_30_list_indexes"
down_revision = "2026_11_30_evidence_seals"


def upgrade() -> None:
    index_dead_letters()
