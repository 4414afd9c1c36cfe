"""Agreements to collect from borrowers' cards, the debits under them, and their runs by times of the day."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_debits"
down_revision = "2026_11_30_book_months"

SOURCE = "domain.md R-3.11"
SINCE = date(2020, 1, 1)


def upgrade() -> None:
    execute_all(
        """create table collection_agreements (
            id uuid primary key, loan_id uuid not null, application_id uuid not null, customer_id uuid not null,
            text_version text not null, parts boolean not null, agreed_by text not null, agreed_at timestamptz not null,
            status text not null check (status in ('REQUESTED', 'SIGNED', 'REFUSED', 'ENDED')), card_token text,
            signed_at timestamptz, code text, ended_at timestamptz, end_reason text,
            frozen_at timestamptz, frozen_by text, frozen_because text, version int not null, sequence int not null
        )""",
        "create index collection_agreements_loan on collection_agreements (loan_id, agreed_at, id)",
        "create unique index collection_agreements_live on collection_agreements (loan_id)"
        " where status in ('REQUESTED', 'SIGNED')",
        "create index collection_agreements_signed on collection_agreements (id) where status = 'SIGNED'",
        """create table debit_attempts (
            id uuid primary key, loan_id uuid not null, application_id uuid not null, customer_id uuid not null,
            occasion text not null, business_date date not null, amount_minor bigint not null check (amount_minor > 0),
            currency text not null, requested_by text not null, requested_at timestamptz not null, agreement_id uuid,
            card_token text, slot text, part int not null, quote_id uuid,
            status text not null check (status in ('REQUESTED', 'SETTLED', 'FAILED', 'RETURNED')), code text,
            ended_at timestamptz, repayment_id uuid, problem text, version int not null, sequence int not null
        )""",
        "create index debit_attempts_loan on debit_attempts (loan_id, requested_at, id)",
        # One at a time: what has an unknown end is asked about, and never ordered again.
        """alter table debit_attempts add constraint debit_attempts_open
            exclude (loan_id with =) where (status = 'REQUESTED') deferrable initially deferred""",
        """create table debit_runs (
            id text primary key, business_date date not null, slot text not null, after uuid, debits int not null,
            amount_minor bigint not null, ended_at timestamptz, version int not null, sequence int not null
        )""",
    )
    seed_parameters(
        [
            ("debit.times", "06:00,14:00,22:00", "time", SINCE, SOURCE, "P"),
            ("debit.most_dpd", "90", "day", SINCE, SOURCE, "P"),
            ("debit.most_parts", "3", "time", SINCE, SOURCE, "P"),
            ("debit.least_part", "100", "CNY", SINCE, SOURCE, "P"),
        ]
    )
