"""The loan prime rate of five years, which rates may be tied to (domain.md §2.4)."""

from application_svc.domain.bounds import PRIME
from loan_servicekit.db.migrations import seed_parameters

revision = "2026_11_30_lpr_5y"
down_revision = "2026_11_30_own_schedules"


def upgrade() -> None:
    seed_parameters(PRIME)
