"""Moves outbox rows to Kafka in order: one leader per service under an advisory lock, `acks=all`, idempotent producer.

What cannot be sent holds up nothing else: a row that the broker refuses is set aside, rows of a topic that is not there
wait for it. And the broker's word is checked: a topic that was made anew, or ends before what was acknowledged, gets
all rows that the outbox still has once more (docs/decisions/0018).

What its own process has committed it is handed in memory, and what was acknowledged is marked when the table is asked
the next time: a message costs no statement of the relay's (docs/decisions/0031).
"""

import asyncio
import logging
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from loan_contracts.envelope import Envelope
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock, utc_now
from loan_servicekit.db.outbox import statements as sql
from loan_servicekit.db.outbox.bus import Publisher, Topic
from loan_servicekit.db.outbox.handed import Handed
from loan_servicekit.db.outbox.statements import BATCH
from loan_servicekit.db.sweeping import sweep
from loan_servicekit.db.tables import Row
from loan_servicekit.db.unit_of_work import tell
from loan_servicekit.telemetry import BROKER_LOSSES, OUTBOX_HELD, OUTBOX_PENDING, OUTBOX_SET_ASIDE, RELAYED

log = logging.getLogger(__name__)

LEADER_LOCK = 0x6F757462  # "outb": one lock per database, and each service has its own database
GATHER_FROM = 8  # rows in the last batch from which waiting for company pays: at low load none waits
GATHER_S = 0.02
POLL_S = 1.0  # for rows that nobody has handed over; and what was acknowledged is marked so much later at most
POLL_OTHERS_S = 0.25  # the same while another process of the service writes
OTHERS_FOR_S = 30.0  # since another's row was found
LAST_MARK_S = 2.0  # at the end of leading; what is not marked is sent again, and the inboxes know it
BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 5.0)
UNWELL_AFTER_S = 10.0
LOOK_EVERY_S = 5.0
BELIEVED_AFTER_S = 5.0  # a topic that ends too early: its readers notice first, so that none of them skips what follows


class Relay:
    """A background task of every service process; only the holder of the lock publishes."""

    def __init__(
        self, engine: AsyncEngine, publisher: Publisher, source: str, topic_prefix: str = "", clock: Clock = utc_now
    ) -> None:
        self._clock = clock
        self._engine, self._publisher, self._source, self._prefix = engine, publisher, source, topic_prefix
        self._wake = asyncio.Event()
        self._handed = Handed()
        self._asked = self._others_seen = float("-inf")  # when the table was asked, and when it had rows of others
        self._unmarked: list[tuple[int, int]] = []  # rows that the broker has acknowledged, each with its last writer
        self._reached: dict[tuple[str, int], tuple[UUID, int]] = {}  # what of `_acknowledged` is not in the table yet
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
        """Says that rows were committed which nobody has handed over: the table is asked."""
        self._asked = float("-inf")
        self._wake.set()

    def hand_over(self, rows: Sequence[Row]) -> None:
        """Rows of a transaction that this process has committed. Where another one leads, it finds them."""
        if self.leading:
            self._handed.put(rows)
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
        self._handed.begin((await connection.exec_driver_sql(sql.HIGHEST)).scalar_one())
        self.leading = True
        try:
            self._looked, self._asked, self._unmarked, self._reached = 0.0, float("-inf"), [], {}
            rows: Sequence[Row] = (await connection.exec_driver_sql(sql.PUBLISHED)).all()
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
            with suppress(Exception):
                async with asyncio.timeout(LAST_MARK_S):
                    await self._mark(connection)

    async def _idle(self) -> None:
        try:
            async with asyncio.timeout(max(0.0, self._asked + self._poll_s - time.monotonic())):
                await self._wake.wait()
        except TimeoutError:
            pass

    @property
    def _poll_s(self) -> float:
        return POLL_OTHERS_S if time.monotonic() - self._others_seen < OTHERS_FOR_S else POLL_S

    async def _next(self, connection: AsyncConnection) -> Sequence[Row]:
        """What comes next: rows handed over, where nothing can be before them, or what the table has."""
        if time.monotonic() - self._asked < self._poll_s and (handed := self._handed.take()) is not None:
            return [row for row in handed if row[2] not in self.held]
        await self._mark(connection)
        snapshot = None if self._handed.certain else tuple((await connection.exec_driver_sql(sql.SNAPSHOT)).one())
        self._asked, claimed = time.monotonic(), self._handed.claimed()
        rows: Sequence[Row] = (await connection.exec_driver_sql(sql.UNPUBLISHED, (list(self.held),))).all()
        self._handed.asked(claimed, rows, len(rows) < BATCH, snapshot)
        if any(row[0] not in claimed for row in rows):
            self._others_seen = self._asked
        return rows

    async def publish(self, connection: AsyncConnection) -> int:
        """Sends one batch; how many rows it held. What was acknowledged is marked before the table is asked again. A
        crash in between sends it again: inboxes know."""
        rows = await self._next(connection)
        if not rows:
            OUTBOX_PENDING.labels(self._source).set(0)
            return 0
        if unknown := {row[2] for row in rows} - self._topics.keys():
            await self._look(connection, unknown)
            rows = [row for row in rows if row[2] not in self.held]
        outcomes = await self._send(rows)
        self._acknowledge(rows, outcomes)
        await self._after_failures(connection, rows, outcomes)
        OUTBOX_PENDING.labels(self._source).set(len(rows) if len(rows) == BATCH else 0)
        return len(rows)

    def _envelope(self, row: Row) -> Envelope:
        _, id, type, subject, dataschema, correlation_id, causation_id, traceparent, actor, _, at, _ = row
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

    def _acknowledge(self, rows: Sequence[Row], outcomes: Sequence[object]) -> None:
        """Notes the acknowledged rows. Behind one of its topic that has failed and will be sent again, a row is sent
        again too: what they are about stays in order."""
        waiting: set[str] = set()
        before = len(self._unmarked)
        reached: dict[tuple[str, int], tuple[UUID, int]] = {}
        for row, outcome in zip(rows, outcomes, strict=True):
            if outcome is None or (isinstance(outcome, BaseException) and not self._publisher.refusal(outcome)):
                waiting.add(row[2])
            elif not isinstance(outcome, BaseException) and row[2] not in waiting:
                self._unmarked.append((row[0], row[-1]))
                self._note(row[2], outcome, reached)
        self._reached |= reached
        RELAYED.labels(self._source).inc(len(self._unmarked) - before)

    async def _mark(self, connection: AsyncConnection) -> None:
        """Writes down what was acknowledged, and how far."""
        if self._unmarked:
            places = [(type, partition, id, offset) for (type, partition), (id, offset) in self._reached.items()]
            columns = tuple(list(column) for column in zip(*places, strict=True)) or ([], [], [], [])
            ids, writers = zip(*self._unmarked, strict=True)
            await connection.exec_driver_sql(sql.MARK, (list(ids), *columns, list(writers)))
            self._unmarked, self._reached = [], {}

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
        await self._mark(connection)
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
            self._acknowledge([row], [outcome])
            return
        await self._publisher.renew()
        reason = self._publisher.refusal(outcome)
        if not reason:
            raise outcome
        await connection.exec_driver_sql(sql.SET_ASIDE, (row[0], reason))
        told = {"message_id": str(row[1]), "type": row[2], "reason": reason, "bytes": len(bytes(row[9]))}
        log.error("outbox.set_aside", extra=told)
        await self._count_set_aside(connection)

    async def _count_set_aside(self, connection: AsyncConnection) -> None:
        rows: Sequence[Row] = (await connection.exec_driver_sql(sql.ASIDE)).all()
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
            await self._mark(connection)
            await self._publish_again(connection, lost)

    def _hold(self, type: str, fault: str) -> None:
        if fault and self.held.get(type) != fault:
            log.error("outbox.held", extra={"type": type, "reason": fault})
            self.held[type] = fault
        elif not fault and type in self.held:
            del self.held[type]
            self._asked = float("-inf")
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
            rows = (await change.exec_driver_sql(sql.AGAIN, (list(types),))).rowcount
            await change.exec_driver_sql(sql.FORGET, (list(types),))
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
