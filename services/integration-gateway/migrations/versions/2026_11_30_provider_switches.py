"""Providers that operators hold open by hand."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_provider_switches"
down_revision = "2026_11_30_settlement_clearings"


def upgrade() -> None:
    execute_all(
        """create table provider_switches (
            id uuid primary key, provider text not null, held boolean not null, reason text not null,
            changed_by text not null, changed_at timestamptz not null, version int not null, sequence int not null
        )"""
    )
