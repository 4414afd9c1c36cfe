"""Customers and their sealed details, consents, products with the seeds, applications, papers of offers."""

from pathlib import Path

import orjson
from alembic import op

import application_svc
from application_svc.domain.products.product import Product
from loan_servicekit.db.migrations import create_standard_tables, execute_all

revision = "2026_11_23_start"
down_revision = None

SEEDS = Path(application_svc.__file__).parent / "products"
INSERT = (
    "insert into product_versions (code, version, valid_from, content, added_by, added_at)"
    " values ($1, $2, $3, $4::text::json, 'seed', now())"
)


# An application is written five times on its way to the money. What changes late stands last, so that the journal need
# not repeat what stands before it; and no index has `contract_status`, whose changes would else touch every index.
TABLES = (
    """create table customers (
        id uuid primary key, branch text not null, name_masked text not null, identity_number_masked text not null,
        mobile_masked text not null, card_masked text, card_issuer text, card_warnings json not null,
        person_token text not null unique, mobile_token text not null, card_token text, birth_date date not null,
        sex text not null, id_expires_on date, virtual_operator boolean not null, registered_at timestamptz not null,
        registered_by text not null, version int not null, sequence int not null
    )""",
    """create table sealed_details (
        customer_id uuid primary key,
        name text not null, identity_number text not null, mobile text not null, card_number text, employer text,
        address text, details_token text not null, sealed_at timestamptz not null,
        key_id text not null generated always as (split_part(name, '.', 1)) stored
    )""",
    "create index sealed_details_key on sealed_details (key_id)",
    """create table identity_reads (
        id bigint generated always as identity primary key, call_id uuid not null, customer_id uuid not null,
        purpose text not null, fields text not null, task_id uuid, read_by text not null, read_at timestamptz not null
    )""",
    "create index identity_reads_customer on identity_reads (customer_id, read_at)",
    """create table consents (
        id uuid primary key, customer_id uuid not null, source text not null, purpose text not null,
        form text not null, text_version text not null, valid_from timestamptz not null,
        valid_until timestamptz not null, withdrawn_at timestamptz, version int not null, sequence int not null
    )""",
    "create index consents_customer on consents (customer_id, id)",
    """create table product_versions (
        code text not null, version int not null, valid_from date not null, content json not null,
        added_by text not null, added_at timestamptz not null, primary key (code, version)
    )""",
    """create table applications (
        id uuid primary key, application_no text not null unique, customer_id uuid not null, branch text not null,
        channel text not null, product_code text not null, product_version int not null, amount_minor bigint not null,
        term_months int not null, repayment_method text not null, purpose text not null, form json,
        organisation_code text, created_by text not null, created_at timestamptz not null, documents json not null,
        submitted_by text, submitted_at timestamptz, supplement json, decision json, offer json, confirmation json,
        signature json, loan_id uuid, disbursed_at timestamptz, open_until timestamptz, status text not null,
        contract_status text, version int not null, sequence int not null
    ) with (fillfactor = 50)""",
    "create index applications_branch on applications (branch, id)",
    "create index applications_status on applications (status, id)",
    "create index applications_customer on applications (customer_id, id)",
    "create index applications_open on applications (id) where open_until is not null",
    """create table papers (
        application_id uuid primary key, contract_no text not null unique, disclosure text not null,
        disclosure_hash text not null, contract text not null, contract_hash text not null,
        made_at timestamptz not null
    )""",
)


def upgrade() -> None:
    create_standard_tables()
    execute_all(*TABLES)
    for file in sorted(SEEDS.glob("*.json")):
        content = orjson.loads(file.read_bytes())
        product = Product.model_validate(content)
        op.get_bind().exec_driver_sql(
            INSERT,
            (product.code, product.version, product.valid_from, orjson.dumps(content).decode()),
        )
