"""Product versions are proposed by one person and approved by another; the bounds of the law are parameters."""

from application_svc.domain.bounds import LIMITS
from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_29_products"
down_revision = "2026_11_29_parameter_changes"


def upgrade() -> None:
    execute_all(
        """create table product_proposals (
            id uuid primary key, code text not null, product_version int not null, content json not null,
            status text not null, proposed_by text not null, proposed_at timestamptz not null, decided_by text,
            decided_at timestamptz, reason text, version int not null, sequence int not null
        )"""
    )
    seed_parameters(LIMITS)
