"""How many registrations of one person may be refused within an hour."""

from application_svc.domain.bounds import ATTEMPTS
from loan_servicekit.db.migrations import seed_parameters

revision = "2026_11_29_attempts"
down_revision = "2026_11_29_card_state"


def upgrade() -> None:
    seed_parameters(ATTEMPTS)
