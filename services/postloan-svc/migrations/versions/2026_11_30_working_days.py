"""Holidays and worked weekends: what is due on a day on which nobody works is in time on the next working day."""

from datetime import date

from loan_servicekit.db.migrations import seed_parameters

revision = "2026_11_30_working_days"
down_revision = "2026_11_30_accruals"

HOLIDAYS_2026 = (
    "2026-01-01/2026-01-03 2026-02-15/2026-02-23 2026-04-04/2026-04-06 2026-05-01/2026-05-05 2026-06-19/2026-06-21"
    " 2026-09-25/2026-09-27 2026-10-01/2026-10-07"
)
WORKED_WEEKENDS_2026 = "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"
PARAMETERS = [
    ("calendar.holidays", HOLIDAYS_2026, "days", date(2026, 1, 1), "domain.md R-3.8", "MM"),
    ("calendar.worked-weekends", WORKED_WEEKENDS_2026, "days", date(2026, 1, 1), "domain.md R-3.8", "MM"),
]


def upgrade() -> None:
    seed_parameters(PARAMETERS)
