"""Wordings of consents with their versions, and the evidence of written ones."""

from alembic import op

from application_svc.domain.bounds import CONSENTS
from application_svc.domain.consents.consent_text import FIRST_DAY, FIRST_VERSION, seeded_texts
from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_29_consents"
down_revision = "2026_11_29_bus"

INSERT = (
    "insert into consent_texts (id, source, purpose, text_version, wording, hash, valid_from, status, proposed_by,"
    " proposed_at, decided_by, decided_at, version, sequence)"
    " values ($1, $2, $3, $4, $5, $6, $7, 'APPROVED', 'seed', now(), 'seed', now(), 1, 0)"
)


def upgrade() -> None:
    execute_all(
        """create table consent_texts (
            id uuid primary key, source text not null, purpose text not null, text_version text not null,
            wording text not null, hash text not null, valid_from date not null, status text not null,
            proposed_by text not null, proposed_at timestamptz not null, decided_by text, decided_at timestamptz,
            version int not null, sequence int not null, unique (source, purpose, text_version)
        )""",
        """create table consent_scans (
            id uuid primary key, customer_id uuid not null, media_type text not null, size_bytes int not null,
            sha256 text not null, uploaded_by text not null, uploaded_at timestamptz not null
        )""",
        "create index consent_scans_customer on consent_scans (customer_id)",
        "alter table consents add column text_hash text, add column evidence json",
        "alter table applications add column approval_ended_at timestamptz, add column ended_at timestamptz",
        """update applications set ended_at = now(), approval_ended_at = now()
            where status in ('DECLINED', 'WITHDRAWN', 'EXPIRED') or contract_status = 'TERMINATED'""",
        "update applications set approval_ended_at = disbursed_at where contract_status = 'EFFECTIVE'",
    )
    for id, source, purpose, wording, hash in seeded_texts():
        op.get_bind().exec_driver_sql(
            INSERT, (id, source.value, purpose.value, FIRST_VERSION, wording, hash, FIRST_DAY)
        )
    seed_parameters(CONSENTS)
