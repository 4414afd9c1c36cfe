"""Engines, and which database errors are outages or lost races."""

from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from loan_servicekit.core import uuid_of
from loan_servicekit.telemetry import sql_span_begin, sql_span_end

POOL_SIZE = 6
STATEMENT_CACHE = 512
RACES = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.UniqueViolationError,
    asyncpg.LockNotAvailableError,
)
OUTAGES = (
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.DiskFullError,
    asyncpg.InterfaceError,
    NoConnectionFree,
    OSError,
    TimeoutError,
)


def async_url(url: str) -> str:
    """The address as SQLAlchemy's asyncpg dialect wants it."""
    return url.replace("postgresql://", "postgresql+asyncpg://", 1)


def create_engine(url: str, application_name: str, pool_size: int = POOL_SIZE) -> AsyncEngine:
    """An engine over asyncpg with a prepared-statement cache, whose statements appear in sampled traces."""
    engine = create_async_engine(
        async_url(url),
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_recycle=1800,
        hide_parameters=True,  # statement parameters may name persons; errors are logged
        connect_args={
            "prepared_statement_cache_size": STATEMENT_CACHE,
            "timeout": 10,
            "server_settings": {"application_name": application_name, "timezone": "UTC"},
        },
    )
    event.listen(engine.sync_engine, "connect", _use_plain_uuids)
    event.listen(engine.sync_engine, "before_cursor_execute", sql_span_begin)
    event.listen(engine.sync_engine, "after_cursor_execute", sql_span_end)
    event.listen(engine.sync_engine, "handle_error", lambda context: sql_span_end(context.connection))
    return engine


def _use_plain_uuids(connection: Any, _record: Any) -> None:
    """The driver's own UUID type is a subclass that JSON serialisers refuse; ids are plain UUIDs everywhere."""
    connection.run_async(_set_uuid_codec)


async def _set_uuid_codec(connection: Any) -> None:
    await connection.set_type_codec(
        "uuid", schema="pg_catalog", format="binary", encoder=_uuid_bytes, decoder=_plain_uuid
    )


def _uuid_bytes(value: Any) -> bytes:
    return value.bytes if isinstance(value, UUID) else UUID(str(value)).bytes


def _plain_uuid(value: bytes) -> UUID:
    return uuid_of(int.from_bytes(value))


def driver_error(error: BaseException) -> BaseException:
    """The driver's own error below SQLAlchemy's wrappers."""
    seen: BaseException = error
    while True:
        below = getattr(seen, "orig", None) or (seen.__cause__ if isinstance(seen, DBAPIError) else None)
        if below is None:
            cause = seen.__cause__
            return cause if isinstance(cause, asyncpg.PostgresError | asyncpg.InterfaceError) else seen
        seen = below


def is_outage(error: BaseException) -> bool:
    """Whether the database is away, so that the same work may succeed later."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(driver_error(error), OUTAGES) or isinstance(error, InterfaceError)


def is_race(error: BaseException) -> bool:
    """Whether another writer was faster, so that the same work may be run again at once."""
    return isinstance(driver_error(error), RACES)
