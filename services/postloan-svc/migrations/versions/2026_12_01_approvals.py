"""Larger restructurings, waivers and write-offs are put before an approval process."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_12_01_approvals"
down_revision = "2026_11_30_moves"


def upgrade() -> None:
    execute_all("alter table loan_changes add column process_code text")
    seed_parameters(
        [
            ("change.process_over", "200000", "CNY", date(2020, 1, 1), "§15.7 (L1 ≤ 20 万); R-9.8", "P"),
            ("change.committee_over", "500000", "CNY", date(2020, 1, 1), "§15.7 (> 50 万 评审); R-9.8", "P"),
        ]
    )
