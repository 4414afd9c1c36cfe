"""Pages of a loan's ledger and of its repayments are read in their order."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_pages_of_books"
down_revision = "2026_11_30_vat_of_loans"


def upgrade() -> None:
    execute_all(
        "create index ledger_entries_page on ledger_entries (loan_id, business_date, booked_at, id)",
        "drop index ledger_entries_loan",
        "create index repayments_page on repayments (loan_id, booked_at, repayment_id, version)",
        "drop index repayments_loan",
    )
