"""The door's side of batching: requests that wait for a transaction join the next one (docs/decisions/0013)."""

import asyncio
from collections.abc import Sequence
from typing import Any, TypeVar

from loan_servicekit.core import Cause, Unavailable
from loan_servicekit.db.operation import AnyOperation
from loan_servicekit.db.transactor import Transactor, Work

C = TypeVar("C")
R = TypeVar("R")

MOST_AT_ONCE = 100
MOST_WAITING = 2_000
BUSY = 3  # requests in the last transaction from which waiting for company pays


class GroupCommit:
    """Runs works in shared transactions. At low load a request starts its own at once; under load they gather."""

    def __init__(self, transactor: Transactor, window_s: float) -> None:
        self._transactor, self._window_s = transactor, window_s
        self._waiting: list[tuple[Work, asyncio.Future[object]]] = []
        self._task: asyncio.Task[None] | None = None
        self._last = 0

    async def run(self, work: Work) -> Any:
        """The outcome of one work; raises what the use case refused with."""
        if len(self._waiting) >= MOST_WAITING:
            raise Unavailable("overloaded", "too many requests are waiting; try again shortly")
        future: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._drain())
        outcome = await future
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    async def perform(self, operation: AnyOperation[C, R], command: C, cause: Cause) -> R:
        """What comes of an operation; raises what it refuses with."""
        outcome: R = await self.run(Work(operation, command, cause))
        return outcome

    async def perform_all(
        self, operation: AnyOperation[C, R], commands: Sequence[C], cause: Cause
    ) -> list[R | BaseException]:
        """What comes of an operation for each command, refusals among it."""
        return await self.run_all([Work(operation, command, cause) for command in commands])

    async def run_all(self, works: Sequence[Work]) -> list[Any]:
        """Outcomes of several works, exceptions among them; used by background tasks."""
        return await asyncio.gather(*(self.run(work) for work in works), return_exceptions=True)

    async def _drain(self) -> None:
        while self._waiting:
            if self._last >= BUSY and len(self._waiting) < MOST_AT_ONCE:
                await asyncio.sleep(self._window_s)
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            self._last = len(batch)
            try:
                outcomes = await self._transactor.run([work for work, _ in batch])
            except Exception as error:  # every waiting request must get an answer
                outcomes = [error] * len(batch)
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                if not future.done():
                    future.set_result(outcome)
