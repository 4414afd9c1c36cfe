"""Engines, and what the failure of a statement means: an outage, something that passes, a lost race, or the record."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import AdaptedConnection, event
from sqlalchemy.exc import DBAPIError, DisconnectionError, InterfaceError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from loan_servicekit.core import uuid_of
from loan_servicekit.telemetry import sql_span_begin, sql_span_end

POOL_SIZE = 6
STATEMENT_CACHE = 512


class Trouble(StrEnum):
    """What the failure of a statement means for the work that it was part of."""

    AWAY = "away"  # nobody gets anything done: the whole batch waits
    PASSING = "passing"  # it may succeed when it is run again, soon or once an operator has mended something
    RACE = "race"  # another writer was faster: it is run again at once
    OWN = "own"  # the record's own: it will fail in the same way each time


# By SQLSTATE, its class where the state itself is not named (PostgreSQL, appendix A); what stands nowhere may pass. A
# wrong OWN loses a message for ever, a wrong PASSING costs a try every half minute.
TROUBLES: Mapping[str, Trouble] = {
    "08": Trouble.AWAY,  # connection
    "28": Trouble.AWAY,  # sign-in: a password that is being changed
    "3D": Trouble.AWAY,  # there is no such database (yet)
    "57P": Trouble.AWAY,  # shut down, crashed, starting, dropped, idle too long
    "58": Trouble.AWAY,  # system: input and output, files
    "25006": Trouble.AWAY,  # read only: a standby that has not taken over yet
    "53100": Trouble.AWAY,  # disk full
    "53300": Trouble.AWAY,  # too many connections
    "40": Trouble.RACE,  # rolled back: serialisation, deadlock
    "55P03": Trouble.RACE,  # a lock was not to be had
    "23505": Trouble.RACE,  # unique: who comes second finds the first
    "21": Trouble.OWN,  # cardinality
    "22": Trouble.OWN,  # data
    "23": Trouble.OWN,  # integrity
    "27": Trouble.OWN,  # triggered change
    "44": Trouble.OWN,  # check option
    "54": Trouble.OWN,  # limits of the program: a row too wide
    "P0": Trouble.OWN,  # what a trigger refuses
}
OWN_WHEN_LASTING = "23505"  # a race that is lost each time is a record that cannot be
AWAY: tuple[type[BaseException], ...] = (
    asyncpg.PostgresConnectionError,
    NoConnectionFree,
    OSError,
    TimeoutError,
)
PASSING: tuple[type[BaseException], ...] = (
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    InterfaceError,
    MemoryError,
)


def _refuse_what_was_left_open(connection: AdaptedConnection, _record: object, _proxy: object) -> None:
    """A begin, commit or rollback that the server broke off may leave a transaction open, or the client thinking so:
    such a connection fails for ever, or keeps what others write in it from being committed.
    The pool takes another one."""
    driver = connection.driver_connection
    if driver.is_in_transaction() or driver._top_xact is not None:
        raise DisconnectionError("the connection has a transaction that nobody ended")


def async_url(url: str) -> str:
    """The address as SQLAlchemy's asyncpg dialect wants it."""
    return url.replace("postgresql://", "postgresql+asyncpg://", 1)


def create_engine(url: str, application_name: str, pool_size: int = POOL_SIZE, lock_wait_ms: int = 0) -> AsyncEngine:
    """An engine over asyncpg with a prepared-statement cache, whose statements appear in sampled traces. They wait for
    locks so long; 0: as long as it takes."""
    engine = create_async_engine(
        async_url(url),
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_recycle=1800,
        hide_parameters=True,  # statement parameters may name persons; errors are logged
        connect_args={
            "prepared_statement_cache_size": STATEMENT_CACHE,
            "timeout": 10,
            "server_settings": {
                "application_name": application_name,
                "timezone": "UTC",
                "lock_timeout": str(lock_wait_ms),
            },
        },
    )
    event.listen(engine.sync_engine, "connect", _use_plain_uuids)
    event.listen(engine.sync_engine, "checkout", _refuse_what_was_left_open)
    event.listen(engine.sync_engine, "before_cursor_execute", sql_span_begin)
    event.listen(engine.sync_engine, "after_cursor_execute", sql_span_end)
    event.listen(engine.sync_engine, "handle_error", lambda context: sql_span_end(context.connection))
    return engine


def _use_plain_uuids(connection: AdaptedConnection, _record: object) -> None:
    """The driver's own UUID type is a subclass that JSON serialisers refuse; ids are plain UUIDs everywhere."""
    connection.run_async(_set_uuid_codec)


async def _set_uuid_codec(connection: Any) -> None:
    await connection.set_type_codec(
        "uuid", schema="pg_catalog", format="binary", encoder=_uuid_bytes, decoder=_plain_uuid
    )


def _uuid_bytes(value: object) -> bytes:
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


def trouble(error: BaseException) -> Trouble | None:
    """What a failure means where it came from the database or the machine; None for a bug of ours."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return Trouble.AWAY
    driver = driver_error(error)
    if state := getattr(driver, "sqlstate", None):
        return next((TROUBLES[state[:n]] for n in (5, 3, 2) if state[:n] in TROUBLES), Trouble.PASSING)
    if isinstance(driver, AWAY) or isinstance(error, AWAY):
        return Trouble.AWAY
    return Trouble.PASSING if isinstance(driver, PASSING) or isinstance(error, PASSING) else None


def is_outage(error: BaseException) -> bool:
    """Whether the database is away, so that nothing can be done until it is back."""
    return trouble(error) is Trouble.AWAY


def is_race(error: BaseException) -> bool:
    """Whether another writer was faster, so that the same work may be run again at once."""
    return trouble(error) is Trouble.RACE


def is_locked(error: BaseException) -> bool:
    """Whether somebody else held a lock for longer than is waited for: who asked may come again in a moment."""
    return getattr(driver_error(error), "sqlstate", None) == "55P03"


def may_pass(error: BaseException) -> bool:
    """Whether the same work may succeed later: everything but what is wrong with the record itself, and a bug."""
    found = trouble(error)
    if found is Trouble.RACE:
        return getattr(driver_error(error), "sqlstate", None) != OWN_WHEN_LASTING
    return found in (Trouble.AWAY, Trouble.PASSING)
