"""Runs batches of work, each batch in one transaction, and says of every piece what became of it.

Both doors end here: requests that wait for a transaction, and the messages of one poll. A refused piece does not touch
its neighbours (a use case refuses before it changes anything); a broken piece is found by running the batch one by one.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from loan_servicekit.core import (
    Cause,
    Clock,
    DomainError,
    Forbidden,
    Invalid,
    MessageTooLarge,
    NotCredible,
    NotFound,
    Unavailable,
)
from loan_servicekit.db.engine import Trouble, is_locked, is_outage, is_race, may_pass, trouble
from loan_servicekit.db.operation import AnyLoader, BatchOperation, Named, Operation
from loan_servicekit.db.unit_of_work import MOST_MESSAGE_BYTES, PartialChange, Schema, UnitOfWork
from loan_servicekit.db.writing import Stale, Write, by_column
from loan_servicekit.telemetry import described

log = logging.getLogger(__name__)

RACE_TRIES = 8
PASSING_TRIES = 2  # of a batch, before each piece is tried alone
PASSING_PAUSE_S = 0.05
DISTRUST_S = 1.0  # after something was not new: what comes again seldom comes alone
UNFINISHED = (
    NotFound,
    Unavailable,
    Forbidden,
    NotCredible,
    MessageTooLarge,
)  # what such a message is refused with may be mended, and it come again
FIND_ANSWERS = "select key, fingerprint, status, body, sequence from idempotency where key = any($1::text[])"
KEEP_ANSWERS = (
    "insert into idempotency (key, fingerprint, status, body, sequence, created_at) select k, f, s, b, q, $6"
    " from unnest($1::text[], $2::text[], $3::int[], $4::bytea[], $5::int[]) as u(k, f, s, b, q)"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A rendered HTTP answer, stored under the request's Idempotency-Key together with its effect.

    `sequence` is that of the aggregate that the answer shows.
    """

    status: int
    body: bytes
    sequence: int | None = None
    repeated: bool = False


@dataclass(slots=True)
class Work:
    """A piece of work. From a message: `message` is its id and type. From a request: `render` makes the answer."""

    operation: Named
    command: object
    cause: Cause
    message: tuple[UUID, str] | None = None
    idempotency_key: str | None = None
    fingerprint: str = ""
    render: Callable[[Any], Answer] | None = None


DUPLICATE = object()
OWED = object()  # in place of an outcome that does not come


def fingerprint(operation: str, caller: str, body: bytes) -> str:
    """What makes a repeated request the same request: operation, caller and body."""
    return hashlib.sha256(b"\0".join((operation.encode(), caller.encode(), body))).hexdigest()


class Transactor:
    """Owns the engine and the schema; `after_commit` sees each unit of work that was committed."""

    def __init__(
        self,
        engine: AsyncEngine,
        schema: Schema,
        clock: Clock,
        after_commit: Callable[[UnitOfWork], None],
        most_message_bytes: int = MOST_MESSAGE_BYTES,
    ) -> None:
        self._most_message_bytes = most_message_bytes
        self._distrusts_until = 0.0
        self._engine, self._schema, self._clock, self._after_commit = engine, schema, clock, after_commit

    async def run(self, works: Sequence[Work]) -> list[object]:
        """Outcomes in the order of the works. Raises Unavailable when the database is away: nothing has happened then.

        What fails alone and may pass (a cancelled statement, a lock that is not to be had) has Unavailable as outcome.
        """
        try:
            return await self._with_retries(works)
        except Exception as error:
            if is_outage(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            if len(works) == 1:
                return [await self.outcome_of(error, works[0])]
        return [(await self.run([work]))[0] for work in works]

    async def outcome_of(self, error: Exception, work: Work) -> object:
        """What the failure of a transaction means for the one piece of work that it was about."""
        if isinstance(error, _TryAlone):
            return error.outcome
        if isinstance(error, PartialChange) and isinstance(error.__cause__, DomainError):
            return await self._refused_after_change(error.__cause__, work)
        if isinstance(error, Stale):
            return Unavailable("busy", "the record is being changed by others; try again")
        if is_locked(error):
            return Unavailable("record-busy", "the record is held by others for a moment; try again")
        if may_pass(error):
            log.warning("use_case.interrupted", extra={"use_case": work.operation.name, "error": described(error)})
            return Unavailable("database-interrupted", "the database did not finish this; try again")
        log.error("use_case.failed", exc_info=error, extra={"use_case": work.operation.name})
        return error

    async def _refused_after_change(self, refusal: DomainError, work: Work) -> DomainError:
        """A use case refused after a change and was rolled back whole;
        the inbox keeps what a message was refused with."""
        if work.message and not isinstance(refusal, UNFINISHED):
            async with self._engine.begin() as connection:
                uow = UnitOfWork(connection, self._schema, self._clock())
                await uow.accept([work.message])
                await uow.refuse([(work.message[0], refusal.code)])
        return refusal

    async def _with_retries(self, works: Sequence[Work]) -> list[object]:
        for attempt in range(RACE_TRIES):
            trusting = attempt == 0 and self._may_trust(works)
            try:
                return await self._once_unlocked(works, trusting)
            except Exception as error:
                if is_locked(error):
                    raise
                passing = trouble(error) is Trouble.PASSING
                again = isinstance(error, Stale) or is_race(error) or passing
                if trusting and not is_outage(error):
                    self._distrusts_until = time.monotonic() + DISTRUST_S
                    if again or len(works) == 1 or isinstance(error, _Distrusted):
                        continue
                if not again or attempt + 1 >= (PASSING_TRIES if passing else RACE_TRIES):
                    raise
            await asyncio.sleep(PASSING_PAUSE_S if passing else 0.002 * attempt)
        raise AssertionError("unreachable")

    async def _once_unlocked(self, works: Sequence[Work], trusting: bool) -> list[object]:
        """Messages, jobs and starts wait for a lock as long as it takes; a request is told to come again."""
        while True:
            try:
                return await self._once(works, trusting)
            except Exception as error:
                if not is_locked(error) or any(work.render for work in works):
                    raise
            await asyncio.sleep(PASSING_PAUSE_S)

    def _may_trust(self, works: Sequence[Work]) -> bool:
        """Whether to take it for granted that nothing of this has come before: mostly it has not, and asking costs."""
        ids = [work.message[0] for work in works if work.message]
        asks = bool(ids) or any(work.idempotency_key for work in works)
        return asks and len(set(ids)) == len(ids) and time.monotonic() >= self._distrusts_until

    async def _once(self, works: Sequence[Work], trusting: bool) -> list[object]:
        """Runs the works in one transaction. `trusting` takes them all for new and asks neither inbox nor kept answers:
        what is written tells whether they were. Where they were not it raises, and also where one is refused, which may
        be because it came before; nothing has happened then."""
        async with self._engine.begin() as connection:
            uow, outcomes = await self.within(connection, works, trusting)
        self._after_commit(uow)
        return outcomes

    async def within(
        self, connection: AsyncConnection, works: Sequence[Work], trusting: bool
    ) -> tuple[UnitOfWork, list[object]]:
        """Runs the works in the transaction of the connection; what was told, and the outcomes."""
        now = self._clock()
        uow = UnitOfWork(connection, self._schema, now, self._most_message_bytes)
        messages = [w.message for w in works if w.message]
        fresh = {id for id, _ in messages} if trusting else await uow.accept(messages)
        known = await uow.received_as([id for id, _ in messages]) if len(fresh) < len(messages) else {}
        answers = {} if trusting else await _stored_answers(uow, works)
        begun = [w for w in works if not w.message or w.message[0] in fresh]
        await _load(uow, begun)
        done = await _perform_batches(begun, uow, now)
        outcomes: list[object] = []
        refused: list[tuple[UUID, str]] = []
        kept: dict[str, tuple[str, Answer]] = {}
        for work in works:
            if work.message:
                if work.message[0] not in fresh:
                    outcomes.append(_received_before(*work.message, known))
                    continue
                fresh.discard(work.message[0])  # the same message twice in one batch
            outcome: object = _repeat(work, answers, kept)
            if outcome is None:
                operation = work.operation
                if isinstance(operation, BatchOperation):
                    outcome = done[id(work)]
                else:
                    outcome = await _perform(operation, work, uow, now)
                if isinstance(outcome, DomainError) and trusting:
                    raise _Distrusted
                if isinstance(outcome, DomainError) and work.message:
                    if isinstance(outcome, UNFINISHED):
                        raise _TryAlone(outcome)
                    refused.append((work.message[0], outcome.code))
                elif isinstance(outcome, Answer) and work.idempotency_key:
                    kept[work.idempotency_key] = (work.fingerprint, outcome)
            outcomes.append(outcome)
        await uow.refuse(refused)
        keeping = [_keeping(kept, now)] if kept else []
        receiving = [uow.receiving(messages)] if trusting and messages else []
        await uow.flush(*keeping, *receiving)
        return uow, outcomes


class _Distrusted(Exception):
    """A work that was taken for new is refused: before that is an outcome, what has come before is asked for."""


class _TryAlone(Exception):
    """A message that is not finished with must not be marked as received: its batch is run one by one without it."""

    def __init__(self, outcome: DomainError) -> None:
        super().__init__(outcome.code)
        self.outcome = outcome


async def _stored_answers(uow: UnitOfWork, works: Sequence[Work]) -> dict[str, tuple[str, Answer]]:
    keys = [w.idempotency_key for w in works if w.idempotency_key]
    if not keys:
        return {}
    rows = await uow.read(FIND_ANSWERS, keys)
    return {key: (mark, Answer(status, bytes(body), sequence)) for key, mark, status, body, sequence in rows}


def _keeping(kept: dict[str, tuple[str, Answer]], now: datetime) -> Write:
    rows = [(key, mark, a.status, a.body, a.sequence) for key, (mark, a) in kept.items()]
    return Write("idempotency", KEEP_ANSWERS, (*by_column(rows), now))


def _received_before(id: UUID, type: str, known: Mapping[UUID, str]) -> object:
    """A message that came again; or one that bears the id of another,
    which somebody has read and taken to be rid of it."""
    before = known.get(id, type)
    if before == type:
        return DUPLICATE
    return NotCredible("message-id-taken", f"{id} was received as {before} before, it cannot be {type} too")


async def _load(uow: UnitOfWork, works: Sequence[Work]) -> None:
    by_loader: dict[AnyLoader, list[object]] = {}
    for work in works:
        if work.operation.loader is not None:
            by_loader.setdefault(work.operation.loader, []).append(work.command)
    for loader, commands in by_loader.items():
        uow.loaded[loader] = await loader(uow, commands)


async def _perform_batches(works: Sequence[Work], uow: UnitOfWork, now: datetime) -> dict[int, object]:
    """The outcomes of those works that run as a set, by the identity of the work."""
    sets: dict[BatchOperation[Any, Any], list[Work]] = {}
    seen: set[UUID] = set()
    for work in works:
        if isinstance(work.operation, BatchOperation) and not (work.message and work.message[0] in seen):
            sets.setdefault(work.operation, []).append(work)
            if work.message:
                seen.add(work.message[0])
    done: dict[int, object] = {}
    for operation, mine in sets.items():
        outcomes = operation.use_case([work.command for work in mine], uow.loaded[operation.loader], uow, now)
        for work in mine:
            uow.cause = work.cause
            outcome = await _next(outcomes, alone=len(mine) == 1)
            done[id(work)] = _concluded(work, outcome, uow)
        assert await anext(outcomes, OWED) is OWED, f"{operation.name} yields more outcomes than it got commands"
    return done


async def _next(outcomes: AsyncIterator[object], alone: bool) -> object:
    """The next outcome of a set. One that raises ends the set: it is found by running the works one by one."""
    try:
        outcome = await anext(outcomes, OWED)
    except DomainError as refusal:
        if not alone:
            raise
        return refusal
    assert outcome is not OWED, "fewer outcomes than commands"
    return outcome


def _repeat(work: Work, *stores: dict[str, tuple[str, Answer]]) -> Answer | Invalid | None:
    """The stored answer of a repeated request; a reused key with another request is the client's mistake."""
    for store in stores:
        if work.idempotency_key and work.idempotency_key in store:
            mark, answer = store[work.idempotency_key]
            if mark != work.fingerprint:
                return Invalid("idempotency-key-reused", "this Idempotency-Key was used for another request")
            return replace(answer, repeated=True)
    return None


async def _perform(operation: Operation[Any, Any], work: Work, uow: UnitOfWork, now: datetime) -> object:
    uow.cause = work.cause
    try:
        if operation.takes_loaded:
            value = await operation.use_case(work.command, uow.loaded[operation.loader], uow, now)
        else:
            value = await operation.use_case(work.command, uow, now)
    except DomainError as refusal:
        value = refusal
    return _concluded(work, value, uow)


def _concluded(work: Work, value: object, uow: UnitOfWork) -> object:
    """The outcome of a work: what it has told is in the outbox, or nothing of it stands."""
    if isinstance(value, DomainError):
        try:
            uow.abandon()
        except PartialChange as change:
            raise change from value
        return value
    try:
        uow.send_facts(work.cause)
    except MessageTooLarge as refusal:  # what it leads to can never be told: nothing of it may stand
        raise PartialChange from refusal
    return work.render(value) if work.render else value
