"""The written form in which a customer's name is sealed; what was sealed before is brought up to date by the vault."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_29_name_form"
down_revision = "2026_11_23_start"


def upgrade() -> None:
    execute_all(
        "alter table sealed_details add column name_form int not null default 0",
        "create index sealed_details_name_form on sealed_details (customer_id) where name_form < 1",
    )
