"""What was collected is kept in one small piece; rows of before keep theirs."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_small_collections"
down_revision = "2026_11_30_retention"


def upgrade() -> None:
    execute_all(
        "alter table collections add column found bytea",
        "alter table collections alter column found set storage external",
        "alter table collections alter column facts drop not null, alter column answers drop not null",
        # Only a report that may serve again is looked for by its customer.
        "drop index collections_customer",
        "create index collections_report on collections (customer_id, report_at) where report_at is not null",
    )
