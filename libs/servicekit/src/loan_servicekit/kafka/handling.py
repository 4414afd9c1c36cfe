"""What is done with the records of a poll: they are read, prepared, and run in one transaction; what is not finished
with is kept as a letter and tried again."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from uuid import UUID

from aiokafka.errors import KafkaError
from opentelemetry.trace import SpanKind
from prometheus_client import Counter

from loan_servicekit.core import Cause, Clock, DomainError, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.transactor import Transactor, Work
from loan_servicekit.db.upkeep.dead_letters import DeadLetters, Letter, LetterState, Record
from loan_servicekit.kafka.judging import Fate, judge
from loan_servicekit.kafka.producing import Publisher
from loan_servicekit.kafka.reading import Received, read
from loan_servicekit.kafka.subscriptions import Subscription, Subscriptions
from loan_servicekit.telemetry import HANDLED, open_span

log = logging.getLogger(__name__)

UNREADABLE = "unreadable"  # for a type, in the metric
DEAD_IN_A_ROW = 50  # if everything is poison, the deployment is wrong: stop instead of emptying the topic
TOLD_BYTES = 512 * 1024  # of a dead letter; the row of a larger one holds it whole
RETRY_POLL_S = 0.2  # while letters are known to wait for their next try
OTHERS_POLL_S = 3.0  # for letters that another process has kept or revived


class ConsumerStopped(Exception):
    """Too many dead letters in a row; an operator has to look."""


class Handling:
    """Handles records for one service, those of a poll and those of letters."""

    def __init__(
        self,
        service: str,
        subscriptions: Subscriptions,
        transactor: Transactor,
        dead: DeadLetters,
        publisher: Publisher,
        clock: Clock,
        prefix: str,
    ) -> None:
        self._service, self._subscriptions, self._transactor, self._dead = service, subscriptions, transactor, dead
        self._publisher, self._clock, self._prefix = publisher, clock, prefix
        self._letters_wait = asyncio.Event()
        self._counters: dict[tuple[str, str], Counter] = {}
        self.dead_in_a_row = 0
        self.topic_id: Callable[[str], UUID | None] = unknown  # of a topic as it is now

    async def handle(self, records: Sequence[Record]) -> list[object]:
        """One batch in one transaction; the outcomes of what reads as ours. Raises Unavailable when nothing could be
        done, ConsumerStopped when so many in a row are dead that something else must be wrong: all of the batch is
        finished with then, and its letters are kept."""
        outcomes, fates, letters = await self._try(records, 0)
        new = {(each.topic, each.partition, each.offset) for each in await self._keep(letters)}
        stop: ConsumerStopped | None = None
        for record, fate in zip(records, fates, strict=True):
            if fate is Fate.DEAD and (record.topic, record.partition, record.offset) in new:
                self.dead_in_a_row += 1
                if self.dead_in_a_row >= DEAD_IN_A_ROW:
                    stop = ConsumerStopped(f"{self.dead_in_a_row} messages in a row are dead letters")
            elif fate not in (Fate.RETRIED, Fate.DEAD):
                self.dead_in_a_row = 0
        if stop:
            raise stop
        return outcomes

    async def _try(self, records: Sequence[Record], attempts: int) -> tuple[list[object], list[Fate], list[Letter]]:
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
                letters.append(replace(kept, topic_id=self.topic_id(kept.topic)))
        return outcomes, fates, letters

    async def _run(self, received: Sequence[Received]) -> list[object]:
        """The outcomes of a batch, each message's own failure of preparation among them."""
        failed = await self._prepare(received)
        ready = [item for item in received if id(item) not in failed]
        outcomes = iter(await self._perform(ready) if ready else ())
        return [failed[id(item)] if id(item) in failed else next(outcomes) for item in received]

    async def _prepare(self, received: Sequence[Received]) -> dict[int, Exception]:
        """Completes the commands of those subscriptions that prepare theirs;
        the failures, by the identity of the item."""
        failed: dict[int, Exception] = {}
        by_subscription: dict[int, list[Received]] = {}
        for item in received:
            if item.subscription.prepare:
                by_subscription.setdefault(id(item.subscription), []).append(item)
        for mine in by_subscription.values():
            try:
                await prepared(mine[0].subscription, mine)
            except Unavailable:
                raise
            except Exception:  # one of them is the cause: it is found one by one
                for item in mine:
                    try:
                        await prepared(item.subscription, [item])
                    except Unavailable:
                        raise
                    except Exception as error:
                        log.exception("message.unprepared", extra={"type": item.envelope.type})
                        failed[id(item)] = error
        return failed

    async def _perform(self, received: Sequence[Received]) -> list[object]:
        """Runs the batch. Each sampled message has its own span; the statements they share hang below the first."""
        spans = [
            open_span(
                f"handle {item.envelope.type}",
                item.envelope.traceparent,
                SpanKind.CONSUMER,
                {"message.id": str(item.envelope.id), "batch.size": len(received)},
            )
            for item in received
        ]
        works = [
            work_of(self._service, item, opened.traceparent if opened else item.envelope.traceparent)
            for item, opened in zip(received, spans, strict=True)
        ]
        first = next((opened for opened in spans if opened), None)
        try:
            with first.current() if first else nullcontext():
                return await self._transactor.run(works)
        finally:
            for opened in spans:
                if opened:
                    opened.end()

    def _judge(self, item: Received, outcome: object, attempts: int) -> tuple[Fate, Letter | None]:
        fate, kept = judge(item.record, outcome, attempts, self._clock())
        if fate is Fate.RETRIED:
            self._letters_wait.set()
        elif fate is Fate.REFUSED and isinstance(outcome, DomainError):
            log.info(
                "message.refused",
                extra={
                    "type": item.envelope.type,
                    "code": outcome.code,
                    "correlation_id": item.envelope.correlation_id,
                },
            )
        self._count(item.envelope.type, fate)
        return fate, kept

    def _count(self, type: str, fate: Fate) -> None:
        counter = self._counters.get((type, fate))
        if counter is None:
            counter = self._counters[(type, fate)] = HANDLED.labels(self._service, type, fate.value)
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
        log.error(
            "message.dead",
            extra={
                "topic": dead.topic,
                "partition": dead.partition,
                "offset": dead.offset,
                "reason": dead.reason,
                "detail": dead.detail,
                "attempts": dead.attempts,
            },
        )

    async def _tell(self, dead: Letter) -> None:
        """Puts a dead letter on its topic, where others may look for it. The table is what counts: a letter that the
        topic does not take holds up nothing."""
        headers = [
            ("dead-reason", dead.reason.encode()),
            ("dead-origin", f"{dead.topic}/{dead.partition}/{dead.offset}".encode()),
        ]
        whole = [(name, value or b"") for name, value in dead.headers]
        value = dead.value or b""
        small = len(value) + sum(len(name) + len(content) for name, content in whole) <= TOLD_BYTES
        topic = f"{self._prefix}dead-letter.{self._service}"
        try:
            await (
                await self._publisher.send(topic, value if small else b"", None, [*(whole if small else ()), *headers])
            )
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

    async def retry_letters(self) -> None:
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
        _, (fate,), letters = await self._try([Record.of(kept)], kept.attempts - kept.tried)
        if fate not in (Fate.DEAD, Fate.RETRIED):
            await self._dead.handled([kept.id])
            return
        again = replace(letters[0], attempts=kept.attempts + 1)
        await self._dead.keep_again(kept.id, again)
        if fate is Fate.DEAD:
            self._mourn(again)


def work_of(service: str, item: Received, traceparent: str | None) -> Work:
    """What a message leads to is the service's own act; `causation_id` leads back to the person who began it."""
    envelope = item.envelope
    cause = Cause(service, envelope.correlation_id, str(envelope.id), traceparent)
    return Work(item.subscription.operation, item.command, cause, (envelope.id, envelope.type))


def unknown(topic: str) -> UUID | None:
    """The id of a topic while nobody has looked."""
    return None


def _passing(error: Exception) -> Exception:
    """The outage that an error of the database is, or the error itself."""
    return Unavailable("database-unavailable", "the database does not answer") if may_pass(error) else error


async def prepared(subscription: Subscription, items: Sequence[Received]) -> None:
    """Completes the commands of these messages."""
    assert subscription.prepare is not None
    for item, command in zip(items, await subscription.prepare([i.command for i in items]), strict=True):
        item.command = command
