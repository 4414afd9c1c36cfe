"""Moves outbox rows to Kafka in order: one leader per service under an advisory lock, `acks=all`, idempotent producer.

What cannot be sent holds up nothing else: a row that the broker refuses is set aside, rows of a topic that is not there
wait for it. And the broker's word is checked: a topic that was made anew, or ends before what was acknowledged, gets
all rows that the outbox still has once more (docs/decisions/0018).
"""

import asyncio
import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from loan_contracts.envelope import Envelope
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock, utc_now
from loan_servicekit.db.sweeping import sweep
from loan_servicekit.db.tables import Row
from loan_servicekit.db.unit_of_work import tell
from loan_servicekit.telemetry import BROKER_LOSSES, OUTBOX_HELD, OUTBOX_PENDING, OUTBOX_SET_ASIDE, RELAYED

log = logging.getLogger(__name__)

LEADER_LOCK = 0x6F757462  # "outb": one lock per database, and each service has its own database
BATCH = 500
GATHER_FROM = 8  # rows in the last batch from which waiting for company pays: at low load none waits
GATHER_S = 0.02
POLL_S = 0.25  # for rows that another process of the service wrote; our own commits wake us
BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
UNWELL_AFTER_S = 10.0
LOOK_EVERY_S = 5.0
BELIEVED_AFTER_S = 5.0  # a topic that ends too early: its readers notice first, so that none of them skips what follows
UNPUBLISHED = (
    "select id, message_id, type, key, dataschema, correlation_id, causation_id, traceparent, actor, value, created_at"
    " from outbox where published_at is null and set_aside_at is null and type <> all($1::text[])"
    f" order by id limit {BATCH}"
)
MARK = (  # and what the broker has acknowledged, in the same statement
    "with marked as (update outbox set published_at = now() where id = any($1::bigint[]))"
    ' insert into published as p (type, partition, topic_id, "offset", at)'
    " select t, n, i, o, now() from unnest($2::text[], $3::int[], $4::uuid[], $5::bigint[]) as u(t, n, i, o)"
    ' on conflict (type, partition) do update set topic_id = excluded.topic_id, at = excluded.at, "offset" ='
    ' case when p.topic_id = excluded.topic_id then greatest(p."offset", excluded."offset") else excluded."offset" end'
)
PUBLISHED = 'select type, partition, topic_id, "offset" from published'
FORGET = "delete from published where type = any($1::text[])"
AGAIN = "update outbox set published_at = null where published_at is not null and type = any($1::text[])"
SET_ASIDE = "update outbox set set_aside_at = now(), set_aside_reason = $2 where id = $1"
ASIDE = "select type, set_aside_reason, count(*) from outbox where set_aside_at is not null group by 1, 2 order by 1, 2"


Acknowledgement: TypeAlias = asyncio.Future[Any]


class Topic(Protocol):
    """What the bus has of a topic; see `loan_servicekit.kafka.topics`."""

    id: UUID
    fault: str
    ends: dict[int, int]


class Publisher(Protocol):
    """What the relay needs of the bus."""

    async def send(
        self, topic: str, value: bytes, key: bytes | None, headers: Sequence[tuple[str, bytes]]
    ) -> Acknowledgement:
        """Hands a record over; the future is its acknowledgement."""

    async def renew(self) -> None:
        """Begins anew after a send that failed."""

    async def look(self, topics: Sequence[str]) -> Mapping[str, Topic]:
        """What the bus has of these topics now."""

    def refusal(self, error: BaseException) -> str:
        """Why a record will be refused each time it is sent; empty where it need not be."""

    def fault(self, error: BaseException) -> str:
        """What is wrong with the topic that a record was sent to; empty where it is something else."""


class Relay:
    """A background task of every service process; only the holder of the lock publishes."""

    def __init__(
        self, engine: AsyncEngine, publisher: Publisher, source: str, topic_prefix: str = "", clock: Clock = utc_now
    ) -> None:
        self._clock = clock
        self._engine, self._publisher, self._source, self._prefix = engine, publisher, source, topic_prefix
        self._wake = asyncio.Event()
        self._failures = 0  # in a row
        self._failing_since: float | None = None
        self._acknowledged: dict[tuple[str, int], tuple[UUID, int]] = {}  # id and offset, by type and partition
        self._topics: dict[str, Topic] = {}  # as of the last look, by type
        self._looked = 0.0
        self._cut_off: dict[str, float] = {}  # types whose topic ends too early, and since when that is known
        self.held: dict[str, str] = {}  # types whose rows wait, and why
        self.set_aside: dict[tuple[str, str], int] = {}  # how many rows were refused, by type and reason
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
            self._looked = 0.0
            rows: Sequence[Row] = (await connection.exec_driver_sql(PUBLISHED)).all()
            self._acknowledged = {(row[0], row[1]): (row[2], row[3]) for row in rows}
            while True:
                self._wake.clear()
                await self._look_now_and_then(connection)
                sent = await self.publish(connection)
                self._failures, self._failing_since = 0, None
                if sent < BATCH:
                    await self._idle()
                if GATHER_FROM <= sent < BATCH:
                    await asyncio.sleep(GATHER_S)
        finally:
            self.leading = False

    async def _idle(self) -> None:
        try:
            async with asyncio.timeout(POLL_S):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def publish(self, connection: AsyncConnection) -> int:
        """Sends one batch and marks what was acknowledged; how many rows it held. A crash in between sends them again:
        inboxes know."""
        rows: Sequence[Row] = (await connection.exec_driver_sql(UNPUBLISHED, (list(self.held),))).all()
        if not rows:
            OUTBOX_PENDING.labels(self._source).set(0)
            return 0
        if unknown := {row[2] for row in rows} - self._topics.keys():
            await self._look(connection, unknown)
            rows = [row for row in rows if row[2] not in self.held]
        outcomes = await self._send(rows)
        await self._mark(connection, rows, outcomes)
        await self._after_failures(connection, rows, outcomes)
        OUTBOX_PENDING.labels(self._source).set(len(rows) if len(rows) == BATCH else 0)
        return len(rows)

    def _envelope(self, row: Row) -> Envelope:
        _, id, type, subject, dataschema, correlation_id, causation_id, traceparent, actor, _, at = row
        led_by = (correlation_id, causation_id, traceparent, actor)
        return Envelope(id, type, self._source, at, subject, dataschema, *led_by)

    async def _send(self, rows: Sequence[Row]) -> list[object]:
        """What became of each row: the acknowledgement, the error, or None where it was not tried any more."""
        sent: list[object] = [None] * len(rows)
        for number, row in enumerate(rows):
            headers = self._envelope(row).headers()
            try:
                sent[number] = await self._publisher.send(
                    self._prefix + row[2], bytes(row[9]), row[3].encode(), headers
                )
            except Exception as error:
                sent[number] = error
                if not self._publisher.refusal(error):
                    break
        under_way = [each for each in sent if isinstance(each, asyncio.Future)]
        settled = iter(await asyncio.gather(*under_way, return_exceptions=True))
        return [next(settled) if isinstance(each, asyncio.Future) else each for each in sent]

    async def _mark(self, connection: AsyncConnection, rows: Sequence[Row], outcomes: Sequence[object]) -> None:
        """Marks the acknowledged rows. Behind one of its topic that has failed and will be sent again, a row is sent
        again too: what they are about stays in order."""
        done: list[int] = []
        waiting: set[str] = set()
        reached: dict[tuple[str, int], tuple[UUID, int]] = {}
        for row, outcome in zip(rows, outcomes, strict=True):
            if outcome is None or (isinstance(outcome, BaseException) and not self._publisher.refusal(outcome)):
                waiting.add(row[2])
            elif not isinstance(outcome, BaseException) and row[2] not in waiting:
                done.append(row[0])
                self._note(row[2], outcome, reached)
        if done:
            places = [(type, partition, id, offset) for (type, partition), (id, offset) in reached.items()]
            columns = tuple(list(column) for column in zip(*places, strict=True)) or ([], [], [], [])
            await connection.exec_driver_sql(MARK, (done, *columns))
            RELAYED.labels(self._source).inc(len(done))

    def _note(self, type: str, acknowledged: object, reached: dict[tuple[str, int], tuple[UUID, int]]) -> None:
        """Remembers how far the broker has acknowledged;
        an offset that it has given before says that it has lost some."""
        offset, topic = getattr(acknowledged, "offset", -1), self._topics.get(type)
        if offset is None or offset < 0 or topic is None:
            return
        place = (type, getattr(acknowledged, "partition", 0))
        id, before = self._acknowledged.get(place, (topic.id, -1))
        if id == topic.id and offset <= before and place not in reached:
            self._cut_off.setdefault(type, time.monotonic())
        if id != topic.id or offset > before:
            reached[place] = self._acknowledged[place] = (topic.id, offset)

    async def _after_failures(
        self, connection: AsyncConnection, rows: Sequence[Row], outcomes: Sequence[object]
    ) -> None:
        """A batch that the broker refuses is sent again row by row, and the row that it refuses alone is set aside.
        Raises what else failed: that is waited out."""
        failed = [
            (row, outcome) for row, outcome in zip(rows, outcomes, strict=True) if isinstance(outcome, BaseException)
        ]
        if not failed:
            return
        await self._publisher.renew()
        self._looked = 0.0  # it may be the topic's fault
        refused = {row[2] for row, error in failed if self._publisher.refusal(error)}
        for row, _ in failed:
            if row[2] in refused:
                await self._send_alone(connection, row)
        others = [(row[2], error) for row, error in failed if row[2] not in refused]
        for type, error in others:
            if not (fault := self._publisher.fault(error)):
                raise error
            self._hold(type, fault)  # until the next look
            self._looked = time.monotonic()

    async def _send_alone(self, connection: AsyncConnection, row: Row) -> None:
        (outcome,) = await self._send([row])
        if not isinstance(outcome, BaseException):
            await self._mark(connection, [row], [outcome])
            return
        await self._publisher.renew()
        reason = self._publisher.refusal(outcome)
        if not reason:
            raise outcome
        await connection.exec_driver_sql(SET_ASIDE, (row[0], reason))
        told = {"message_id": str(row[1]), "type": row[2], "reason": reason, "bytes": len(bytes(row[9]))}
        log.error("outbox.set_aside", extra=told)
        await self._count_set_aside(connection)

    async def _count_set_aside(self, connection: AsyncConnection) -> None:
        rows: Sequence[Row] = (await connection.exec_driver_sql(ASIDE)).all()
        self.set_aside = {(row[0], row[1]): row[2] for row in rows}
        OUTBOX_SET_ASIDE.labels(self._source).set(sum(self.set_aside.values()))

    async def _look_now_and_then(self, connection: AsyncConnection) -> None:
        """Compares the broker with what it has acknowledged. One that does not answer is no failure while nothing is to
        be sent."""
        if time.monotonic() - self._looked < LOOK_EVERY_S:
            return
        self._looked = time.monotonic()
        await self._count_set_aside(connection)
        known = self._topics.keys() | {type for type, _ in self._acknowledged}
        try:
            await self._look(connection, known)
        except Exception as error:
            log.info("relay.not_looked", extra={"error": repr(error)})

    async def _look(self, connection: AsyncConnection, types: Iterable[str]) -> None:
        names = {self._prefix + type: type for type in types}
        if not names:
            return
        found = await self._publisher.look(list(names))
        for name, topic in found.items():
            self._hold(names[name], topic.fault)
            self._topics[names[name]] = topic
        lost = [type for type in names.values() if self._has_lost(type)]
        if lost:
            await self._publish_again(connection, lost)

    def _hold(self, type: str, fault: str) -> None:
        if fault and self.held.get(type) != fault:
            log.error("outbox.held", extra={"type": type, "reason": fault})
            self.held[type] = fault
        elif not fault and type in self.held:
            del self.held[type]
            log.info("outbox.goes_on", extra={"type": type})
        OUTBOX_HELD.labels(self._source).set(len(self.held))

    def _has_lost(self, type: str) -> bool:
        """Whether the topic has less than the broker has acknowledged: at once where it is another topic, after a while
        where it ends too early."""
        topic = self._topics[type]
        if topic.fault:
            return False
        places = [(place, *reached) for place, reached in self._acknowledged.items() if place[0] == type]
        if any(id != topic.id for _, id, _ in places):
            return True
        if any(topic.ends.get(partition, 0) <= offset for (_, partition), _, offset in places):
            self._cut_off.setdefault(type, time.monotonic())
        return type in self._cut_off and time.monotonic() - self._cut_off[type] >= BELIEVED_AFTER_S

    async def _publish_again(self, connection: AsyncConnection, types: Sequence[str]) -> None:
        """Everything of these types that the outbox still has is to be sent once more; inboxes make it harmless."""
        async with self._engine.begin() as change:
            rows = (await change.exec_driver_sql(AGAIN, (list(types),))).rowcount
            await change.exec_driver_sql(FORGET, (list(types),))
            act = AuditRecorded(
                subject_type="outbox",
                subject_id=self._source,
                action="replay_lost_messages",
                detail={"topics": " ".join(types)[:500], "rows": str(rows)},
            )
            await tell(change, Cause(self._source), self._clock(), act)
        for place in [place for place in self._acknowledged if place[0] in types]:
            del self._acknowledged[place]
        for type in types:
            self._cut_off.pop(type, None)
        BROKER_LOSSES.labels(self._source).inc(len(types))
        log.error("relay.broker_lost_messages", extra={"types": list(types), "published_again": rows})

    async def sweep(self) -> None:
        """Forgets what is old, where this process leads: one a service is enough."""
        if self.leading:
            await sweep(self._engine)
