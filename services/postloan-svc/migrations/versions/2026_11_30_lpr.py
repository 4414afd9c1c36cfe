"""The loan prime rate, which rates are tied to, from the days of its publication (domain.md §2.4)."""

from loan_contracts.values import Tenor
from loan_schedules.lpr import SOURCE, changes
from loan_servicekit.db.migrations import seed_parameters

revision = "2026_11_30_lpr"
down_revision = "2026_11_30_days_counted"


def upgrade() -> None:
    for code, tenor in (("lpr_1y", Tenor.ONE_YEAR), ("lpr_5y", Tenor.FIVE_YEARS)):
        seed_parameters([(code, rate, "%", day, SOURCE, "MH") for day, rate in changes(tenor)])
