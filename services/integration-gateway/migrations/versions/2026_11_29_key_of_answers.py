"""Which key sealed a collection's answers, so that those of an older one are found when keys rotate."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_29_key_of_answers"
down_revision = "2026_11_23_start"


def upgrade() -> None:
    execute_all("create index collections_key on collections (left(raw, strpos(raw, '.')))")
