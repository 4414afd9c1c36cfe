"""Partner platforms: their terms and keys, what they have brought, what they are told and where."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_partners"
down_revision = "2026_11_30_agreements"


def upgrade() -> None:
    execute_all(
        """create table partners (
            id uuid primary key, status text not null, terms jsonb, proposal jsonb, approved_by text,
            approved_at timestamptz, keys jsonb not null, version int not null, sequence int not null
        )""",
        "create index partners_keys on partners using gin (keys jsonb_path_ops)",
        """create table partner_requests (
            key_id text not null, nonce text not null, partner_id uuid not null, seen_at timestamptz not null,
            primary key (key_id, nonce)
        )""",
        "create index partner_requests_seen on partner_requests (partner_id, seen_at)",
        """create table partner_applications (
            id uuid primary key, partner_id uuid not null, reference text not null, fingerprint text not null,
            product_code text not null, amount_minor bigint not null, term_months int not null,
            created_at timestamptz not null, stage text not null, application_no text, version int not null,
            sequence int not null
        )""",
        "create index partner_applications_created on partner_applications (partner_id, created_at)",
        """create table partner_events (
            id uuid primary key, application_id uuid not null, partner_id uuid not null, type text not null,
            data jsonb not null, told_at timestamptz not null
        )""",
        "create index partner_events_application on partner_events (application_id, told_at, id)",
        """create table webhook_endpoints (
            partner_id uuid primary key, url text not null, secrets jsonb not null, changed_by text not null,
            changed_at timestamptz not null, failing_since timestamptz, disabled_at timestamptz
        )""",
        """create table webhook_deliveries (
            id uuid primary key, position bigint generated always as identity, application_id uuid not null,
            partner_id uuid not null, type text not null, body text not null, created_at timestamptz not null,
            since timestamptz not null, due_at timestamptz not null, state text not null default 'OPEN',
            tries int not null default 0, claimed_by text, last_code text, finished_at timestamptz
        )""",
        "create index webhook_deliveries_open on webhook_deliveries (partner_id, position) where state = 'OPEN'",
        """create index webhook_deliveries_first on webhook_deliveries (application_id, position)
            where state = 'OPEN'""",
        "create index webhook_deliveries_log on webhook_deliveries (partner_id, position)",
        "create index webhook_deliveries_log_state on webhook_deliveries (partner_id, state, position)",
    )
