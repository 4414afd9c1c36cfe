"""Whether the bank has confirmed a customer's card, where it is another than the one told at registration."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_29_card_state"
down_revision = "2026_11_29_reveals"


def upgrade() -> None:
    execute_all("alter table customers add column card_state text not null default 'REGISTERED'")
