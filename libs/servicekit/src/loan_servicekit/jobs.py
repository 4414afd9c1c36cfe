"""What a service does by itself, again and again: a step, its period, and the processes that take it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from enum import StrEnum

from loan_servicekit.core import DomainError
from loan_servicekit.db.engine import may_pass
from loan_servicekit.telemetry import JOB_FAILURES, described

log = logging.getLogger(__name__)

Step = Callable[[], Awaitable[object]]


class Where(StrEnum):
    """Which processes of a service take a step."""

    EVERYWHERE = "everywhere"  # those that only answer requests too: what is kept fresh in memory
    WORKERS = "workers"  # those that handle messages


class Job:
    """A step that is taken when the process starts and then once a period.

    One policy for all that fails: it is logged and counted, and the next period tries again.
    A refusal or an outage is a warning.
    """

    def __init__(self, service: str, name: str, period_s: float, step: Step, where: Where) -> None:
        self.name, self.period_s, self.where = name, period_s, where
        self._service, self._step = service, step
        self._wanted = asyncio.Event()
        self._done = False

    def wake(self) -> None:
        """Says that there is something to do: the next step need not wait for its time."""
        self._wanted.set()

    def done(self) -> None:
        """Says that nothing is left to do, as long as this process lives."""
        self._done = True

    async def run(self) -> None:
        """Takes the step once a period, until cancelled or done."""
        while True:
            self._wanted.clear()
            await self.take()
            if self._done:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(self.period_s):
                    await self._wanted.wait()

    async def take(self) -> None:
        """Takes the step now. What fails is told, and does not end the job."""
        try:
            await self._step()
        except Exception as error:
            JOB_FAILURES.labels(self._service, self.name).inc()
            if isinstance(error, DomainError) or may_pass(error):
                log.warning("job.waiting", extra={"job": self.name, "error": described(error)})
            else:
                log.exception("job.failed", extra={"job": self.name})
