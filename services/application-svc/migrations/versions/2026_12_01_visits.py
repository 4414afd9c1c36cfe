"""Visits to customers: where they go and what was told of them is sealed. Customers are listed by branch and by the end
of their number."""

from datetime import date

from application_svc.domain.retention import RULES
from loan_servicekit.core.retention import seeds
from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_12_01_visits"
down_revision = "2026_11_30_faces"
KEY = "key_id text generated always as (split_part({field}, '.', 1)) stored"


def upgrade() -> None:
    execute_all(
        f"""create table visits (
            id uuid primary key, customer_id uuid not null, application_id uuid, branch text not null,
            assignee text not null, purpose text not null, planned_at timestamptz not null, place text not null,
            made_at timestamptz not null, status text not null, outcome text, arrived_at timestamptz, record text,
            record_sha256 text, companion text, confirmed_at timestamptz, ended_at timestamptz,
            {KEY.format(field="place")}, version int not null, sequence int not null
        )""",
        f"""create table visit_papers (
            id uuid primary key, visit_id uuid not null, kind text not null, media_type text not null,
            size_bytes int not null, sha256 text not null, taken_at timestamptz not null, position text,
            uploaded_by text not null, uploaded_at timestamptz not null, {KEY.format(field='"position"')},
            unique (visit_id, sha256)
        )""",
        "create index customers_branch on customers (branch, id)",
        "create index customers_last_four on customers (right(mobile_masked, 4), id)",
        "create index visits_day on visits (assignee, planned_at)",
        "create index visits_customer on visits (customer_id, id)",
        "create index visits_application on visits (application_id, id)",
        "create index visits_branch on visits (branch, id)",
        "create index visits_ended on visits (ended_at)",
        "create index visits_key on visits (key_id)",
        "create index visit_papers_key on visit_papers (key_id)",
    )
    seed_parameters(seeds([rule for rule in RULES if rule.record == "visit"], date(2026, 1, 1)))
