"""How long it is kept what partners are told."""

from integration_gateway.domain.retention import PARTNERS
from loan_servicekit.core.retention import seeds
from loan_servicekit.db.migrations import execute_all, seed_parameters
from loan_servicekit.db.retention.tables import FIRST_DAY

revision = "2026_11_30_partner_retention"
down_revision = "2026_11_30_partners"


def upgrade() -> None:
    execute_all(
        "create index webhook_deliveries_created on webhook_deliveries (created_at)",
        "create index partner_events_told on partner_events (told_at)",
    )
    seed_parameters(seeds(PARTNERS, FIRST_DAY))
