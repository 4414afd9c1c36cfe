"""The batch consumer: one consumer a service over all its topics, one poll = one transaction.

Offsets are committed twice a second: what a crash makes come again, the inbox knows (docs/decisions/0017). What becomes
of each message stands in `judging`; an outage of the database stops the clock for the whole batch.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeAlias

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError

from loan_servicekit.broker import BrokerAccess
from loan_servicekit.core import Clock, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.upkeep.consumers import Consumers, ConsumerState
from loan_servicekit.db.upkeep.dead_letters import DeadLetters, LetterState, Record
from loan_servicekit.kafka.handling import ConsumerStopped, Handling, unknown
from loan_servicekit.kafka.patience import Patience
from loan_servicekit.kafka.reading import in_order
from loan_servicekit.kafka.watching import Watch
from loan_servicekit.telemetry import BATCH_SIZE, CONSUMER_STOPPED, LETTERS

log = logging.getLogger(__name__)

POLL_MS = 1000
COMMIT_EVERY_S = 0.5
SAY_EVERY_S = 5.0
LAST_COMMIT_S = 2.0  # a broker that is away must not hold up the end of the service
GATHER_FROM_PER_S = 80.0  # messages a second from which waiting for fuller batches pays
GATHER_FULLY_PER_S = 300.0  # and from which the whole window is waited
AT_ONCE = (1, 2_000)  # bytes that the broker waits for, and how many milliseconds at most: answer when anything comes
MUCH_BYTES = 8 * 1024 * 1024  # more than comes in a window: the broker answers when the window has passed
BACK_OFF_S = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)


Polled: TypeAlias = dict[TopicPartition, list[ConsumerRecord[Any, Any]]]


@dataclass(frozen=True, slots=True)
class Polling:
    """How a process polls: who it is, on which topics, how many messages a transaction takes and how long they gather;
    which of the topics are patient, and for how long they rest."""

    service: str
    instance: str
    topics: Sequence[str]
    prefix: str
    window_s: float
    most_at_once: int
    patient: Sequence[str] = ()
    rest_s: float = 0.0


class Consumer:
    """Consumes for one service until cancelled."""

    def __init__(
        self,
        polling: Polling,
        broker: BrokerAccess,
        handling: Handling,
        dead: DeadLetters,
        consumers: Consumers,
        clock: Clock,
    ) -> None:
        self._how, self._broker, self._handling = polling, broker, handling
        self._dead, self._consumers, self._clock = dead, consumers, clock
        self._topics = [polling.prefix + topic for topic in polling.topics]
        self._patience = self._new_patience()
        self._rate, self._last_poll = 0.0, time.monotonic()
        self._handled: dict[TopicPartition, int] = {}  # the offset to go on from
        self._done: dict[TopicPartition, int] = {}  # the same, where the broker has not been told yet
        self._last_commit = 0.0
        self._watch: Watch | None = None
        self._resumed = asyncio.Event()
        self.letters: dict[LetterState, int] = {}  # how many are open, by state
        self.stopped: str | None = None
        self.polling = False

    def _new_patience(self) -> Patience:
        patient = [self._how.prefix + topic for topic in self._how.patient]
        return Patience(patient, self._how.rest_s, self._how.most_at_once)

    async def run(self) -> None:
        """Polls, handles, commits; also tries waiting letters again and says how it is. Ends only by cancellation:
        after too many dead letters in a row it waits until an operator lets it go on."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._consume_again_and_again())
                tasks.create_task(self._handling.retry_letters())
                tasks.create_task(self._say_how_it_is())
        finally:
            self.polling = False
            with suppress(Exception):  # a row that stays is taken for old within seconds
                async with asyncio.timeout(LAST_COMMIT_S):
                    await self._consumers.forget(self._how.instance)

    async def _consume_again_and_again(self) -> None:
        while True:
            try:
                await self._consume()
            except ConsumerStopped as stop:
                await self._stop(str(stop))
                await self._resumed.wait()
                self.stopped, self._handling.dead_in_a_row = None, 0
                CONSUMER_STOPPED.labels(self._how.service).set(0)
                log.warning("consumer.resumed")
            except KafkaError as error:
                log.warning("consumer.interrupted", extra={"error": repr(error)})
                await asyncio.sleep(1.0)
            finally:
                self.polling, self._watch, self._handling.topic_id = False, None, unknown

    async def _stop(self, reason: str) -> None:
        """Makes a stop known: log, metric, health, the table of consumers, the audit log."""
        self.stopped = reason
        self._resumed.clear()
        log.critical("consumer.stopped", extra={"reason": reason})
        CONSUMER_STOPPED.labels(self._how.service).set(1)
        try:
            await self._consumers.stopped(self._how.service, self._how.instance, reason, self._clock())
        except Exception:
            log.exception("consumer.stop_untold")

    async def _say_how_it_is(self) -> None:
        """Keeps this process's row in the table of consumers, and hears there when it may go on."""
        while True:
            watch = self._watch
            try:
                resumed = await self._consumers.say(
                    self._how.instance, self.state, self.reason, watch.lag if watch else 0, self.missing
                )
                for state, count in (await self._dead.counts()).items():
                    LETTERS.labels(self._how.service, state.value).set(count)
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
            **self._broker.client(),
            group_id=self._how.prefix + self._how.service,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            fetch_max_wait_ms=AT_ONCE[1],
            consumer_timeout_ms=POLL_MS,  # whatever happens wakes its fetching; so often it looks though nothing has
            session_timeout_ms=6_000,
            heartbeat_interval_ms=1_500,
            max_poll_interval_ms=600_000,
        )
        self._done, self._handled, self._patience = {}, {}, self._new_patience()
        watch = Watch(self._how.service, consumer, self._topics, self._handled)
        watching = asyncio.create_task(watch.run())
        try:
            await consumer.start()
            await watch.look()
            self.polling, self._watch, self._handling.topic_id = True, watch, watch.topic_id
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
        wait_ms = round(self._how.window_s * share * 1000)
        fetcher: Any = consumer._fetcher
        fetcher._fetch_min_bytes, fetcher._fetch_max_wait_ms = (MUCH_BYTES, wait_ms) if wait_ms > 0 else AT_ONCE

    async def _poll(self, consumer: AIOKafkaConsumer) -> Polled:
        """One poll: what has been fetched since the one before."""
        self._gather(consumer)
        wait_ms = round(self._patience.before_poll(consumer, POLL_MS / 1000) * 1000)
        found: Polled = await consumer.getmany(timeout_ms=wait_ms, max_records=self._how.most_at_once)
        self._patience.after_poll(consumer, found)
        count = sum(map(len, found.values()))
        now = time.monotonic()
        elapsed = max(now - self._last_poll, 0.001)
        self._last_poll = now
        weight = min(1.0, elapsed / 0.5)
        self._rate += weight * (count / elapsed - self._rate)
        if count:
            BATCH_SIZE.labels(self._how.service).observe(count)
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
                await self._handling.handle(records)
                return
            except Unavailable as outage:
                pause = BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)]
                failures += 1
                log.warning("consumer.waiting", extra={"code": outage.code, "retry_s": pause})
                await asyncio.sleep(pause)
