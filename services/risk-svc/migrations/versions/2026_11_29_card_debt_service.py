"""What cards cost a month, as a part of what is owed on them (domain.md §7.1)."""

from loan_servicekit.db.migrations import seed_parameters
from risk_svc.domain.parameters import CARD_DEBT_SERVICE

revision = "2026_11_29_card_debt_service"
down_revision = "2026_11_29_bus"


def upgrade() -> None:
    seed_parameters(CARD_DEBT_SERVICE)
