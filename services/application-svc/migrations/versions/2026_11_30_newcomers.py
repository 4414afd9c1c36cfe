"""Who signs in with a number that is nobody's, until he has registered."""

from datetime import date

from application_svc.domain.retention import RULES
from loan_servicekit.core.retention import seeds
from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_newcomers"
down_revision = "2026_11_30_checked_conditions"


def upgrade() -> None:
    execute_all(
        """create table newcomers (
            id uuid primary key, mobile_token text not null unique, mobile text not null,
            key_id text not null generated always as (split_part(mobile, '.', 1)) stored, noted_at timestamptz not null
        )""",
        "create index newcomers_key on newcomers (key_id)",
        "create index newcomers_noted on newcomers (noted_at)",
    )
    seed_parameters(seeds([rule for rule in RULES if rule.record == "newcomer"], date(2026, 1, 1)))
