"""Who is paid in the borrower's stead: named with the contract, sealed like everything that names a person."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_counterparties"
down_revision = "2026_11_30_mobile_index"


def upgrade() -> None:
    execute_all(
        "alter table applications add column counterparty json",
        """create table counterparties (
            application_id uuid primary key, customer_id uuid not null, token text not null, name text not null,
            account text not null, registration text, named_at timestamptz not null,
            key_id text not null generated always as (split_part(name, '.', 1)) stored
        )""",
        "create index counterparties_customer on counterparties (customer_id)",
        "create index counterparties_key on counterparties (key_id)",
    )
