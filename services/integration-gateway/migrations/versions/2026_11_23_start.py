"""The desk on which outside work waits, and what was collected."""

from loan_servicekit.db.migrations import create_standard_tables, execute_all

revision = "2026_11_23_start"
down_revision = None


def upgrade() -> None:
    create_standard_tables()
    execute_all(
        """create table desk (
            id uuid primary key, kind text not null check (kind in ('COLLECT', 'PAY', 'NOTIFY')), application_id uuid,
            body jsonb not null, state text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
            tries int not null default 0, requested_at timestamptz not null, due_at timestamptz not null,
            claimed_by text, correlation_id text, causation_id text, traceparent text, finished_at timestamptz,
            result jsonb
        )""",
        "create index desk_open on desk (kind, requested_at) where state = 'OPEN'",
        "create index desk_payments on desk (id) where kind = 'PAY'",
        """create table collections (
            request_id uuid primary key, application_id uuid not null, customer_id uuid not null,
            purpose_code text not null, collected_at timestamptz not null, facts jsonb not null,
            answers jsonb not null, raw text not null, report_at timestamptz
        )""",
        # `raw` is compressed before it is sealed, and the others are small: to compress any of them costs more than it saves.
        # What makes a row larger than 3,000 bytes is kept apart as it is.
        *(f"alter table collections alter column {c} set storage external" for c in ("raw", "facts", "answers")),
        "alter table collections set (toast_tuple_target = 3000)",
        "create index collections_application on collections (application_id, collected_at)",
        "create index collections_customer on collections (customer_id, purpose_code, report_at)",
    )
