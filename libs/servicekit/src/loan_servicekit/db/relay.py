"""Moves outbox rows to Kafka in order: one leader per service under an advisory lock, `acks=all`, idempotent producer."""

import asyncio
import logging
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
RETENTION = timedelta(days=7)
JANITOR_S = 600.0
UNPUBLISHED = (
    "select id, message_id, type, key, dataschema, correlation_id, causation_id, traceparent, actor, value, created_at"
    f" from outbox where published_at is null order by id limit {BATCH}"
)
MARK = "update outbox set published_at = now() where id = any($1::bigint[])"
REPLAY = "update outbox set published_at = null where created_at >= now() - make_interval(secs => $1) returning id"


class Producer(Protocol):
    """The part of a Kafka producer that the relay needs."""

    async def send(
        self, topic: str, value: bytes, key: bytes, headers: Sequence[tuple[str, bytes]]
    ) -> asyncio.Future[Any]: ...


class Relay:
    """A background task of every service process; only the holder of the lock publishes."""

    def __init__(self, engine: AsyncEngine, producer: Producer, source: str, topic_prefix: str = "") -> None:
        self._engine, self._producer, self._source, self._prefix = engine, producer, source, topic_prefix
        self._wake = asyncio.Event()
        self.leading = False

    def wake(self) -> None:
        """Says that rows were committed."""
        self._wake.set()

    async def run(self) -> None:
        """Publishes until cancelled; an outage of database or broker is waited out."""
        failures = 0
        while True:
            try:
                async with self._engine.connect() as connection:
                    connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
                    await self._lead(connection)
            except asyncio.CancelledError:
                raise
            except Exception as error:
                self.leading = False
                delay = BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)]
                log.warning("relay.interrupted", extra={"error": repr(error), "retry_s": delay})
                failures += 1
                await asyncio.sleep(delay)
            else:
                failures = 0

    async def _lead(self, connection: AsyncConnection) -> None:
        locked = (await connection.exec_driver_sql(f"select pg_try_advisory_lock({LEADER_LOCK})")).scalar()
        if not locked:
            await asyncio.sleep(1.0)
            return
        self.leading = True
        try:
            swept = asyncio.get_running_loop().time()
            while True:
                self._wake.clear()
                sent = await self.publish(connection)
                if sent < BATCH:
                    await self._idle()
                now = asyncio.get_running_loop().time()
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
            sent.append(await self._producer.send(
                self._prefix + row[2], value=bytes(row[9]), key=row[3].encode(), headers=envelope.headers(),
            ))  # fmt: skip
        await asyncio.gather(*sent)
        await connection.exec_driver_sql(MARK, ([row[0] for row in rows],))
        RELAYED.labels(self._source).inc(len(rows))
        OUTBOX_PENDING.labels(self._source).set(len(rows) if len(rows) == BATCH else 0)
        return len(rows)

    async def _sweep(self, connection: AsyncConnection) -> None:
        """Forgets what is older than the retention time: published rows, receipts and stored answers."""
        await connection.exec_driver_sql("delete from outbox where published_at < now() - $1::interval", (RETENTION,))
        await connection.exec_driver_sql("delete from inbox where received_at < now() - $1::interval", (RETENTION * 2,))
        await connection.exec_driver_sql(
            "delete from idempotency where created_at < now() - $1::interval", (RETENTION,)
        )


async def replay_outbox(engine: AsyncEngine, since_s: float) -> int:
    """Marks retained rows of the last seconds as unpublished, so that the leader sends them again; how many."""
    async with engine.begin() as connection:
        return len((await connection.exec_driver_sql(REPLAY, (float(since_s),))).all())
