"""How long papers serve again, and when a customer told of another identity document."""

from application_svc.domain.bounds import PAPERS
from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_reuse"
down_revision = "2026_11_30_reviews"


def upgrade() -> None:
    execute_all(
        "create table identity_renewals (customer_id uuid not null, renewed_at timestamptz not null)",
        "create index identity_renewals_customer on identity_renewals (customer_id)",
    )
    seed_parameters(PAPERS)
