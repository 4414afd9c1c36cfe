"""Moves outbox rows to Kafka in order: one leader per service under an advisory lock, `acks=all`, idempotent producer."""

import asyncio
import logging
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from loan_contracts.envelope import Envelope
from loan_servicekit.telemetry import OUTBOX_PENDING, RELAYED

log = logging.getLogger(__name__)

LEADER_LOCK = 0x6F757462  # "outb": one lock per database, and each service has its own database
BATCH = 500
POLL_S = 0.25  # for rows that another process of the service wrote; our own commits wake us
BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
UNWELL_AFTER_S = 10.0
RETENTION = timedelta(days=7)
JANITOR_S = 600.0
UNPUBLISHED = (
    "select id, message_id, type, key, dataschema, correlation_id, causation_id, traceparent, actor, value, created_at"
    f" from outbox where published_at is null order by id limit {BATCH}"
)
MARK = "update outbox set published_at = now() where id = any($1::bigint[])"
SWEPT_AT_ONCE = 5_000
SWEEPS = tuple(
    (f"delete from {table} where ctid = any(array(select ctid from {table} where {old} limit {SWEPT_AT_ONCE}))", age)
    for table, old, age in (
        ("outbox", "published_at < now() - $1::interval", RETENTION),
        ("inbox", "received_at < now() - $1::interval", RETENTION * 2),
        ("idempotency", "created_at < now() - $1::interval", RETENTION),
        ("dead_letters", "state = 'HANDLED' and created_at < now() - $1::interval", RETENTION),
    )
)


class Publisher(Protocol):
    """What the relay needs of the bus."""

    async def send(
        self, topic: str, value: bytes, key: bytes | None, headers: Sequence[tuple[str, bytes]]
    ) -> asyncio.Future[Any]:
        """Hands a record over; the future is its acknowledgement."""

    async def renew(self) -> None:
        """Begins anew after a send that failed."""


class Relay:
    """A background task of every service process; only the holder of the lock publishes."""

    def __init__(self, engine: AsyncEngine, publisher: Publisher, source: str, topic_prefix: str = "") -> None:
        self._engine, self._publisher, self._source, self._prefix = engine, publisher, source, topic_prefix
        self._wake = asyncio.Event()
        self._failures = 0  # in a row
        self._failing_since: float | None = None
        self.leading = False

    def wake(self) -> None:
        """Says that rows were committed."""
        self._wake.set()

    @property
    def well(self) -> bool:
        """Whether nothing has kept it from publishing for long."""
        return self._failing_since is None or time.monotonic() - self._failing_since < UNWELL_AFTER_S

    async def run(self) -> None:
        """Publishes until cancelled; an outage of database or broker is waited out."""
        while True:
            try:
                async with self._engine.connect() as connection:
                    connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
                    try:
                        await self._lead(connection)
                    except BaseException:
                        await connection.invalidate()  # the lock belongs to the session: it must not outlive the leader
                        raise
            except asyncio.CancelledError:
                raise
            except Exception as error:
                delay = BACK_OFF_S[min(self._failures, len(BACK_OFF_S) - 1)]
                log.warning("relay.interrupted", extra={"error": repr(error), "retry_s": delay})
                self._failures += 1
                self._failing_since = self._failing_since or time.monotonic()
                await self._publisher.renew()
                await asyncio.sleep(delay)

    async def _lead(self, connection: AsyncConnection) -> None:
        """Publishes as long as nothing fails, if nobody else does; looks again after a second otherwise."""
        locked = (await connection.exec_driver_sql(f"select pg_try_advisory_lock({LEADER_LOCK})")).scalar()
        if not locked:
            await asyncio.sleep(1.0)
            return
        self.leading = True
        try:
            swept = time.monotonic()
            while True:
                self._wake.clear()
                sent = await self.publish(connection)
                self._failures, self._failing_since = 0, None
                if sent < BATCH:
                    await self._idle()
                now = time.monotonic()
                if now - swept > JANITOR_S:
                    swept = now
                    await self._sweep(connection)
        finally:
            self.leading = False

    async def _idle(self) -> None:
        try:
            async with asyncio.timeout(POLL_S):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def publish(self, connection: AsyncConnection) -> int:
        """Sends one batch and marks it; how many rows it held. A crash in between sends them again: inboxes know."""
        rows: Sequence[Any] = (await connection.exec_driver_sql(UNPUBLISHED)).all()
        if not rows:
            OUTBOX_PENDING.labels(self._source).set(0)
            return 0
        sent = []
        for row in rows:
            envelope = Envelope(
                id=row[1], type=row[2], source=self._source, time=row[10], subject=row[3], dataschema=row[4],
                correlation_id=row[5], causation_id=row[6], traceparent=row[7], actor=row[8],
            )  # fmt: skip
            sent.append(await self._publisher.send(
                self._prefix + row[2], bytes(row[9]), row[3].encode(), envelope.headers()
            ))  # fmt: skip
        await asyncio.gather(*sent)
        await connection.exec_driver_sql(MARK, ([row[0] for row in rows],))
        RELAYED.labels(self._source).inc(len(rows))
        OUTBOX_PENDING.labels(self._source).set(len(rows) if len(rows) == BATCH else 0)
        return len(rows)

    async def _sweep(self, connection: AsyncConnection) -> None:
        """Forgets what is older than the retention time: published rows, receipts, stored answers, handled letters."""
        for statement, age in SWEEPS:
            swept = SWEPT_AT_ONCE
            while swept == SWEPT_AT_ONCE:  # in pieces: nobody waits long for the locks of one
                swept = (await connection.exec_driver_sql(statement, (age,))).rowcount
