"""The codes with which borrowers sign in, and how long it is known that one was sent."""

from integration_gateway.domain.retention import SIGN_IN_CODE
from loan_servicekit.core.retention import seeds
from loan_servicekit.db.migrations import execute_all, seed_parameters
from loan_servicekit.db.retention.tables import FIRST_DAY

revision = "2026_11_30_sign_in_codes"
down_revision = "2026_11_30_settlement"


def upgrade() -> None:
    execute_all(
        """create table sign_in_codes (
            id uuid primary key, code_hash text not null, sent_at timestamptz not null, tries_left int not null,
            sent_on date not null, sent_that_day int not null, version int not null, sequence int not null
        )""",
        "create index sign_in_codes_sent on sign_in_codes (sent_at)",
    )
    seed_parameters(seeds([SIGN_IN_CODE], FIRST_DAY))
