"""What calls to providers come to by day, how answers compare, and answers of which nothing was read."""

from integration_gateway.domain.retention import QUARANTINED_ANSWER
from loan_servicekit.core.retention import seeds
from loan_servicekit.db.migrations import execute_all, seed_parameters
from loan_servicekit.db.retention.tables import FIRST_DAY

revision = "2026_11_30_provider_policies"
down_revision = "2026_11_30_signatures"


def upgrade() -> None:
    execute_all(
        """create table provider_days (
            day date not null, capability text not null, provider text not null, calls int not null, hits int not null,
            misses int not null, unusable int not null, refused int not null, reused int not null, shared int not null,
            shadow int not null, charged int not null, cost_yuan numeric(16, 4) not null,
            primary key (day, capability, provider)
        )""",
        """create table provider_differences (
            day date not null, capability text not null, provider text not null, shadow text not null,
            field text not null, compared int not null, differed int not null,
            primary key (day, capability, provider, shadow, field)
        )""",
        """create table quarantined_answers (
            id uuid primary key, source text not null, provider text not null, code text not null, fault text not null,
            application_id uuid not null, request_id uuid not null, came_at timestamptz not null, text text not null,
            state text not null check (state in ('OPEN', 'CLOSED')), closed_by text, closed_at timestamptz,
            finding text, version int not null, sequence int not null
        )""",
        "create index quarantined_answers_state on quarantined_answers (state, id)",
        "create index quarantined_answers_at on quarantined_answers (came_at)",
        "create index quarantined_answers_key on quarantined_answers ((left(text, strpos(text, '.'))))",
        # Answers of any source may serve again, and a customer's log of access is read by him.
        "create index collections_customer on collections (customer_id, collected_at)",
        "drop index collections_report",
    )
    seed_parameters(seeds([QUARANTINED_ANSWER], FIRST_DAY))
