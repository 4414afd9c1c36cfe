"""Tasks that borrowers ask for, and in how many working days they are answered."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_reviews"
down_revision = "2026_11_29_flows"

PARAMETERS = [("review.answer-working-days", "15", "day", date(2026, 1, 1), "PIPL 24, 50; domain.md R-9.9", "P")]


def upgrade() -> None:
    execute_all("alter table tasks add column review json")
    seed_parameters(PARAMETERS)
