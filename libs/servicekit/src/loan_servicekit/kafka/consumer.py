"""The batch consumer: one consumer a service over all its topics, one poll = one transaction.

Offsets are committed twice a second: what a crash makes come again, the inbox knows (docs/decisions/0017).

What becomes of a message (architecture.md §3): done, a duplicate, or refused: acknowledged. Not found yet: tried again
from the dead-letter table with growing delays, then dead. Breaking its contract, forbidden, or failing again and again:
dead at once. An outage of the database stops the clock for the whole batch and is never anybody's fault.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError
from opentelemetry.trace import SpanKind
from pydantic import ValidationError

from loan_contracts.envelope import Envelope, EnvelopeInvalid
from loan_servicekit.core import Cause, Clock, DomainError, NotFound, Unavailable
from loan_servicekit.db.dead_letters import DeadLetters, Letter, letter
from loan_servicekit.db.engine import is_outage
from loan_servicekit.db.transactor import DUPLICATE, Transactor, Work
from loan_servicekit.kafka.subscriptions import Subscription, Subscriptions
from loan_servicekit.telemetry import BATCH_SIZE, CONSUMER_LAG, HANDLED, open_span

log = logging.getLogger(__name__)

POLL_MS = 1000
COMMIT_EVERY_S = 0.5
LAST_COMMIT_S = 2.0  # a broker that is away must not hold up the end of the service
GATHER_FROM_PER_S = 80.0  # messages a second from which waiting for fuller batches pays
GATHER_FULLY_PER_S = 300.0  # and from which the whole window is waited
AT_ONCE = (1, 500)  # bytes that the broker waits for, and how many milliseconds at most: answer when anything comes
MUCH_BYTES = 8 * 1024 * 1024  # more than comes in a window: the broker answers when the window has passed
BACK_OFF_S = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
RETRY_AFTER_S = (0.2, 0.5, 1, 2, 5, 10, 30)
TRIES_OF_A_BUG = 3
DEAD_IN_A_ROW = 50  # if everything is poison, the deployment is wrong: stop instead of emptying the topic
RETRY_POLL_S = 0.2  # while letters are known to wait for their next try
OTHERS_POLL_S = 3.0  # for letters that another process has kept or revived


class ConsumerStopped(Exception):
    """Too many dead letters in a row; an operator has to look."""


@dataclass(slots=True)
class Received:
    """A record that reads as one of our messages, with its reaction."""

    record: Any
    envelope: Envelope
    subscription: Subscription
    command: Any


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A dead letter in the shape of a consumer record, so that it is handled the same way."""

    topic: str
    partition: int
    offset: int
    headers: Sequence[tuple[str, bytes]]
    value: bytes

    @classmethod
    def of(cls, kept: Letter) -> "StoredRecord":
        """The record that the letter is about."""
        headers = [(name, value.encode()) for name, value in kept.headers]
        return cls(kept.topic, kept.partition, kept.offset, headers, kept.value)


class Worker:
    """Consumes for one service until cancelled."""

    def __init__(
        self, service: str, bootstrap: str, subscriptions: Subscriptions, transactor: Transactor, dead: DeadLetters,
        producer: AIOKafkaProducer, clock: Clock, window_s: float, most_at_once: int, topic_prefix: str = "",
    ) -> None:  # fmt: skip
        self.service, self._subscriptions, self._transactor, self._dead = service, subscriptions, transactor, dead
        self._producer, self._clock, self._window_s, self._prefix = producer, clock, window_s, topic_prefix
        self._bootstrap, self._most_at_once = bootstrap, most_at_once
        self._rate, self._last_poll = 0.0, time.monotonic()
        self._done: dict[TopicPartition, int] = {}
        self._last_commit = 0.0
        self._letters_wait = asyncio.Event()
        self._counters: dict[tuple[str, str], Any] = {}
        self._dead_in_a_row = 0
        self.stopped: str | None = None
        self.polling = False

    async def run(self) -> None:
        """Polls, handles, commits; also tries waiting letters again. Ends only by cancellation or ConsumerStopped."""
        retries = asyncio.create_task(self._retry_letters())
        try:
            while True:
                try:
                    await self._consume()
                except KafkaError as error:
                    self.polling = False
                    log.warning("consumer.interrupted", extra={"error": repr(error)})
                    await asyncio.sleep(1.0)
        except ConsumerStopped as stop:
            self.stopped = str(stop)
            log.critical("consumer.stopped", extra={"reason": str(stop)})
        finally:
            self.polling = False
            retries.cancel()

    async def _consume(self) -> None:
        consumer = AIOKafkaConsumer(
            *(self._prefix + topic for topic in self._subscriptions.topics),
            bootstrap_servers=self._bootstrap, group_id=self._prefix + self.service, enable_auto_commit=False,
            auto_offset_reset="earliest", fetch_max_wait_ms=AT_ONCE[1],
            session_timeout_ms=6_000, heartbeat_interval_ms=1_500, max_poll_interval_ms=600_000,
        )  # fmt: skip
        await consumer.start()
        self.polling, self._done = True, {}
        try:
            while True:
                found = await self._poll(consumer)
                if found:
                    records = [record for batch in found.values() for record in batch]
                    await self._handle_until_done(sorted(records, key=lambda r: r.timestamp))
                    self._done |= {partition: batch[-1].offset + 1 for partition, batch in found.items()}
                if self._done and time.monotonic() - self._last_commit > COMMIT_EVERY_S:
                    await self._commit(consumer)
        finally:
            with suppress(KafkaError, TimeoutError):
                async with asyncio.timeout(LAST_COMMIT_S):
                    await self._commit(consumer)
            await consumer.stop()

    def _gather(self, consumer: AIOKafkaConsumer) -> None:
        """Tells the fetcher how long the broker may collect before it answers: not at all, or under load a window.

        The window passes while the batch before is handled, so it costs time only where there is time to spare
        (performance.md rule 3). The client has no public way to change these two after its start.
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

    def _measure_lag(self, consumer: AIOKafkaConsumer) -> None:
        lag = 0
        for partition in consumer.assignment():
            end, at = consumer.highwater(partition), consumer.last_stable_offset(partition)
            if end is not None and at is not None:
                lag += max(0, end - at)
        CONSUMER_LAG.labels(self.service).set(lag)

    async def _commit(self, consumer: AIOKafkaConsumer) -> None:
        """Tells the broker how far everything is done."""
        self._measure_lag(consumer)
        done, self._done, self._last_commit = self._done, {}, time.monotonic()
        if not done:
            return
        try:
            await consumer.commit(done)
        except (CommitFailedError, IllegalStateError) as error:  # rebalanced meanwhile: the inbox knows what is done
            log.info("consumer.commit_lost", extra={"error": repr(error)})

    async def _handle_until_done(self, records: Sequence[Any]) -> None:
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

    async def handle(self, records: Sequence[Any], attempts: int = 0) -> list[Any]:
        """One batch in one transaction. Raises Unavailable when nothing could be done; outcomes otherwise."""
        received, letters = self._read(records)
        for subscription in {id(r.subscription): r.subscription for r in received if r.subscription.prepare}.values():
            mine = [r for r in received if r.subscription is subscription]
            assert subscription.prepare is not None
            for item, command in zip(mine, await subscription.prepare([r.command for r in mine]), strict=True):
                item.command = command
        outcomes = await self._run(received) if received else []
        for item, outcome in zip(received, outcomes, strict=True):
            kept = await self._judge(item, outcome, attempts)
            if kept:
                letters.append(kept)
        await self._keep(letters)
        return outcomes

    async def _run(self, received: Sequence[Received]) -> list[Any]:
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
        return Work(item.subscription.use_case, item.command, cause, (envelope.id, envelope.type),
                    item.subscription.preload)  # fmt: skip

    def _read(self, records: Sequence[Any]) -> tuple[list[Received], list[Letter]]:
        """Decodes records; those that break the contract become letters, unknown types are skipped and counted."""
        received: list[Received] = []
        letters: list[Letter] = []
        for record in records:
            try:
                envelope = Envelope.from_headers(record.headers)
                subscription = self._subscriptions.find(envelope.type)
                if subscription is None or self._prefix + envelope.type != record.topic:
                    raise EnvelopeInvalid(f"type {envelope.type} does not belong on this topic")
                if envelope.dataschema != subscription.message.dataschema():
                    raise EnvelopeInvalid(f"schema {envelope.dataschema} is unknown, "
                                          f"{subscription.message.dataschema()} is expected")  # fmt: skip
                received.append(Received(record, envelope, subscription, subscription.read(envelope, record.value)))
            except EnvelopeInvalid as error:
                letters.append(letter(record, "envelope-invalid", str(error), 0, "DEAD", None))
            except ValidationError as error:
                detail = "; ".join(f"/{'/'.join(map(str, e['loc']))}: {e['type']}" for e in error.errors()[:5])
                letters.append(letter(record, "message-invalid", detail, 0, "DEAD", None))
        return received, letters

    async def _judge(self, item: Received, outcome: Any, attempts: int) -> Letter | None:
        """What becomes of a handled message; a letter where it is not finished with."""
        label = "done"
        kept = None
        if outcome is DUPLICATE:
            label = "duplicate"
        elif isinstance(outcome, NotFound | Unavailable):
            if attempts < len(RETRY_AFTER_S) or isinstance(outcome, Unavailable):  # an outage is nobody's fault
                label = "retried"
                pause = RETRY_AFTER_S[min(attempts, len(RETRY_AFTER_S) - 1)]
                retry_at = self._clock() + timedelta(seconds=pause)
                kept = letter(item.record, outcome.code, outcome.detail, attempts + 1, "RETRYING", retry_at)
            else:
                label = "dead"
                kept = letter(item.record, outcome.code, outcome.detail, attempts, "DEAD", None)
        elif isinstance(outcome, DomainError):
            label = "dead" if outcome.kind == "forbidden" else "refused"
            if label == "dead":
                kept = letter(item.record, outcome.code, outcome.detail, attempts, "DEAD", None)
            log.info("message.refused", extra={"type": item.envelope.type, "code": outcome.code,
                                               "correlation_id": item.envelope.correlation_id})  # fmt: skip
        elif isinstance(outcome, BaseException):
            label = "dead" if attempts + 1 >= TRIES_OF_A_BUG else "retried"
            again = self._clock() + timedelta(seconds=RETRY_AFTER_S[attempts]) if label == "retried" else None
            kept = letter(item.record, "handler-failed", repr(outcome), attempts + 1,
                          "RETRYING" if again else "DEAD", again)  # fmt: skip
        if kept is None:
            self._dead_in_a_row = 0
        elif kept.state == "RETRYING":
            self._letters_wait.set()
        self._count(item.envelope.type, label)
        return kept

    def _count(self, type: str, outcome: str) -> None:
        counter = self._counters.get((type, outcome))
        if counter is None:
            counter = self._counters[(type, outcome)] = HANDLED.labels(self.service, type, outcome)
        counter.inc()

    async def _keep(self, letters: Sequence[Letter]) -> None:
        if not letters:
            return
        try:
            await self._dead.keep(letters)
        except Exception as error:
            if is_outage(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise
        for dead in (x for x in letters if x.state == "DEAD"):
            self._dead_in_a_row += 1
            log.error("message.dead", extra={"topic": dead.topic, "partition": dead.partition, "offset": dead.offset,
                                             "reason": dead.reason, "detail": dead.detail})  # fmt: skip
            headers = [(n, v.encode()) for n, v in dead.headers] + [
                ("dead-reason", dead.reason.encode()),
                ("dead-origin", f"{dead.topic}/{dead.partition}/{dead.offset}".encode()),
            ]
            await self._producer.send_and_wait(
                f"{self._prefix}dead-letter.{self.service}", value=dead.value, headers=headers
            )
        if self._dead_in_a_row >= DEAD_IN_A_ROW:
            raise ConsumerStopped(f"{self._dead_in_a_row} dead letters in a row, the last: {letters[-1].reason}")

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
                    outcomes = await self.handle([StoredRecord.of(kept)], kept.attempts)
                    if (
                        outcomes
                        and not isinstance(outcomes[0], NotFound | Unavailable)
                        and (isinstance(outcomes[0], DomainError) or not isinstance(outcomes[0], BaseException))
                    ):
                        await self._dead.settle([kept.id])
                if await self._dead.waiting():
                    self._letters_wait.set()
            except (ConsumerStopped, asyncio.CancelledError):
                raise
            except Exception as error:
                if not is_outage(error) and not isinstance(error, Unavailable):
                    log.exception("letters.failed")
                await asyncio.sleep(1.0)
