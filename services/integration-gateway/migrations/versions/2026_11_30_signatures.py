"""Contracts at a provider of signatures are a further kind of outside work."""

from integration_gateway.domain.retention import SIGNATURES
from loan_servicekit.core.retention import seeds
from loan_servicekit.db.migrations import execute_all, seed_parameters
from loan_servicekit.db.retention.tables import FIRST_DAY

revision = "2026_11_30_signatures"
down_revision = "2026_11_30_provider_switches"


def upgrade() -> None:
    execute_all(
        """create table signature_flows (
            id uuid primary key, application_id uuid not null, customer_id uuid not null, provider text not null,
            flow_id text not null unique, contract_hash text not null, file_sha256 text not null,
            begun_at timestamptz not null
        )""",
        "create index signature_flows_application on signature_flows (application_id, begun_at)",
        "create index signature_flows_begun on signature_flows (begun_at)",
        "alter table desk drop constraint desk_kind_check",
        """alter table desk add constraint desk_kind_check check (kind in
            ('COLLECT', 'PAY', 'NOTIFY', 'VERIFY', 'ALERT', 'AGREE', 'REMIND', 'SIGN')) not valid""",
        "alter table desk validate constraint desk_kind_check",
    )
    seed_parameters(seeds(SIGNATURES, FIRST_DAY))
