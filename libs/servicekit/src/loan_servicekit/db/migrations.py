"""Alembic for every service: the environment, the tables each database has, and the runner."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from alembic import command, context, op
from alembic.config import Config
from sqlalchemy import pool
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from loan_servicekit.db.engine import async_url

log = logging.getLogger(__name__)

LOCK_TIMEOUT = "5s"  # a migration that cannot get its lock fails instead of holding up the service

SEED = (
    "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
    " select c, v, u, f, s, k, 'seed' from (values ($1::text, $2::text, $3::text, $4::date, $5::text, $6::text))"
    " as t(c, v, u, f, s, k) where not exists (select 1 from parameters p where p.code = t.c and p.valid_from = t.f)"
)
STANDARD_TABLES = (
    """create table outbox (
        id bigint generated always as identity primary key, message_id uuid not null, type text not null,
        key text not null, dataschema text not null, correlation_id text not null, causation_id text,
        traceparent text, actor text, value bytea not null, created_at timestamptz not null, published_at timestamptz
    )""",
    "create index outbox_unpublished on outbox (id) where published_at is null",
    "create index outbox_created_at on outbox (created_at)",
    """create table inbox (
        message_id uuid primary key, type text not null, received_at timestamptz not null, refused text
    )""",
    "create index inbox_received_at on inbox using brin (received_at)",
    """create table idempotency (
        key text primary key, fingerprint text not null, status int not null, body bytea not null,
        sequence int, created_at timestamptz not null
    )""",
    "create index idempotency_created_at on idempotency using brin (created_at)",
    """create table dead_letters (
        id uuid primary key, topic text not null, partition int not null, "offset" bigint not null,
        headers jsonb not null, value bytea not null, reason text not null, detail text not null,
        attempts int not null, state text not null check (state in ('RETRYING', 'DEAD', 'HANDLED')),
        created_at timestamptz not null, retry_at timestamptz, unique (topic, partition, "offset")
    )""",
    "create index dead_letters_due on dead_letters (retry_at) where state = 'RETRYING'",
    """create table parameters (
        code text not null, value text not null, unit text not null, valid_from date not null, valid_to date,
        source text not null, confidence text not null, approved_by text not null, primary key (code, valid_from)
    )""",
)
PARAMETER_CHANGES = (
    "alter table parameters add column recorded_at timestamptz not null default now()",
    "alter table parameters drop constraint parameters_pkey",
    "alter table parameters add primary key (code, valid_from, recorded_at)",
    """create table parameter_changes (
        id uuid primary key, code text not null, value text not null, unit text not null, valid_from date not null,
        source text not null, confidence text not null, reason text not null, correction boolean not null,
        status text not null, proposed_by text not null, proposed_at timestamptz not null, decided_by text,
        decided_at timestamptz, decision_reason text, version int not null, sequence int not null
    )""",
    """create function rows_stay() returns trigger language plpgsql as $$
        begin raise exception 'rows of % stay as they are: a new value is a new row', tg_table_name; end $$""",
    "create trigger rows_stay before update or delete on parameters for each row execute function rows_stay()",
)
BUS_SAFETY = (
    """alter table dead_letters
        add column topic_id uuid, add column digest bytea not null default ''::bytea, add column key bytea,
        add column record_headers bytea, add column timestamp_ms bigint not null default 0,
        add column tried int not null default 0, add column last_failed_at timestamptz,
        add column replays int not null default 0, add column replayed_at timestamptz, add column discard_reason text,
        add column discard_note text, add column discard_by text, add column discarded_by text,
        alter column value drop not null, drop constraint dead_letters_topic_partition_offset_key,
        drop constraint dead_letters_state_check""",
    """alter table dead_letters
        add constraint dead_letters_record unique (topic, partition, "offset", digest),
        add constraint dead_letters_state_check
            check (state in ('RETRYING', 'DEAD', 'DISCARDING', 'HANDLED', 'DISCARDED'))""",
    "update dead_letters set last_failed_at = created_at",
    "create index dead_letters_open on dead_letters (state) where state in ('RETRYING', 'DEAD', 'DISCARDING')",
    "alter table outbox add column set_aside_at timestamptz, add column set_aside_reason text",
    "create index outbox_set_aside on outbox (id) where set_aside_at is not null",
    """create table published (
        type text not null, partition int not null, topic_id uuid not null, "offset" bigint not null,
        at timestamptz not null, primary key (type, partition)
    ) with (fillfactor = 50)""",
    """create table consumers (
        instance text primary key, state text not null, reason text not null, since timestamptz not null,
        seen_at timestamptz not null, lag bigint not null, missing text[] not null,
        resume boolean not null default false
    ) with (fillfactor = 50)""",
)


def create_standard_tables() -> None:
    """The tables that every service's database has: outbox, inbox, idempotency, dead letters, parameters."""
    execute_all(*STANDARD_TABLES)


def create_parameter_changes() -> None:
    """Parameters are changed through proposals; a row that is there is never altered, one recorded later counts."""
    execute_all(*PARAMETER_CHANGES)


def make_the_bus_safe() -> None:
    """What `create_standard_tables` lacks: letters by record, rows set aside, what the broker has acknowledged, how the
    consumers are."""
    execute_all(*BUS_SAFETY)


def index_dead_letters() -> None:
    """Letters of a state are found by it, newest first, however many there are of another."""
    execute_all("create index dead_letters_by_state on dead_letters (state, id)")


def execute_all(*statements: str) -> None:
    """Runs statements inside a migration."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)


def run() -> None:
    """The whole of a service's `migrations/env.py`."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()


def migrate(folder: Path, url: str) -> None:
    """Brings a database to the newest revision of the folder's scripts."""
    asyncio.run(migrate_async(folder, url))


async def migrate_async(folder: Path, url: str) -> None:
    """As `migrate`, for callers that have a loop already."""
    engine = create_async_engine(async_url(url), poolclass=pool.NullPool)
    try:
        async with engine.connect() as connection:
            await connection.exec_driver_sql("select pg_advisory_lock(hashtext('migrations'))")
            await connection.commit()  # who waits here for another replica's migration may wait long
            await connection.exec_driver_sql(f"set lock_timeout = '{LOCK_TIMEOUT}'")
            await connection.commit()
            await connection.run_sync(_upgrade, folder)
            await connection.exec_driver_sql("select pg_advisory_unlock(hashtext('migrations'))")
            await connection.commit()
    finally:
        await engine.dispose()
    log.info("migrations.done", extra={"folder": folder.parent.name})


def _upgrade(connection: Connection, folder: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()


def seed_parameters(rows: Sequence[tuple[str, str, str, date, str, str]]) -> None:
    """Rows (code, value, unit, valid from, source, confidence) for the parameter table, inside a migration."""
    for code, value, unit, valid_from, source, confidence in rows:
        op.get_bind().exec_driver_sql(SEED, (code, value, unit, valid_from, source, confidence))
