"""The line on all charges binds their sum: what it has allowed and waived is kept with the loan."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_cap_windows"
down_revision = "2026_11_30_list_indexes"


def upgrade() -> None:
    execute_all(
        "alter table loans add column cap_windows json not null default '[]',"
        " add column cap_excess_minor bigint not null default 0"
    )
    seed_parameters(
        [("cap.measure", "NOMINAL_360", "code", date(2017, 8, 4), "法发〔2017〕22号; the measure is ours", "P")]
    )
