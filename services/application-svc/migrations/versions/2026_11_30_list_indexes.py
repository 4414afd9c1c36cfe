"""Applications are found by the state of their contract and by product, dead letters by state, however rare it is."""

from loan_servicekit.db.migrations import execute_all, index_dead_letters

revision = "2026_11_30_list_indexes"
down_revision = "2026_11_30_retention"


def upgrade() -> None:
    index_dead_letters()
    execute_all(
        "create index applications_contract_status on applications (contract_status, id)",
        "create index applications_product on applications (product_code, id)",
    )
