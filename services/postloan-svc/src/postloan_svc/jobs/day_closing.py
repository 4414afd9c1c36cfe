"""The closing run: `advance_loans` until no loan is left, then `finish_day_closing`; each step a commit of its own."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from loan_servicekit.core import Conflict, Unavailable
from postloan_svc.domain.day_closing import DayClosing
from postloan_svc.use_cases.advance_loans import AdvanceLoans, advance_loans
from postloan_svc.use_cases.finish_day_closing import FinishDayClosing, finish_day_closing

CHUNK = 200  # loans in one commit: from there on a loan does not get cheaper (performance.md rule 1)
LOOK_S = 5.0  # for a run that another process began, or that a crash interrupted

log = logging.getLogger(__name__)

C = TypeVar("C")
R = TypeVar("R")


class Perform(Protocol):
    """Runs one use case in a transaction of its own and gives back its result."""

    async def __call__(self, use_case: Callable[[C, Any, datetime], Awaitable[R]], command: C) -> R:
        """Raises what the use case refuses with, and Unavailable in an outage."""


class DayCloser:
    """Carries every closing that was begun to its end, whoever began it.

    Several processes may run one: how far a run is stands in the database, so each chunk is advanced and counted once,
    and after a crash the run goes on where it stopped. `running` finds a run that is not done.
    """

    def __init__(self, running: Callable[[], Awaitable[DayClosing | None]], perform: Perform) -> None:
        self._running, self._perform = running, perform
        self._wanted = asyncio.Event()

    def wake(self) -> None:
        """A closing was begun: nothing need wait for the next look."""
        self._wanted.set()

    async def run(self) -> None:
        """Looks for begun closings until cancelled; an outage, or another process that is at it, is waited out."""
        while True:
            try:
                while closing := await self._running():
                    while not await self.step(closing.id):
                        pass
            except (Unavailable, Conflict, OSError) as error:
                log.warning("day_closing.waiting", extra={"error": repr(error)})
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_S):
                    await self._wanted.wait()
            self._wanted.clear()

    async def step(self, day: date) -> bool:
        """The next commit of a day's run: loans, or its end where none is left; whether the run is done."""
        if await self._perform(advance_loans, AdvanceLoans(day, CHUNK)):
            return False
        await self._perform(finish_day_closing, FinishDayClosing(day))
        return True
