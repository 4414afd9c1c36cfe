"""Which instalments a payer wants paid first; how money is allocated, and what delay costs after a judgment."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_designations"
down_revision = "2026_11_30_changes_of_loans"


def upgrade() -> None:
    execute_all("alter table loan_events add column designated json")
    seed_parameters(
        [
            ("allocation.axis", "ACROSS", "code", date(2020, 1, 1), "§3.7", "P"),
            ("exec.double_interest_daily", "0.0175", "%", date(2014, 8, 1), "法释〔2014〕8号 1", "C1"),
        ]
    )
