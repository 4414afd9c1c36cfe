"""The batch consumer: one consumer a service over all its topics, one poll = one transaction.

Offsets are committed twice a second: what a crash makes come again, the inbox knows (docs/decisions/0017). What becomes
of each message stands in `judging`; an outage of the database stops the clock for the whole batch.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError
from opentelemetry.trace import SpanKind
from prometheus_client import Counter

from loan_servicekit.broker import BrokerAccess
from loan_servicekit.core import Cause, Clock, DomainError, Unavailable
from loan_servicekit.db.consumers import Consumers, ConsumerState
from loan_servicekit.db.dead_letters import DeadLetters, Letter, LetterState, Record
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.transactor import Transactor, Work
from loan_servicekit.kafka.judging import Fate, judge
from loan_servicekit.kafka.producing import Publisher
from loan_servicekit.kafka.reading import Received, in_order, read
from loan_servicekit.kafka.subscriptions import Subscription, Subscriptions
from loan_servicekit.kafka.watching import Watch
from loan_servicekit.telemetry import BATCH_SIZE, CONSUMER_STOPPED, HANDLED, LETTERS, open_span

log = logging.getLogger(__name__)

POLL_MS = 1000
COMMIT_EVERY_S = 0.5
SAY_EVERY_S = 5.0
LAST_COMMIT_S = 2.0  # a broker that is away must not hold up the end of the service
GATHER_FROM_PER_S = 80.0  # messages a second from which waiting for fuller batches pays
GATHER_FULLY_PER_S = 300.0  # and from which the whole window is waited
AT_ONCE = (1, 500)  # bytes that the broker waits for, and how many milliseconds at most: answer when anything comes
MUCH_BYTES = 8 * 1024 * 1024  # more than comes in a window: the broker answers when the window has passed
BACK_OFF_S = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
UNREADABLE = "unreadable"  # for a type, in the metric
DEAD_IN_A_ROW = 50  # if everything is poison, the deployment is wrong: stop instead of emptying the topic
TOLD_BYTES = 512 * 1024  # of a dead letter; the row of a larger one holds it whole
RETRY_POLL_S = 0.2  # while letters are known to wait for their next try
OTHERS_POLL_S = 3.0  # for letters that another process has kept or revived


class ConsumerStopped(Exception):
    """Too many dead letters in a row; an operator has to look."""


class Worker:
    """Consumes for one service until cancelled."""

    def __init__(
        self, service: str, broker: BrokerAccess, subscriptions: Subscriptions, transactor: Transactor, dead: DeadLetters,
        publisher: Publisher, clock: Clock, window_s: float, most_at_once: int, topic_prefix: str, consumers: Consumers,
        instance: str,
    ) -> None:  # fmt: skip
        self.service, self._subscriptions, self._transactor, self._dead = service, subscriptions, transactor, dead
        self._publisher, self._clock, self._window_s, self._prefix = publisher, clock, window_s, topic_prefix
        self._broker, self._most_at_once = broker, most_at_once
        self._rate, self._last_poll = 0.0, time.monotonic()
        self._handled: dict[TopicPartition, int] = {}  # the offset to go on from
        self._done: dict[TopicPartition, int] = {}  # the same, where the broker has not been told yet
        self._last_commit = 0.0
        self._letters_wait = asyncio.Event()
        self._counters: dict[tuple[str, str], Counter] = {}
        self._dead_in_a_row = 0
        self._consumers, self._instance = consumers, instance
        self._watch: Watch | None = None
        self._resumed = asyncio.Event()
        self.letters: dict[LetterState, int] = {}  # how many are open, by state
        self.stopped: str | None = None
        self.polling = False

    async def run(self) -> None:
        """Polls, handles, commits; also tries waiting letters again and says how it is. Ends only by cancellation: after
        too many dead letters in a row it waits until an operator lets it go on."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._consume_again_and_again())
                tasks.create_task(self._retry_letters())
                tasks.create_task(self._say_how_it_is())
        finally:
            self.polling = False
            with suppress(Exception):  # a row that stays is taken for old within seconds
                async with asyncio.timeout(LAST_COMMIT_S):
                    await self._consumers.forget(self._instance)

    async def _consume_again_and_again(self) -> None:
        while True:
            try:
                await self._consume()
            except ConsumerStopped as stop:
                await self._stop(str(stop))
                await self._resumed.wait()
                self.stopped, self._dead_in_a_row = None, 0
                CONSUMER_STOPPED.labels(self.service).set(0)
                log.warning("consumer.resumed")
            except KafkaError as error:
                log.warning("consumer.interrupted", extra={"error": repr(error)})
                await asyncio.sleep(1.0)
            finally:
                self.polling, self._watch = False, None

    async def _stop(self, reason: str) -> None:
        """Makes a stop known: log, metric, health, the table of consumers, the audit log."""
        self.stopped = reason
        self._resumed.clear()
        log.critical("consumer.stopped", extra={"reason": reason})
        CONSUMER_STOPPED.labels(self.service).set(1)
        try:
            await self._consumers.stopped(self.service, self._instance, reason, self._clock())
        except Exception:
            log.exception("consumer.stop_untold")

    async def _say_how_it_is(self) -> None:
        """Keeps this process's row in the table of consumers, and hears there when it may go on."""
        while True:
            watch = self._watch
            try:
                resumed = await self._consumers.say(
                    self._instance, self.state, self.reason, watch.lag if watch else 0, self.missing
                )
                for state, count in (await self._dead.counts()).items():
                    LETTERS.labels(self.service, state.value).set(count)
                    self.letters[state] = count
                if resumed:
                    self._resumed.set()
            except Exception as error:
                if not may_pass(error):
                    log.exception("consumer.untold")
            await asyncio.sleep(SAY_EVERY_S)

    @property
    def missing(self) -> list[str]:
        """The topics that the broker has not."""
        return self._watch.missing if self._watch else []

    @property
    def state(self) -> ConsumerState:
        """How it is."""
        if self.stopped:
            return ConsumerState.STOPPED
        well = self.polling and self._watch and self._watch.broker_answers and not self._watch.missing
        return ConsumerState.RUNNING if well else ConsumerState.WAITING

    @property
    def reason(self) -> str:
        """Why it does not run; empty where it does."""
        if self.stopped:
            return f"{self.stopped}; a restart, or POST /v1/admin/consumers/resume, goes on behind them"
        if self.missing:
            return f"the broker has no {', '.join(self.missing)}"
        return "" if self.state is ConsumerState.RUNNING else "the broker does not answer"

    async def _consume(self) -> None:
        consumer = AIOKafkaConsumer(
            **self._broker.client(), group_id=self._prefix + self.service, enable_auto_commit=False,
            auto_offset_reset="earliest", fetch_max_wait_ms=AT_ONCE[1],
            session_timeout_ms=6_000, heartbeat_interval_ms=1_500, max_poll_interval_ms=600_000,
        )  # fmt: skip
        self._done, self._handled = {}, {}
        topics = [self._prefix + topic for topic in self._subscriptions.topics]
        watch = Watch(self.service, consumer, topics, self._handled)
        watching = asyncio.create_task(watch.run())
        try:
            await consumer.start()
            await watch.look()
            self.polling, self._watch = True, watch
            await self._poll_and_handle(consumer, watch)
        finally:
            watching.cancel()
            with suppress(KafkaError, TimeoutError):
                async with asyncio.timeout(LAST_COMMIT_S):
                    await self._commit(consumer, watch)
            await consumer.stop()

    async def _poll_and_handle(self, consumer: AIOKafkaConsumer, watch: Watch) -> None:
        """Raises ConsumerStopped once what it stopped over is kept and committed: it is not to come again."""
        read: list[str] = []
        while True:
            if watch.present != read:  # the client waits without end for a topic that is not there
                await self._commit(consumer, watch)
                read = watch.present
                if read:
                    consumer.subscribe(read, listener=watch)
                else:
                    consumer.unsubscribe()
            await self._begin_again(consumer, watch)
            found = await self._poll(consumer) if read else await asyncio.sleep(POLL_MS / 1000, {})
            stop: ConsumerStopped | None = None
            if found:
                for partition, batch in found.items():
                    self._handled.setdefault(partition, batch[0].offset)
                try:
                    await self._handle_until_done(in_order(found.values()))
                except ConsumerStopped as reason:
                    stop = reason
                handled = {tp: batch[-1].offset + 1 for tp, batch in found.items() if tp not in watch.begin_again}
                self._handled |= handled
                self._done |= handled
            if stop or (self._done and time.monotonic() - self._last_commit > COMMIT_EVERY_S):
                await self._commit(consumer, watch)
            if stop:
                raise stop

    async def _begin_again(self, consumer: AIOKafkaConsumer, watch: Watch) -> None:
        """Goes back to the beginning of partitions whose offsets mean nothing any more."""
        for partition in list(watch.begin_again):
            self._done.pop(partition, None)
            self._handled.pop(partition, None)
            watch.begin_again.discard(partition)
            if partition in consumer.assignment():
                await consumer.seek_to_beginning(partition)

    def _gather(self, consumer: AIOKafkaConsumer) -> None:
        """How long the broker gathers before it answers a fetch: not at all at low load, under load a window.

        The window passes while the batch before is handled, so it costs time only where there is time to spare
        (docs/decisions/0017). The client has no public way to change these two after its start.
        """
        share = min(1.0, (self._rate - GATHER_FROM_PER_S) / (GATHER_FULLY_PER_S - GATHER_FROM_PER_S))
        wait_ms = round(self._window_s * share * 1000)
        fetcher: Any = consumer._fetcher
        fetcher._fetch_min_bytes, fetcher._fetch_max_wait_ms = (MUCH_BYTES, wait_ms) if wait_ms > 0 else AT_ONCE

    async def _poll(self, consumer: AIOKafkaConsumer) -> dict[TopicPartition, list[ConsumerRecord[Any, Any]]]:
        """One poll: what has been fetched since the one before."""
        self._gather(consumer)
        found: dict[TopicPartition, list[ConsumerRecord[Any, Any]]] = await consumer.getmany(
            timeout_ms=POLL_MS, max_records=self._most_at_once
        )
        count = sum(map(len, found.values()))
        now = time.monotonic()
        elapsed = max(now - self._last_poll, 0.001)
        self._last_poll = now
        weight = min(1.0, elapsed / 0.5)
        self._rate += weight * (count / elapsed - self._rate)
        if count:
            BATCH_SIZE.labels(self.service).observe(count)
        return found

    async def _commit(self, consumer: AIOKafkaConsumer, watch: Watch) -> None:
        """Tells the broker how far everything is done."""
        done, self._done, self._last_commit = self._done, {}, time.monotonic()
        if not done:
            return
        try:
            await consumer.commit(watch.to_commit(done))
        except (CommitFailedError, IllegalStateError) as error:  # rebalanced meanwhile: the inbox knows what is done
            log.info("consumer.commit_lost", extra={"error": repr(error)})

    async def _handle_until_done(self, records: Sequence[Record]) -> None:
        """Handles a batch; an outage is waited out with growing pauses, for as long as it takes."""
        failures = 0
        while True:
            try:
                await self.handle(records)
                return
            except Unavailable as outage:
                pause = BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)]
                failures += 1
                log.warning("consumer.waiting", extra={"code": outage.code, "retry_s": pause})
                await asyncio.sleep(pause)

    async def handle(self, records: Sequence[Record]) -> list[object]:
        """One batch in one transaction; the outcomes of what reads as ours. Raises Unavailable when nothing could be
        done, ConsumerStopped when so many in a row are dead that something else must be wrong: all of the batch is
        finished with then, and its letters are kept."""
        outcomes, fates, letters = await self._settle(records, 0)
        new = {(each.topic, each.partition, each.offset) for each in await self._keep(letters)}
        stop: ConsumerStopped | None = None
        for record, fate in zip(records, fates, strict=True):
            if fate is Fate.DEAD and (record.topic, record.partition, record.offset) in new:
                self._dead_in_a_row += 1
                if self._dead_in_a_row >= DEAD_IN_A_ROW:
                    stop = ConsumerStopped(f"{self._dead_in_a_row} messages in a row are dead letters")
            elif fate not in (Fate.RETRIED, Fate.DEAD):
                self._dead_in_a_row = 0
        if stop:
            raise stop
        return outcomes

    async def _settle(self, records: Sequence[Record], attempts: int) -> tuple[list[object], list[Fate], list[Letter]]:
        """Handles a batch; what became of it, and a letter of each message that is not finished with."""
        items = [read(record, self._subscriptions, self._prefix) for record in records]
        outcomes = await self._run([item for item in items if isinstance(item, Received)])
        fates: list[Fate] = []
        letters: list[Letter] = []
        following = iter(outcomes)
        kept: Letter | None
        for item in items:
            if isinstance(item, Letter):
                fate, kept = Fate.DEAD, item
                self._count(UNREADABLE, fate)
            else:
                fate, kept = self._judge(item, next(following), attempts)
            fates.append(fate)
            if kept is not None:
                letters.append(replace(kept, topic_id=self._watch.topic_id(kept.topic)) if self._watch else kept)
        return outcomes, fates, letters

    async def _run(self, received: Sequence[Received]) -> list[object]:
        """The outcomes of a batch, each message's own failure of preparation among them."""
        failed = await self._prepare(received)
        ready = [item for item in received if id(item) not in failed]
        outcomes = iter(await self._perform(ready) if ready else ())
        return [failed[id(item)] if id(item) in failed else next(outcomes) for item in received]

    async def _prepare(self, received: Sequence[Received]) -> dict[int, Exception]:
        """Completes the commands of those subscriptions that prepare theirs; the failures, by the identity of the item."""
        failed: dict[int, Exception] = {}
        by_subscription: dict[int, list[Received]] = {}
        for item in received:
            if item.subscription.prepare:
                by_subscription.setdefault(id(item.subscription), []).append(item)
        for mine in by_subscription.values():
            try:
                await _prepare(mine[0].subscription, mine)
            except Unavailable:
                raise
            except Exception:  # one of them is the cause: it is found one by one
                for item in mine:
                    try:
                        await _prepare(item.subscription, [item])
                    except Unavailable:
                        raise
                    except Exception as error:
                        log.exception("message.unprepared", extra={"type": item.envelope.type})
                        failed[id(item)] = error
        return failed

    async def _perform(self, received: Sequence[Received]) -> list[object]:
        """Runs the batch. Each sampled message has its own span; the statements they share hang below the first."""
        spans = [
            open_span(f"handle {item.envelope.type}", item.envelope.traceparent, SpanKind.CONSUMER,
                      {"message.id": str(item.envelope.id), "batch.size": len(received)})
            for item in received
        ]  # fmt: skip
        works = [self._work(item, opened.traceparent if opened else item.envelope.traceparent)
                 for item, opened in zip(received, spans, strict=True)]  # fmt: skip
        first = next((opened for opened in spans if opened), None)
        try:
            with first.current() if first else nullcontext():
                return await self._transactor.run(works)
        finally:
            for opened in spans:
                if opened:
                    opened.end()

    def _work(self, item: Received, traceparent: str | None) -> Work:
        """What a message leads to is the service's own act; `causation_id` leads back to the person who began it."""
        envelope = item.envelope
        cause = Cause(self.service, envelope.correlation_id, str(envelope.id), traceparent)
        return Work(item.subscription.operation, item.command, cause, (envelope.id, envelope.type))

    def _judge(self, item: Received, outcome: object, attempts: int) -> tuple[Fate, Letter | None]:
        fate, kept = judge(item.record, outcome, attempts, self._clock())
        if fate is Fate.RETRIED:
            self._letters_wait.set()
        elif fate is Fate.REFUSED and isinstance(outcome, DomainError):
            log.info("message.refused", extra={"type": item.envelope.type, "code": outcome.code,
                                               "correlation_id": item.envelope.correlation_id})  # fmt: skip
        self._count(item.envelope.type, fate)
        return fate, kept

    def _count(self, type: str, fate: Fate) -> None:
        counter = self._counters.get((type, fate))
        if counter is None:
            counter = self._counters[(type, fate)] = HANDLED.labels(self.service, type, fate.value)
        counter.inc()

    async def _keep(self, letters: Sequence[Letter]) -> list[Letter]:
        """Those of the letters that are new; a record that came again has its letter already."""
        if not letters:
            return []
        try:
            new = await self._dead.keep(letters)
        except Exception as error:
            raise _passing(error) from error
        for dead in (x for x in new if x.state == LetterState.DEAD):
            self._mourn(dead)
            await self._tell(dead)
        return new

    def _mourn(self, dead: Letter) -> None:
        log.error("message.dead", extra={"topic": dead.topic, "partition": dead.partition, "offset": dead.offset,
                                         "reason": dead.reason, "detail": dead.detail, "attempts": dead.attempts})  # fmt: skip

    async def _tell(self, dead: Letter) -> None:
        """Puts a dead letter on its topic, where others may look for it. The table is what counts: a letter that the
        topic does not take holds up nothing."""
        headers = [("dead-reason", dead.reason.encode()),
                   ("dead-origin", f"{dead.topic}/{dead.partition}/{dead.offset}".encode())]  # fmt: skip
        whole = [(name, value or b"") for name, value in dead.headers]
        value = dead.value or b""
        small = len(value) + sum(len(name) + len(content) for name, content in whole) <= TOLD_BYTES
        topic = f"{self._prefix}dead-letter.{self.service}"
        try:
            await (await self._publisher.send(
                topic, value if small else b"", None, [*(whole if small else ()), *headers]
            ))  # fmt: skip
        except KafkaError as error:
            log.warning("dead_letter.untold", extra={"letter": str(dead.id), "error": repr(error)})
            await self._publisher.renew()

    async def _until_letters_may_be_due(self) -> None:
        try:
            async with asyncio.timeout(OTHERS_POLL_S):
                await self._letters_wait.wait()
        except TimeoutError:
            return
        await asyncio.sleep(RETRY_POLL_S)

    async def _retry_letters(self) -> None:
        """Hands letters whose time has come through the same door again."""
        while True:
            await self._until_letters_may_be_due()
            try:
                self._letters_wait.clear()
                for kept in await self._dead.due():
                    await self.retry(kept)
                if await self._dead.waiting():
                    self._letters_wait.set()
            except Exception as error:
                if not may_pass(error) and not isinstance(error, Unavailable):
                    log.exception("letters.failed")
                await asyncio.sleep(1.0)

    async def retry(self, kept: Letter) -> None:
        """One more try of a letter: it is handled, or kept again with what became of it."""
        _, (fate,), letters = await self._settle([Record.of(kept)], kept.attempts - kept.tried)
        if fate not in (Fate.DEAD, Fate.RETRIED):
            await self._dead.settle([kept.id])
            return
        again = replace(letters[0], attempts=kept.attempts + 1)
        await self._dead.keep_again(kept.id, again)
        if fate is Fate.DEAD:
            self._mourn(again)


def _passing(error: Exception) -> Exception:
    """The outage that an error of the database is, or the error itself."""
    return Unavailable("database-unavailable", "the database does not answer") if may_pass(error) else error


async def _prepare(subscription: Subscription, items: Sequence[Received]) -> None:
    assert subscription.prepare is not None
    for item, command in zip(items, await subscription.prepare([i.command for i in items]), strict=True):
        item.command = command
